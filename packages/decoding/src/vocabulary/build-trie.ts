// Turns the tokens of a vocabulary into a trie over bytes.
import type { TokenBytes } from './token-bytes.ts';
import type { TokenTrie } from './token-trie.ts';

/**
 * One pass over sorted tokens: of each the bytes that it does not share with its predecessor become nodes.
 * `order` is as `sortTokens` gives it; if not, the result is undefined.
 */
export function buildTrie({ bytes, starts, ends }: TokenBytes, order: Uint32Array): TokenTrie | undefined {
  // As many nodes as bytes at most, in case that no token begins like another; what is not used is cut off in the end.
  const byte = new Uint8Array(bytes.length);
  const depth = new Uint8Array(bytes.length);
  const size = new Uint32Array(bytes.length);
  const token = new Int32Array(bytes.length);
  const twins = new Map<number, number[]>();
  /** The nodes of the token before, which are still open. */
  const path = new Uint32Array(256);
  let nodes = 0;
  let before = -1;
  let beforeStart = 0;
  let beforeLength = 0;
  for (let i = 0; i < order.length; i += 1) {
    const id = order[i] as number;
    const start = starts[id] as number;
    const length = (ends[id] as number) - start;
    const shorter = Math.min(length, beforeLength);
    let shared = 0;
    while (shared < shorter && bytes[start + shared] === bytes[beforeStart + shared]) shared += 1;
    if (shared < shorter) {
      if ((bytes[start + shared] as number) < (bytes[beforeStart + shared] as number)) return undefined;
    } else if (length < beforeLength) return undefined;
    else if (length === beforeLength) {
      if (id <= before) return undefined;
      addTwin(twins, token[nodes - 1] as number, id);
      before = id;
      continue;
    }
    for (let level = beforeLength - 1; shared <= level; level -= 1) {
      const node = path[level] as number;
      size[node] = nodes - node;
    }
    for (let level = shared; level < length; level += 1) {
      byte[nodes] = bytes[start + level] as number;
      depth[nodes] = level;
      token[nodes] = -1;
      path[level] = nodes;
      nodes += 1;
    }
    token[nodes - 1] = id;
    before = id;
    beforeStart = start;
    beforeLength = length;
  }
  for (let level = 0; level < beforeLength; level += 1) {
    const node = path[level] as number;
    size[node] = nodes - node;
  }
  return {
    byte: byte.slice(0, nodes),
    size: size.slice(0, nodes),
    token: token.slice(0, nodes),
    depth: depth.slice(0, nodes),
    twins,
  };
}

function addTwin(twins: Map<number, number[]>, first: number, id: number): void {
  const others = twins.get(first);
  if (others === undefined) twins.set(first, [id]);
  else others.push(id);
}
