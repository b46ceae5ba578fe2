// The language's randomness: every draw is a pure function of a key and an ordinal (§6 of the language).
//
// The one primitive is Threefry-2x32 with 20 rounds, from Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy
// as 1, 2, 3" (SC 2011): a bijection of 64 bits for each 64-bit key, built of 32-bit additions, rotations and
// exclusive-ors only, and free of failures under TestU01's BigCrush from 13 rounds on. JAX draws in the same way.
//
// One key serves four purposes. A word of its own is mixed into the key for each, so that they never meet.
//   draw        counter = ordinal
//   lattice     counter = (column, row)
//   text        counter = four UTF-16 units a block, key = the block before; the length is mixed into the first key
//   number      counter = the 64 bits of the double
// These values are part of the language: the test vectors never change.

/** A position in the tree of randomness: 64 bits as two unsigned 32-bit halves. Plain data, compared by its halves. */
export interface Key {
  readonly high: number;
  readonly low: number;
}

/** A key that a hot loop overwrites, to allocate nothing: see {@link extendNumberInto}. */
export interface MutableKey {
  high: number;
  low: number;
}

/** The key of a scene's seed, which may be any number. */
export function rootKey(seed: number): Key {
  return extendNumber(ORIGIN, seed);
}

/** The key one step further down, named by a text: an element's label, a property's name. */
export function extend(key: Key, text: string): Key {
  const out = { high: 0, low: 0 };
  extendInto(out, key, text);
  return out;
}

/** The key one step further down, named by a number: an index, a loop's value. `-0` is `0`; every NaN is one. */
export function extendNumber(key: Key, number: number): Key {
  const out = { high: 0, low: 0 };
  extendNumberInto(out, key, number);
  return out;
}

/** The `ordinal`-th draw of a key: uniform in [0, 1), a multiple of 2^-53. Ordinals are integers in 0..2^53. */
export function uniform(key: Key, ordinal: number): number {
  encrypt(key.high, key.low, (ordinal / TWO_TO_32) | 0, ordinal | 0);
  return unitFromBlock();
}

/** A draw for each cell of an endless lattice: uniform in [0, 1). Columns and rows are integers in −2^31..2^31 − 1. */
export function uniformOnLattice(key: Key, column: number, row: number): number {
  encrypt(key.high ^ LATTICE, key.low, column, row);
  return unitFromBlock();
}

/** {@link extend} into an object that the caller owns; `out` may be `key` itself. */
export function extendInto(out: MutableKey, key: Key, text: string): void {
  const length = text.length;
  let high = key.high ^ TEXT;
  let low = key.low ^ length;
  let at = 0;
  do {
    encrypt(high, low, unitPair(text, at), unitPair(text, at + 2));
    high = block[0] ^ TEXT;
    low = block[1];
    at += 4;
  } while (at < length);
  out.high = block[0] >>> 0;
  out.low = block[1] >>> 0;
}

/** {@link extendNumber} into an object that the caller owns; `out` may be `key` itself. */
export function extendNumberInto(out: MutableKey, key: Key, number: number): void {
  // Adding 0 turns −0 into 0. A NaN's payload is not ours to choose, so it is written as the common quiet one.
  bits.setFloat64(0, number + 0);
  const isNumber = !Number.isNaN(number);
  encrypt(key.high ^ NUMBER, key.low, isNumber ? bits.getInt32(0) : 0x7ff80000, isNumber ? bits.getInt32(4) : 0);
  out.high = block[0] >>> 0;
  out.low = block[1] >>> 0;
}

/** Two UTF-16 units as one word; past the end they count as 0. */
function unitPair(text: string, at: number): number {
  const first = at < text.length ? text.charCodeAt(at) : 0;
  const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
  return (first << 16) | second;
}

/** The first 53 of the block's bits as a fraction. */
function unitFromBlock(): number {
  return ((block[0] >>> 0) * TWO_TO_21 + (block[1] >>> 11)) / TWO_TO_53;
}

/** Threefry-2x32-20 of a counter under a key; the answer is left in {@link block}. Inputs are taken modulo 2^32. */
// biome-ignore format: a line each for mixing, a gap each for a new part of the key
function encrypt(keyHigh: number, keyLow: number, counterHigh: number, counterLow: number): void {
  const k0 = keyHigh | 0;
  const k1 = keyLow | 0;
  const k2 = k0 ^ k1 ^ PARITY;
  let a = (counterHigh + k0) | 0;
  let b = (counterLow + k1) | 0;

  a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0; b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0; b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0; b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k1) | 0; b = (b + k2 + 1) | 0;

  a = (a + b) | 0; b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0; b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0; b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0; b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k2) | 0; b = (b + k0 + 2) | 0;

  a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0; b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0; b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0; b = ((b << 6) | (b >>> 26)) ^ a;
  a = (a + k0) | 0; b = (b + k1 + 3) | 0;

  a = (a + b) | 0; b = ((b << 17) | (b >>> 15)) ^ a;
  a = (a + b) | 0; b = ((b << 29) | (b >>> 3)) ^ a;
  a = (a + b) | 0; b = ((b << 16) | (b >>> 16)) ^ a;
  a = (a + b) | 0; b = ((b << 24) | (b >>> 8)) ^ a;
  a = (a + k1) | 0; b = (b + k2 + 4) | 0;

  a = (a + b) | 0; b = ((b << 13) | (b >>> 19)) ^ a;
  a = (a + b) | 0; b = ((b << 15) | (b >>> 17)) ^ a;
  a = (a + b) | 0; b = ((b << 26) | (b >>> 6)) ^ a;
  a = (a + b) | 0; b = ((b << 6) | (b >>> 26)) ^ a;
  block[0] = a + k2;
  block[1] = b + k0 + 5;
}

/** Where {@link encrypt} leaves its answer, so that a draw allocates nothing. Typed as the pair that it is. */
const block = new Int32Array(2) as unknown as [number, number];
const bits = new DataView(new ArrayBuffer(8));

/** Threefry's key parity, from the paper. */
const PARITY = 0x1bd11bda;
const TEXT = 0x74657874; // 'text'
const NUMBER = 0x6e756d62; // 'numb'
const LATTICE = 0x67726964; // 'grid'
/** The key above all seeds: 'dior', 'ama1'. */
const ORIGIN: Key = { high: 0x64696f72, low: 0x616d6131 };
const TWO_TO_21 = 0x200000;
const TWO_TO_32 = 0x100000000;
const TWO_TO_53 = 0x20000000000000;
