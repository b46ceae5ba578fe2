// Reports a divisor that is, or can be, 0.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Scalar } from '../value.ts';
import { scalarText } from './wording.ts';

export const divisionByZeroPage: ProblemPage = {
  code: 'division-by-zero',
  severity: 'error',
  title: 'division by zero',
  explanation:
    'Nothing can be divided by 0. If a draw or a loop decides the divisor, it must not be able to reach 0 in any case: the program is checked for all of them at once.\n\nChoose a range that leaves out 0, or keep the divisor away from it with `max(…, 0.01)`.',
  bad: 'for i in 0..3 { tree { at: (i * 1m, -8), height: 4m / i } }',
  good: 'for i in 1..4 { tree { at: (i * 1m, -8), height: 4m / i } }',
};

/** A divisor is, or can be, zero. */
export function divisionByZero(place: Place, divisor: Scalar, related: readonly Label[] = []): Diagnostic {
  const fact =
    typeof divisor === 'number' ? 'this is 0' : `this can be 0: it is anything from ${scalarText(divisor, '')}`;
  return problem(divisionByZeroPage, place, fact, {
    related,
    notes: ['keep it away from 0, for instance with `max(…, 0.01)`'],
  });
}
