// Turns what tells one vocabulary from another into bytes, and those into a hash.
import type { VocabularyContent } from './create-vocabulary.ts';
import { NumberWriter } from './numbers.ts';
import { lengthOf } from './token-bytes.ts';
import { SLOTS } from './vocabulary.ts';

/**
 * Numbers are LEB128, as in WebAssembly: how many ids, the length of each, how many ends, each, how many slots, each with the
 * place of its name among `SLOTS`; then the bytes of all tokens, which are to lie in the order of their ids.
 */
export function packContent({ tokens, ends, slots }: VocabularyContent): Uint8Array {
  const size = tokens.ends.length;
  const head = new NumberWriter(3 + size + ends.length + 2 * slots.size);
  head.write(size);
  for (let id = 0; id < size; id += 1) head.write(lengthOf(tokens, id));
  head.write(ends.length);
  for (const id of ends) head.write(id);
  head.write(slots.size);
  for (const [id, slot] of slots) {
    head.write(id);
    head.write(SLOTS.indexOf(slot));
  }
  const packed = new Uint8Array(head.length + tokens.bytes.length);
  packed.set(head.bytes.subarray(0, head.length));
  packed.set(tokens.bytes, head.length);
  return packed;
}

/**
 * Sixteen hexadecimal digits. Two lanes of the rounds of xxHash32 with unlike multipliers: for accidents, not for attacks.
 */
export function hashContent(bytes: Uint8Array): string {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let a = 0x9e3779b1 ^ bytes.length;
  let b = 0x85ebca77 ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    const word = words.getInt32(at, true);
    a = Math.imul(rotate(a + Math.imul(word, 0x85ebca77), 13), 0x9e3779b1);
    b = Math.imul(rotate(b + Math.imul(word, 0xc2b2ae3d), 17), 0x27d4eb2f);
  }
  for (let at = whole; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    a = Math.imul(rotate(a + Math.imul(byte, 0x165667b1), 11), 0x9e3779b1);
    b = Math.imul(rotate(b + Math.imul(byte, 0x9e3779b1), 15), 0x27d4eb2f);
  }
  return digits(avalanche(a ^ rotate(b, 7))) + digits(avalanche(b + a));
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

/** Every bit of the input changes about half of the result's. */
function avalanche(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 15), 0x85ebca77);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae3d);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function digits(value: number): string {
  return value.toString(16).padStart(8, '0');
}
