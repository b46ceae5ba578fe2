// Turns logits into those of a mask alone: all others become -Infinity, in place.
import type { Mask } from '../engine/mask.ts';
import { listIds } from '../sampling/list-ids.ts';

/**
 * Those past the vocabulary are not allowed either.
 * @throws {RangeError} If the mask allows a token without a logit.
 */
export function keepAllowed(logits: Float32Array, mask: Mask): void {
  const ids = listIds(mask);
  const highest = ids.at(-1) ?? -1;
  if (logits.length <= highest)
    throw new RangeError(`token ${highest} is allowed, but there are ${logits.length} logits: of another vocabulary?`);
  let from = 0;
  for (const id of ids) {
    if (from < id) logits.fill(Number.NEGATIVE_INFINITY, from, id);
    from = id + 1;
  }
  logits.fill(Number.NEGATIVE_INFINITY, from);
}
