// Turns ids into a mask: as a list or as bits.
import type { Mask } from '../../../src/engine/mask.ts';

export function makeMask(allowed: readonly number[], size: number, form: 'list' | 'bits' = 'list'): Mask {
  const words = new Uint32Array((size + 31) >> 5);
  for (const id of allowed) words[id >> 5] = (words[id >> 5] as number) | (1 << (id & 31));
  return {
    count: allowed.length,
    ids: form === 'list' ? Uint32Array.from(allowed).sort() : undefined,
    words,
    has: (id) => (((words[id >> 5] ?? 0) >>> (id & 31)) & 1) === 1,
  };
}
