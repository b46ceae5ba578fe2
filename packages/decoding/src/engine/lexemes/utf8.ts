// The bytes of UTF-8, one by one: which may follow so that a whole character comes of it.
import { type ByteSet, bytes, union } from './byte-set.ts';

/** A character of several bytes, as far as read. */
export interface PartialCharacter {
  /** Its bits so far. */
  readonly bits: number;
  /** How many bytes are still to come. */
  readonly left: number;
  /** The range of the next byte. */
  readonly low: number;
  readonly high: number;
}

/** Bytes that begin a character of several. */
export const LEADS: ByteSet = union(range(0xc2, 0xdf), union(range(0xe0, 0xef), range(0xf0, 0xf4)));

function range(low: number, high: number): ByteSet {
  return bytes(`${String.fromCharCode(low)}-${String.fromCharCode(high)}`);
}

export function beginCharacter(lead: number): PartialCharacter {
  if (lead < 0xe0) return { bits: lead & 0x1f, left: 1, low: 0x80, high: 0xbf };
  if (lead < 0xf0) {
    // No overlong forms, and no surrogates.
    return { bits: lead & 0x0f, left: 2, low: lead === 0xe0 ? 0xa0 : 0x80, high: lead === 0xed ? 0x9f : 0xbf };
  }
  return { bits: lead & 0x07, left: 3, low: lead === 0xf0 ? 0x90 : 0x80, high: lead === 0xf4 ? 0x8f : 0xbf };
}

/** With one byte more; `left` 0 if it is whole, its code point then being `bits`. */
export function continueCharacter({ bits, left }: PartialCharacter, byte: number): PartialCharacter {
  return { bits: (bits << 6) | (byte & 0x3f), left: left - 1, low: 0x80, high: 0xbf };
}

/** The first code unit of each range of characters that may come of it: of which some content is asked. */
export function mayBecome(partial: PartialCharacter, byte: number, units: readonly number[] | undefined): boolean {
  if (byte < partial.low || byte > partial.high) return false;
  if (units === undefined) return true;
  const { bits, left } = continueCharacter(partial, byte);
  const first = bits << (6 * left);
  const last = first + (1 << (6 * left)) - 1;
  return units.some((unit) => {
    if (unit < 0xd800 || unit > 0xdbff) return first <= unit && unit <= last;
    const low = 0x10000 + ((unit - 0xd800) << 10);
    return first <= low + 0x3ff && low <= last;
  });
}
