import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { expectedFound } from './wording.ts';

export const wrongClassPage: ProblemPage = {
  code: 'wrong-class',
  severity: 'error',
  title: 'an asset of another class',
  explanation:
    'The class of an asset is that of its element: a `tree` takes assets of `tree/…`, the ground those of `ground/…`. An `object` takes any.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("bush/fern") }',
  good: 'bush { at: (0, -8), height: 1, appearance: asset("bush/fern") }',
};

/** An asset that its element cannot wear. */
export function wrongClass(place: Place, id: string, kind: string): Diagnostic {
  const className = id.slice(0, id.indexOf('/'));
  return problem(wrongClassPage, place, `this is an asset of the class \`${className}\``, {
    notes: [
      ...expectedFound(`${kind}/…`, id),
      `write \`${className} { … }\`, or \`object { … }\`, which takes any asset`,
    ],
  });
}
