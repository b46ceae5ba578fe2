// Arithmetic on numbers and on the intervals that stand for numbers which a draw decides. Every operation on intervals
// encloses all results: rounding is monotonic, so bounds computed in floating point hold for values computed in it.
import type { IntervalValue, Scalar } from './value.ts';

export function interval(min: number, max: number): Scalar {
  return min === max ? min : { kind: 'interval', min, max };
}
export function low(value: Scalar): number {
  return typeof value === 'number' ? value : value.min;
}
export function high(value: Scalar): number {
  return typeof value === 'number' ? value : value.max;
}
export function isScalar(value: unknown): value is Scalar {
  return (
    typeof value === 'number' ||
    (typeof value === 'object' && value !== null && (value as IntervalValue).kind === 'interval')
  );
}

export function add(a: Scalar, b: Scalar): Scalar {
  if (typeof a === 'number' && typeof b === 'number') return a + b;
  return interval(low(a) + low(b), high(a) + high(b));
}
export function subtract(a: Scalar, b: Scalar): Scalar {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return interval(low(a) - high(b), high(a) - low(b));
}
export function multiply(a: Scalar, b: Scalar): Scalar {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  return spread([low(a) * low(b), low(a) * high(b), high(a) * low(b), high(a) * high(b)]);
}
/** The divisor must not hold 0. */
export function divide(a: Scalar, b: Scalar): Scalar {
  if (typeof a === 'number' && typeof b === 'number') return a / b;
  return spread([low(a) / low(b), low(a) / high(b), high(a) / low(b), high(a) / high(b)]);
}
export function negate(a: Scalar): Scalar {
  return typeof a === 'number' ? -a : interval(-a.max, -a.min);
}
/** A function that never falls, of a number or of both bounds. */
export function rising(a: Scalar, apply: (value: number) => number): Scalar {
  return typeof a === 'number' ? apply(a) : interval(apply(a.min), apply(a.max));
}
/** The hull of several results. */
export function hull(values: readonly Scalar[]): Scalar {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  // Not by spreading: a list may be longer than a call can have arguments.
  for (const value of values) {
    least = Math.min(least, low(value));
    most = Math.max(most, high(value));
  }
  return interval(least, most);
}
export function isBounded(a: Scalar): boolean {
  return Number.isFinite(low(a)) && Number.isFinite(high(a));
}

function spread(values: readonly number[]): Scalar {
  return interval(Math.min(...values), Math.max(...values));
}
