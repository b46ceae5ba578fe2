// Turns the tokens of a vocabulary into the order in which a trie is laid out: by their bytes, then by id.
import { lengthOf, type TokenBytes } from './token-bytes.ts';
import { LONGEST_TOKEN } from './token-trie.ts';

/**
 * The ids of the tokens that a trie holds: those with 1 to 255 bytes. Four bytes at a time are made a number and the
 * numbers sorted, which engines do without calls; then the ranges that share them by the next four.
 */
export function sortTokens(tokens: TokenBytes): Uint32Array {
  const order = idsOfText(tokens);
  const keys = new Float64Array(order.length);
  // A stack and no recursion: where tokens end is up to the user's file.
  const open: Range[] = [{ from: 0, to: order.length, depth: 0 }];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const { from, to, depth } = range;
    for (let at = from; at < to; at += 1) keys[at] = keyOf(tokens, order[at] as number, depth);
    keys.subarray(from, to).sort();
    let start = from;
    let shared = Number.NaN;
    for (let at = from; at < to; at += 1) {
      const key = keys[at] as number;
      const word = Math.floor(key / ID_RANGE);
      order[at] = key - word * ID_RANGE;
      if (word === shared) continue;
      pushRange(open, { from: start, to: at, depth }, shared);
      start = at;
      shared = word;
    }
    pushRange(open, { from: start, to, depth }, shared);
  }
  return order;
}

/** A range of the order whose tokens share their first `depth` bytes. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

function idsOfText(tokens: TokenBytes): Uint32Array {
  const ids = new Uint32Array(tokens.ends.length);
  let count = 0;
  for (let id = 0; id < ids.length; id += 1) {
    const length = lengthOf(tokens, id);
    if (0 < length && length <= LONGEST_TOKEN) ids[count++] = id;
  }
  return ids.slice(0, count);
}

/** Tokens that share four bytes more are sorted by what follows, unless they have ended: then by id, which they are. */
function pushRange(open: Range[], { from, to, depth }: Range, shared: number): void {
  if (1 < to - from && shared % DIGITS !== 0) open.push({ from, to, depth: depth + 4 });
}

/** Four digits, 0 where a token has ended and else its byte and 1, and the id: below 257^4 times 2^20, which is below 2^53. */
function keyOf(tokens: TokenBytes, id: number, depth: number): number {
  const end = tokens.ends[id] as number;
  let at = (tokens.starts[id] as number) + depth;
  let word = 0;
  for (let digit = 0; digit < 4; digit += 1) {
    word = word * DIGITS + (at < end ? (tokens.bytes[at] as number) + 1 : 0);
    at += 1;
  }
  return word * ID_RANGE + id;
}

const DIGITS = 257;

/** Above every id: as large as a vocabulary may be. */
const ID_RANGE = 1_048_576;
