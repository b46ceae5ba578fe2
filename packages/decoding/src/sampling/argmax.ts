// Turns logits and a mask into the likeliest allowed token.
import type { Mask } from '../engine/mask.ts';
import { checkLength, type Logits, noChance, notFinite } from './logits.ts';

/**
 * The allowed token with the highest logit; of equals the lowest id. Reads no other logits.
 *
 * @throws {RangeError} If the mask is empty, allows a token without a logit, if an allowed logit is NaN, or all of them
 *   are -Infinity.
 */
export function argmax(logits: Logits, mask: Mask): number {
  checkLength(logits, mask);
  const best = mask.ids === undefined ? argmaxOfBits(logits, mask.words) : argmaxOfList(logits, mask.ids);
  if (best === -1) throw noChance(mask);
  return best;
}

/** The highest of the first `count` logits; -1 if all are -Infinity. */
export function argmaxOfAll(logits: Logits, count = logits.length): number {
  return argmaxOfRange(logits, 0, count, -1);
}

function argmaxOfList(logits: Logits, ids: Uint32Array): number {
  let best = -1;
  let highest = -Infinity;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] as number;
    const logit = logits[id] as number;
    // NaN is neither above nor below, so that it costs nothing to find it here.
    if (logit <= highest) continue;
    if (Number.isNaN(logit)) throw notFinite(id, logit);
    best = id;
    highest = logit;
  }
  return best;
}

function argmaxOfBits(logits: Logits, words: Uint32Array): number {
  let best = -1;
  let highest = -Infinity;
  for (let word = 0; word < words.length; word += 1) {
    // As signed words, which are machine integers; an unsigned one is not.
    let bits = (words[word] as number) | 0;
    if (bits === ALL) {
      let end = word + 1;
      while (end < words.length && ((words[end] as number) | 0) === ALL) end += 1;
      best = argmaxOfRange(logits, word * 32, end * 32, best);
      highest = best === -1 ? -Infinity : (logits[best] as number);
      word = end - 1;
      continue;
    }
    const base = (word << 5) + 31;
    while (bits !== 0) {
      const id = base - Math.clz32(bits & -bits);
      bits &= bits - 1;
      const logit = logits[id] as number;
      if (logit <= highest) continue;
      if (Number.isNaN(logit)) throw notFinite(id, logit);
      best = id;
      highest = logit;
    }
  }
  return best;
}

/** The highest of a range, if it is above that of `best`; else `best`. */
function argmaxOfRange(logits: Logits, from: number, to: number, best: number): number {
  let found = best;
  let highest = best === -1 ? -Infinity : (logits[best] as number);
  for (let block = from; block < to; block += BLOCK) {
    // Nearly all blocks are passed over: several at a time take a third of the time. NaN is not below, so it stops here.
    if (
      block + BLOCK <= to &&
      (logits[block] as number) <= highest &&
      (logits[block + 1] as number) <= highest &&
      (logits[block + 2] as number) <= highest &&
      (logits[block + 3] as number) <= highest
    ) {
      continue;
    }
    for (let id = block; id < Math.min(block + BLOCK, to); id += 1) {
      const logit = logits[id] as number;
      if (logit <= highest) continue;
      if (Number.isNaN(logit)) throw notFinite(id, logit);
      found = id;
      highest = logit;
    }
  }
  return found;
}

const ALL = -1;
const BLOCK = 4;
