// Turns a mask into the list of its ids.
import type { Mask } from '../engine/mask.ts';

/** The ids in rising order; the mask's own list if it has one, so not to be written to. */
export function listIds(mask: Mask): Uint32Array {
  if (mask.ids !== undefined) return mask.ids;
  const ids = new Uint32Array(mask.count);
  const { words } = mask;
  let count = 0;
  for (let word = 0; word < words.length; word += 1) {
    const base = (word << 5) + 31;
    // As a signed word, which is a machine integer; an unsigned one is not.
    for (let bits = (words[word] as number) | 0; bits !== 0; bits &= bits - 1) {
      ids[count] = base - Math.clz32(bits & -bits);
      count += 1;
    }
  }
  return ids;
}
