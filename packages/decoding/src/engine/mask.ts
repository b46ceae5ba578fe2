// Which tokens may come next: a bitset if they are many, a list if they are few.

/** A set of token ids. Shared and never changed. */
export interface Mask {
  /** How many ids it has. */
  readonly count: number;
  /** The ids in rising order, if they are few enough to be listed; else undefined. */
  readonly ids: Uint32Array | undefined;
  /** The ids as bits: id `i` is bit `i & 31` of word `i >> 5`. Made when first asked for if there is a list. */
  readonly words: Uint32Array;
  has(id: number): boolean;
}

/** A mask of few ids, in rising order. `size` is the vocabulary's. */
export function listMask(ids: Uint32Array, size: number): Mask {
  return new ListMask(ids, size);
}
/** A mask of many ids. The words are taken over, not copied. */
export function bitMask(words: Uint32Array, count: number): Mask {
  return new BitMask(words, count);
}

class ListMask implements Mask {
  readonly ids: Uint32Array;
  readonly #size: number;
  #words: Uint32Array | undefined;

  constructor(ids: Uint32Array, size: number) {
    this.ids = ids;
    this.#size = size;
  }
  get count(): number {
    return this.ids.length;
  }
  get words(): Uint32Array {
    if (this.#words === undefined) {
      this.#words = new Uint32Array((this.#size + 31) >> 5);
      for (const id of this.ids) setBit(this.#words, id);
    }
    return this.#words;
  }
  has(id: number): boolean {
    let [low, high] = [0, this.ids.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    return this.ids[low] === id;
  }
}

class BitMask implements Mask {
  readonly words: Uint32Array;
  readonly count: number;
  readonly ids = undefined;

  constructor(words: Uint32Array, count: number) {
    this.words = words;
    this.count = count;
  }
  has(id: number): boolean {
    return id >= 0 && ((this.words[id >> 5] ?? 0) >>> (id & 31)) % 2 === 1;
  }
}

export function setBit(words: Uint32Array, id: number): void {
  words[id >> 5] = (words[id >> 5] as number) | (1 << (id & 31));
}
function hasBit(words: Uint32Array, id: number): boolean {
  return ((words[id >> 5] as number) >>> (id & 31)) % 2 === 1;
}
export function clearBit(words: Uint32Array, id: number): void {
  words[id >> 5] = (words[id >> 5] as number) & ~(1 << (id & 31));
}

/** How many bits are set. */
export function countBits(words: Uint32Array): number {
  let count = 0;
  for (let i = 0; i < words.length; i++) {
    let word = words[i] as number;
    if (word === 0) continue;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** The ids of a mask that pass. */
export function filterMask(mask: Mask, size: number, passes: (id: number) => boolean): Mask {
  const kept: number[] = [];
  for (const id of mask.ids ?? listBits(mask.words, mask.count)) if (passes(id)) kept.push(id);
  return listMask(Uint32Array.from(kept), size);
}

/** The ids of a mask among some bits, which are taken over. */
export function intersect(words: Uint32Array, mask: Mask): Mask {
  const { ids } = mask;
  if (ids !== undefined)
    return listMask(
      ids.filter((id) => hasBit(words, id)),
      words.length * 32,
    );
  for (let i = 0; i < words.length; i++) words[i] = (words[i] as number) & (mask.words[i] as number);
  return bitMask(words, countBits(words));
}

/** The numbers of the bits that are set, in rising order; `count` of them. */
export function listBits(words: Uint32Array, count: number): Uint32Array {
  const ids = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    let word = words[i] as number;
    while (word !== 0) {
      const low = word & -word;
      ids[at++] = (i << 5) | (31 - Math.clz32(low));
      word ^= low;
    }
  }
  return ids;
}
