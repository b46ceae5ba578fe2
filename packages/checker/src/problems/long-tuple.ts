// Reports a tuple of more than three parts.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const longTuplePage: ProblemPage = {
  code: 'long-tuple',
  severity: 'error',
  title: 'a tuple of more than three',
  explanation:
    'A tuple is a point or a vector: `(x, z)` lies on the ground, `(x, y, z)` anywhere. There is nothing that has more parts.\n\nLeave out what is too much. A list, which may be of any length, stands in brackets: `[a, b, c, d]`. A rotation by four numbers is `quaternion(x, y, z, w)`.',
  bad: 'tree { at: (0, 0, -8, 1), height: 4 }',
  good: 'tree { at: (0, 0, -8), height: 4 }',
};

/** More than three values in parentheses. */
export function longTuple(place: Place, length: number): Diagnostic {
  return problem(longTuplePage, place, `this has ${length} parts`, {
    notes: ['expected (x, z) on the ground, or (x, y, z)', 'a list of values stands in brackets: `[a, b, c, d]`'],
  });
}
