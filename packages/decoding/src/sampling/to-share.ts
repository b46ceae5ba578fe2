// Turns the logarithm of a share into the share, several times as fast as `exp` and as much the same on every engine.
import { exp } from '@diorama/geometry';

/**
 * e to a power of at most 0, within 3e-16 of itself; 0 below -{@link NEGLIGIBLE}. Of +, − and × and one table only.
 */
export function toShare(power: number): number {
  if (!(-NEGLIGIBLE <= power)) return 0;
  const step = (0.5 - power * STEPS) | 0;
  // Between −1/128 and 1/128, where six terms of the series are enough.
  const rest = power + step / STEPS;
  const series = 1 + rest * (1 + rest * (1 / 2 + rest * (1 / 6 + rest * (1 / 24 + rest * (1 / 120)))));
  return (POWERS[step] as number) * series;
}

/**
 * How far below the highest a logarithm does not count any more: a million such weights beside it change no more than the
 * twelfth digit.
 */
export const NEGLIGIBLE = 42;

const STEPS = 64;
const POWERS = Float64Array.from({ length: NEGLIGIBLE * STEPS + 1 }, (_, step) => exp(-step / STEPS));
