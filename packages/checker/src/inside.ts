// Whether a number, or every number of an interval, lies within bounds.
import type { Interval } from '@diorama/vocabulary';
import * as scalar from './scalar.ts';
import type { Scalar } from './value.ts';

export function inside(value: Scalar, range: Interval): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, minExclusive, maxExclusive } = range;
  const [least, most] = [scalar.low(value), scalar.high(value)];
  return (minExclusive ? min < least : min <= least) && (maxExclusive ? most < max : most <= max);
}
