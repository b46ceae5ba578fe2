// Turns logits and a state into the likeliest token that its constraint allows, asking for a mask only if need be.
import { argmax, argmaxOfAll } from './argmax.ts';
import type { Constraint } from './constraint.ts';
import type { Logits } from './logits.ts';

/**
 * The same token as the argmax under the mask. A model that knows the language mostly means an allowed token, and then no
 * mask is made. Worth it where a mask costs more than one look at all logits (0.1 to 0.3 ms).
 *
 * @throws {RangeError} If there are fewer logits than tokens, if one is NaN, or no allowed token has a chance.
 */
export function pickGreedy<S>(logits: Logits, constraint: Constraint<S>, state: S): number {
  checkSize(logits, constraint);
  const likeliest = argmaxOfAll(logits, constraint.vocabulary.size);
  if (likeliest !== -1 && constraint.allows(state, likeliest)) return likeliest;
  return argmax(logits, constraint.mask(state));
}

/**
 * The logits.
 *
 * @throws {RangeError} If there are fewer than tokens. There may be more: models pad their vocabularies.
 */
export function checkSize<S>(logits: Logits, { vocabulary }: Constraint<S>): Logits {
  if (vocabulary.size <= logits.length) return logits;
  throw new RangeError(`there are ${logits.length} logits, but the vocabulary has ${vocabulary.size} tokens`);
}
