// Turns bytes into the fewest tokens of a vocabulary that spell them.
import type { TokenTrie } from './token-trie.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Of several ways with equally few tokens, the one whose first token is longest, and so on. Undefined if no tokens spell the
 * bytes. Not what a tokenizer itself does, which merges by rank; but never more tokens, and what two texts need
 * together is at most what they need apart: with longest matches from the left neither is so.
 */
export function tokenize(vocabulary: Vocabulary, bytes: Uint8Array): Uint32Array | undefined {
  const { byte, size, token } = vocabulary.trie;
  const roots = rootsOf(vocabulary.trie);
  const needed = new Float64Array(bytes.length + 1).fill(Number.POSITIVE_INFINITY);
  const chosen = new Int32Array(bytes.length);
  const next = new Uint32Array(bytes.length);
  needed[bytes.length] = 0;
  for (let from = bytes.length - 1; 0 <= from; from -= 1) {
    let best = Number.POSITIVE_INFINITY;
    let node = roots[bytes[from] as number] as number;
    for (let to = from + 1; node !== -1; to += 1) {
      const id = token[node] as number;
      const with_ = 1 + (needed[to] as number);
      if (id !== -1 && with_ <= best) {
        best = with_;
        chosen[from] = id;
        next[from] = to;
      }
      node = to < bytes.length ? childOf(byte, size, node, bytes[to] as number) : -1;
    }
    needed[from] = best;
  }
  if (needed[0] === Number.POSITIVE_INFINITY) return undefined;
  const ids: number[] = [];
  for (let at = 0; at < bytes.length; at = next[at] as number) ids.push(chosen[at] as number);
  return Uint32Array.from(ids);
}

/** The child to which a byte leads, or -1. */
function childOf(byte: Uint8Array, size: Uint32Array, node: number, wanted: number): number {
  const end = node + (size[node] as number);
  for (let child = node + 1; child < end; child += size[child] as number) {
    const reached = byte[child] as number;
    if (reached === wanted) return child;
    if (wanted < reached) return -1;
  }
  return -1;
}

/** The first level has up to 256 nodes with large subtrees: they are looked up, not passed over one by one. */
function rootsOf(trie: TokenTrie): Int32Array {
  const known = rootsByTrie.get(trie);
  if (known !== undefined) return known;
  const roots = new Int32Array(256).fill(-1);
  for (let node = 0; node < trie.byte.length; node += trie.size[node] as number)
    roots[trie.byte[node] as number] = node;
  rootsByTrie.set(trie, roots);
  return roots;
}

const rootsByTrie = new WeakMap<TokenTrie, Int32Array>();
