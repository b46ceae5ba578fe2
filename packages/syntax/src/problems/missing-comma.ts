// No comma between the parts of a tuple, a list or a call.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingCommaPage: ProblemPage = {
  code: 'missing-comma',
  severity: 'error',
  title: 'missing comma',
  explanation:
    'The parts of a tuple, a list, a call and a list of parameters are separated by commas: `(1, 0, 2)`. Only ' +
    'between the properties of an element are commas optional.',
  bad: 'tree { at: (0 -8 2), height: 9m }',
  good: 'tree { at: (0, -8, 2), height: 9m }',
};

/** The place lies between the two parts. */
export function missingComma(place: Place): Diagnostic {
  return problem(missingCommaPage, place, 'expected `,` between two parts', {
    fixes: [insert(place.start, ',', { title: 'insert `,`', safe: false })],
  });
}
