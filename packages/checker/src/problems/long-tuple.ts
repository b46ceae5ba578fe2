import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const longTuplePage: ProblemPage = {
  code: 'long-tuple',
  severity: 'error',
  title: 'a tuple of two or three',
  explanation:
    'A point has two parts, (x, z), when it lies on the ground, and three, (x, y, z), otherwise; a vector has three. There are no longer tuples.',
  bad: 'tree { at: (0, 0, -8, 1), height: 4 }',
  good: 'tree { at: (0, 0, -8), height: 4 }',
};

/** More than three values in parentheses. */
export function longTuple(place: Place, length: number): Diagnostic {
  return problem(longTuplePage, place, `this has ${length} parts`, {
    notes: ['expected (x, z) on the ground, or (x, y, z)', 'a list of values stands in brackets: `[a, b, c, d]`'],
  });
}
