// Turns the tokens of a vocabulary into the order in which a trie is laid out: by their bytes, then by id.
import { lengthOf, startOf, type TokenBytes } from './token-bytes.ts';
import { LONGEST_TOKEN } from './token-trie.ts';

/**
 * The ids of the tokens that a trie holds: those with 1 to 255 bytes. A three-way radix quicksort (Bentley and Sedgewick,
 * "Fast algorithms for sorting and searching strings", 1997): each byte is looked at about once, where a comparison
 * sort reads shared beginnings again and again.
 */
export function sortTokens(tokens: TokenBytes): Uint32Array {
  const { ends } = tokens;
  const order = new Uint32Array(ends.length);
  let count = 0;
  for (let id = 0; id < ends.length; id += 1) {
    const length = lengthOf(tokens, id);
    if (0 < length && length <= LONGEST_TOKEN) order[count++] = id;
  }
  const sorted = order.slice(0, count);
  sortRange(tokens, sorted, { from: 0, to: count, depth: 0 });
  return sorted;
}

interface Range {
  readonly from: number;
  readonly to: number;
  /** How many bytes all tokens of the range share. */
  readonly depth: number;
}

/** An explicit stack, since tokens of one letter would nest calls as deep as there are tokens. */
function sortRange(tokens: TokenBytes, order: Uint32Array, whole: Range): void {
  const open = [whole];
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const { from, to, depth } = range;
    if (to - from < 2) continue;
    const pivot = middleKey(tokens, order, range);
    let below = from;
    let above = to;
    for (let i = from; i < above; ) {
      const id = order[i] as number;
      const key = keyOf(tokens, id, depth);
      if (key < pivot) {
        order[i] = order[below] as number;
        order[below] = id;
        below += 1;
        i += 1;
      } else if (pivot < key) {
        above -= 1;
        order[i] = order[above] as number;
        order[above] = id;
      } else i += 1;
    }
    open.push({ from, to: below, depth }, { from: above, to, depth });
    if (pivot === ENDED) order.subarray(below, above).sort();
    else open.push({ from: below, to: above, depth: depth + 1 });
  }
}

function middleKey(tokens: TokenBytes, order: Uint32Array, { from, to, depth }: Range): number {
  const first = keyOf(tokens, order[from] as number, depth);
  const middle = keyOf(tokens, order[(from + to) >>> 1] as number, depth);
  const last = keyOf(tokens, order[to - 1] as number, depth);
  return first < middle ? Math.max(first, Math.min(middle, last)) : Math.max(middle, Math.min(first, last));
}

/** The byte of a token at a depth; a token that has ended comes before all that go on. */
function keyOf(tokens: TokenBytes, id: number, depth: number): number {
  const at = startOf(tokens, id) + depth;
  return at < (tokens.ends[id] as number) ? (tokens.bytes[at] as number) : ENDED;
}

const ENDED = -1;
