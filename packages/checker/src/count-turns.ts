// Counts how often a loop turns.
import * as scalar from './scalar.ts';
import type { Value } from './value.ts';

/** How often a loop over a value turns, at most. */
export function countTurns(values: Value, step: Value): number {
  if (typeof values !== 'object' || !scalar.isScalar(step)) return 0;
  if (values.kind === 'list') return values.items.length;
  if (values.kind !== 'range') return 0;
  const width = scalar.high(values.to) - scalar.low(values.from);
  const stride = scalar.low(step);
  if (width < 0 || stride <= 0) return 0;
  const turns = Math.floor(width / stride);
  // The last value must lie in the range: dividing may have rounded either way.
  const last = scalar.low(values.from) + turns * stride;
  const inside = values.inclusive ? last <= scalar.high(values.to) : last < scalar.high(values.to);
  return inside ? turns + 1 : turns;
}
