// Turns the tokens of a vocabulary into a trie over bytes.
import { lengthOf, startOf, type TokenBytes } from './token-bytes.ts';
import type { TokenTrie } from './token-trie.ts';

/**
 * One pass over sorted tokens: of each the bytes that it does not share with its predecessor become nodes.
 * `order` is as `sortTokens` gives it; if not, the result is undefined.
 */
export function buildTrie(tokens: TokenBytes, order: Uint32Array): TokenTrie | undefined {
  const shared = sharedLengths(tokens, order);
  if (shared === undefined) return undefined;
  const trie = emptyTrie(countNodes(tokens, order, shared));
  const twins = new Map<number, number[]>();
  const path = new Uint32Array(256);
  let nodes = 0;
  let open = 0;
  for (let i = 0; i < order.length; i += 1) {
    const id = order[i] as number;
    const start = startOf(tokens, id);
    const length = lengthOf(tokens, id);
    const common = shared[i] as number;
    if (common === length) {
      const first = trie.token[nodes - 1] as number;
      const others = twins.get(first);
      if (others === undefined) twins.set(first, [id]);
      else others.push(id);
      continue;
    }
    for (; common < open; open -= 1) closeNode(trie.size, path[open - 1] as number, nodes);
    for (; open < length; open += 1) {
      trie.byte[nodes] = tokens.bytes[start + open] as number;
      trie.depth[nodes] = open;
      path[open] = nodes;
      nodes += 1;
    }
    trie.token[nodes - 1] = id;
  }
  for (; 0 < open; open -= 1) closeNode(trie.size, path[open - 1] as number, nodes);
  return { ...trie, twins };
}

/** How many bytes each token shares with the one before it; undefined if the order is not by bytes, then by id. */
function sharedLengths(tokens: TokenBytes, order: Uint32Array): Uint8Array | undefined {
  const { bytes } = tokens;
  const shared = new Uint8Array(order.length);
  for (let i = 1; i < order.length; i += 1) {
    const before = order[i - 1] as number;
    const id = order[i] as number;
    const a = startOf(tokens, before);
    const b = startOf(tokens, id);
    const lengthA = lengthOf(tokens, before);
    const lengthB = lengthOf(tokens, id);
    const shorter = Math.min(lengthA, lengthB);
    let common = 0;
    while (common < shorter && bytes[a + common] === bytes[b + common]) common += 1;
    const rises =
      common < shorter
        ? (bytes[a + common] as number) < (bytes[b + common] as number)
        : lengthA < lengthB || (lengthA === lengthB && before < id);
    if (!rises) return undefined;
    shared[i] = common;
  }
  return shared;
}

function countNodes(tokens: TokenBytes, order: Uint32Array, shared: Uint8Array): number {
  let nodes = 0;
  for (let i = 0; i < order.length; i += 1) nodes += lengthOf(tokens, order[i] as number) - (shared[i] as number);
  return nodes;
}

function emptyTrie(nodes: number): Omit<TokenTrie, 'twins'> {
  return {
    byte: new Uint8Array(nodes),
    size: new Uint32Array(nodes),
    token: new Int32Array(nodes).fill(-1),
    depth: new Uint8Array(nodes),
  };
}

function closeNode(size: Uint32Array, node: number, nodes: number): void {
  size[node] = nodes - node;
}
