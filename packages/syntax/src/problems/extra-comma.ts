// A comma with nothing to separate.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const extraCommaPage: ProblemPage = {
  code: 'extra-comma',
  severity: 'error',
  title: 'comma with nothing to separate',
  explanation:
    'Commas stand between the parts of a tuple, a list or a call, and may stand between properties. None ' +
    'follows the last part, and elements have none between them.',
  bad: 'tree { at: (0, -8,), height: 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

export function extraComma(place: Place): Diagnostic {
  return problem(extraCommaPage, place, 'this comma separates nothing', {
    fixes: [replace(place, '', { title: 'remove the comma' })],
  });
}
