import { type Diagnostic, type Fix, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { findKind } from '@diorama/vocabulary';
import { expectedFound } from './wording.ts';

export const wrongClassPage: ProblemPage = {
  code: 'wrong-class',
  severity: 'error',
  title: 'an asset of another class',
  explanation:
    'The class of an asset is that of its element: a `tree` takes assets of `tree/…`, the ground those of `ground/…`. So the word that begins the element always says what is seen, and how large such a thing may be.\n\nTake an asset of the element’s class, or change the element. An `object` takes assets of any class.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("bush/fern") }',
  good: 'bush { at: (0, -8), height: 1, appearance: asset("bush/fern") }',
};

/** An asset that its element cannot wear. `element` is the word that begins the element, if that could be another one. */
export function wrongClass(
  place: Place,
  id: string,
  kind: string,
  element: { readonly start: number; readonly end: number } | undefined,
  related: readonly Label[] = [],
): Diagnostic {
  const className = id.slice(0, id.indexOf('/'));
  const other = kind !== 'ground' && findKind(className)?.role === 'object' ? className : undefined;
  const write = (text: string): readonly Fix[] =>
    element === undefined
      ? []
      : [{ title: `write ${text}`, edits: [{ start: element.start, end: element.end, text }], safe: false }];
  return problem(wrongClassPage, place, `this is an asset of the class \`${className}\``, {
    related,
    notes: [
      ...expectedFound(`${kind}/…`, id),
      kind === 'ground'
        ? 'describe the ground in words: `like("dry grass")`'
        : `write ${other === undefined ? '' : `\`${other} { … }\`, or `}\`object { … }\`, which takes any asset`,
    ],
    fixes: kind === 'ground' ? [] : write(other ?? 'object'),
  });
}
