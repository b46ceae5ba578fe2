import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Scalar } from '../value.ts';

export const divisionByZeroPage: ProblemPage = {
  code: 'division-by-zero',
  severity: 'error',
  title: 'division by zero',
  explanation:
    'Nothing can be divided by 0. If a draw or a loop decides the divisor, it must not be able to reach 0. (A quaternion of four zeros is the same mistake: it has no direction.)',
  bad: 'for i in 0..3 { tree { at: (i * 1m, -8), height: 4m / i } }',
  good: 'for i in 1..4 { tree { at: (i * 1m, -8), height: 4m / i } }',
};

/** A divisor is, or can be, zero. */
export function divisionByZero(place: Place, divisor: Scalar, uses: readonly Place[] = []): Diagnostic {
  const can = typeof divisor !== 'number';
  return problem(
    divisionByZeroPage,
    place,
    can ? `this can be 0: it lies from ${divisor.min} to ${divisor.max}` : 'this is 0',
    {
      related: uses.slice(-1).map((use) => label(use, 'in this use of the prefab')),
      notes: ['keep it away from 0, for instance with `max(…, 0.01)`'],
    },
  );
}
