// What a model says of every token, and what is wrong with it if it makes no sense.
import type { Mask } from '../engine/mask.ts';

/** A number for each token: the logarithm of its chance, but for a constant. Those past the vocabulary stand for nothing. */
export type Logits = Float32Array | Float64Array | readonly number[];

/**
 * @throws {RangeError} If the mask is empty, or allows a token for which there is no logit.
 */
export function checkLength(logits: Logits, mask: Mask): void {
  if (mask.count === 0) throw new RangeError('the mask allows no token: nothing can be chosen');
  const highest = highestOf(mask);
  if (highest < logits.length) return;
  throw new RangeError(`token ${highest} is allowed, but there are ${logits.length} logits: of another vocabulary?`);
}

export function notFinite(id: number, logit: number): RangeError {
  return new RangeError(`the logit of token ${id} is ${logit}`);
}

export function noChance(mask: Mask): RangeError {
  return new RangeError(
    `the model gives none of the ${mask.count} allowed tokens a chance: their logits are -Infinity`,
  );
}

function highestOf({ ids, words }: Mask): number {
  if (ids !== undefined) return ids[ids.length - 1] as number;
  let at = words.length - 1;
  while (words[at] === 0) at -= 1;
  return at * 32 + 31 - Math.clz32(words[at] as number);
}
