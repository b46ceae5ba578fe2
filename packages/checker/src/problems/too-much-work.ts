// Reports a program that would take longer to run than the limit.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const tooMuchWorkPage: ProblemPage = {
  code: 'too-much-work',
  severity: 'error',
  title: 'too much to compute',
  explanation:
    'A program may compute 100,000,000 values, counted before loops are unrolled, and a list may have 1,000,000 items. The limits keep a scene from a stranger safe to open.\n\nLoop over fewer values, or with a larger step.',
  bad: 'for i in 0..<1000000000 { }',
  good: 'for i in 0..<10 { tree { at: (i * 4m, -20), height: 5 } }',
};

/** A program computes more than is allowed. */
export function tooMuchWork(place: Place, count: number, limit: number): Diagnostic {
  return problem(tooMuchWorkPage, place, `this takes ${count.toLocaleString('en-US')} steps`, {
    notes: [`expected at most ${limit.toLocaleString('en-US')}`, 'loop over fewer values'],
  });
}

/** A list with more items than are allowed. */
export function longList(place: Place, length: number, limit: number): Diagnostic {
  return problem(tooMuchWorkPage, place, `this list has ${length.toLocaleString('en-US')} items`, {
    notes: [`expected at most ${limit.toLocaleString('en-US')}`, 'ask for fewer'],
  });
}
