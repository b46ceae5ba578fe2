// Turns an optical depth into the share of light that passes, e to the power −depth, by table.
import { exp } from '@diorama/geometry';

/**
 * e^−depth for a depth ≥ 0, within 1e-6 of its value; 0 beyond a depth of 64. The sky needs half a million of these, so the
 * nearest tabulated power is continued by its Taylor series of degree 2 instead of computing each anew.
 */
export function falloff(depth: number): number {
  if (depth >= DEEPEST) return 0;
  const entry = (depth * ENTRIES_PER_UNIT) | 0;
  const rest = depth - entry / ENTRIES_PER_UNIT;
  return (POWERS[entry] as number) * (1 - rest * (1 - 0.5 * rest));
}

const DEEPEST = 64;
const ENTRIES_PER_UNIT = 64;
const POWERS = Float64Array.from({ length: DEEPEST * ENTRIES_PER_UNIT }, (_, entry) => exp(-entry / ENTRIES_PER_UNIT));
