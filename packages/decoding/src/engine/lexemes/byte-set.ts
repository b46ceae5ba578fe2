// Sets of bytes, as 256 bits.

/** Bit `b & 31` of word `b >> 5` tells of byte `b`. */
export type ByteSet = Uint32Array;

export const NO_BYTES: ByteSet = new Uint32Array(8);

/** A set of single bytes and of ranges: `bytes('a-z', '_')`; a minus alone is itself. */
export function bytes(...parts: readonly string[]): ByteSet {
  const set = new Uint32Array(8);
  for (const part of parts) {
    const [first = 0, last = first] =
      part.length === 3 && part[1] === '-' ? [part.charCodeAt(0), part.charCodeAt(2)] : [part.charCodeAt(0)];
    for (let byte = first; byte <= last; byte++) add(set, byte);
  }
  return set;
}

export function has(set: ByteSet, byte: number): boolean {
  return ((set[byte >> 5] as number) >>> (byte & 31)) % 2 === 1;
}

export function add(set: ByteSet, byte: number): void {
  set[byte >> 5] = (set[byte >> 5] as number) | (1 << (byte & 31));
}

export function union(a: ByteSet, b: ByteSet): ByteSet {
  return a.map((word, index) => word | (b[index] as number));
}

export function without(a: ByteSet, b: ByteSet): ByteSet {
  return a.map((word, index) => word & ~(b[index] as number));
}

/** Calls with each byte of a set, lowest first. */
export function* members(set: ByteSet): Generator<number> {
  for (let byte = 0; byte < 256; byte++) if (has(set, byte)) yield byte;
}

export const LETTERS = bytes('A-Z', 'a-z');
export const DIGITS = bytes('0-9');
/** What goes on with a name. */
export const NAME_BYTES = bytes('A-Z', 'a-z', '0-9', '_');
/** What begins a name. */
export const NAME_STARTS = bytes('A-Z', 'a-z', '_');
