import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const notFinitePage: ProblemPage = {
  code: 'not-finite',
  severity: 'error',
  title: 'too large a number',
  explanation: 'Numbers are finite. This one is larger than a computer’s number can be.',
  bad: 'tree { at: (0, -8), height: 1e999 }',
  good: 'tree { at: (0, -8), height: 100 }',
};

/** A number left the numbers that there are. */
export function notFinite(place: Place, what: string): Diagnostic {
  return problem(notFinitePage, place, `${what} is too large`);
}
