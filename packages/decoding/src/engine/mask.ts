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
