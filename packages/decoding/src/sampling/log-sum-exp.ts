// Turns logarithms of weights into the logarithm of their sum.
import { exp, log } from '@diorama/geometry';
import { notFinite } from './logits.ts';
import { toShare } from './to-share.ts';

/**
 * The logarithm of the sum of what `values`, divided by the temperature, are the logarithms of; -Infinity of none. Stable at
 * any size.
 *
 * @throws {RangeError} If a value is NaN or Infinity, naming its place as that of a token.
 */
export function logSumExp(values: ArrayLike<number>, temperature = 1): number {
  let highest = -Infinity;
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number;
    if (value <= highest) continue;
    if (!(value < Infinity)) throw notFinite(at, value);
    highest = value;
  }
  if (highest === -Infinity) return -Infinity;
  const factor = 1 / temperature;
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += toShare(((values[at] as number) - highest) * factor);
  return highest * factor + log(sum);
}

/** The logarithm of the sum of two weights. */
export function logAdd(a: number, b: number): number {
  const [high, low] = a < b ? [b, a] : [a, b];
  return low === -Infinity ? high : high + log(1 + exp(low - high));
}
