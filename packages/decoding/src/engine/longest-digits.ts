// How many digits tokens bring before something else: so far ahead numbers have to be looked at.
import type { TokenTrie } from '../vocabulary/token-trie.ts';

const NINE = 0x39;
const ZERO = 0x30;

/** The longest run of digits at the start of a token that goes on with something else. */
export function longestDigits({ byte, depth, size }: TokenTrie): number {
  let longest = 0;
  for (let at = 0; at < byte.length; ) {
    const value = byte[at] as number;
    if (value < ZERO || value > NINE) {
      longest = Math.max(longest, depth[at] as number);
      at += size[at] as number;
    } else at++;
  }
  return longest;
}

/** Whether a token brings a power of ten with its digits, as in `1e5` or `e-7`. */
export function hasPowers(trie: TokenTrie): boolean {
  let found = false;
  visit(trie, (text) => {
    found ||= POWER.test(text);
    return POWER_START.test(text);
  });
  return found;
}
const POWER = /^[0-9.]*[eE][+-]?[0-9]/;
const POWER_START = /^[0-9]*\.?[0-9]*([eE][+-]?)?$/;

/** How many digits a token may bring at most, before a point and behind it. */
export function mostDigits(trie: TokenTrie): number {
  let most = 0;
  visit(trie, (text) => {
    const isNumber = DIGITS.test(text);
    if (isNumber) most = Math.max(most, text.replace('.', '').length);
    return isNumber;
  });
  return most;
}
const DIGITS = /^[0-9]*\.?[0-9]*$/;

/** Calls with the beginnings of tokens, longer ones only of those that are answered with true. */
function visit({ byte, depth, size }: TokenTrie, goOn: (text: string) => boolean): void {
  const path: number[] = [];
  for (let at = 0; at < byte.length; ) {
    path.length = depth[at] as number;
    path.push(byte[at] as number);
    at += goOn(String.fromCharCode(...path)) ? 1 : (size[at] as number);
  }
}
