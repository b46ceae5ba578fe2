// Turns logarithms of weights into the logarithm of their sum.
import { exp, log } from '@diorama/geometry';

/** The logarithm of the sum of what `values` are the logarithms of; -Infinity of none. Stable at any size. */
export function logSumExp(values: ArrayLike<number>): number {
  let highest = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value > highest) highest = value;
  }
  if (highest === -Infinity) return -Infinity;
  let sum = 0;
  let equals = 0;
  const floor = highest - NEGLIGIBLE;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value === highest) equals += 1;
    else if (value > floor) sum += exp(value - highest);
  }
  return highest + log(sum + equals);
}

/** The logarithm of the sum of two weights. */
export function logAdd(a: number, b: number): number {
  const [high, low] = a < b ? [b, a] : [a, b];
  return low === -Infinity ? high : high + log(1 + exp(low - high));
}

/**
 * How far below the highest a logarithm does not count any more: a million such weights beside it change no more than the
 * twelfth digit. Most tokens of a vocabulary are below, and cost no exponential.
 */
export const NEGLIGIBLE = 42;
