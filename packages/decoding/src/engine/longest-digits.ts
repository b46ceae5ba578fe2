// How many digits tokens bring before something else: so far ahead numbers have to be looked at.
import type { TokenTrie } from '../vocabulary/token-trie.ts';

const NINE = 0x39;
const ZERO = 0x30;
const POINT = 0x2e;

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

/** How many digits a token may bring at most, before a point and behind it. */
export function mostDigits({ byte, depth, size }: TokenTrie): number {
  let most = 0;
  for (let at = 0; at < byte.length; ) {
    const value = byte[at] as number;
    if ((value < ZERO || value > NINE) && value !== POINT) at += size[at] as number;
    else most = Math.max(most, (depth[at++] as number) + 1);
  }
  return most;
}
