import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildTrie } from '../../src/vocabulary/build-trie.ts';
import { sortTokens } from '../../src/vocabulary/sort-tokens.ts';
import { bytesOf, joinTokens, type TokenBytes } from '../../src/vocabulary/token-bytes.ts';
import type { TokenTrie } from '../../src/vocabulary/token-trie.ts';

/** Few letters, so that tokens share beginnings; 0 and 255, since they are at the edges; now and then a long one. */
const letters = fc.constantFrom(0, 1, 97, 98, 255);
const token = fc.oneof(
  { weight: 20, arbitrary: fc.array(letters, { maxLength: 9 }) },
  { weight: 1, arbitrary: fc.array(letters, { minLength: 250, maxLength: 260 }) },
);
const vocabularies = fc
  .array(token, { maxLength: 60 })
  .map((tokens) => joinTokens(tokens.map((bytes) => Uint8Array.from(bytes))));

test('a trie has exactly the tokens of 1 to 255 bytes, each at the end of its bytes', () => {
  fc.assert(
    fc.property(vocabularies, (tokens) => {
      expect(listTrie(trieOf(tokens))).toEqual(listTokens(tokens));
    }),
  );
});

test('subtrees nest, siblings rise, and depths tell the lengths', () => {
  fc.assert(
    fc.property(vocabularies, (tokens) => {
      const trie = trieOf(tokens);
      expect(countNodes(trie, 0, trie.byte.length, 0)).toBe(trie.byte.length);
    }),
  );
});

test('tokens with equal bytes share a node: the lowest id has it, the others are its twins', () => {
  const { token, twins } = trieOf(joinTokens([[98], [97], [], [97], [97, 98], [97]].map((b) => Uint8Array.from(b))));
  expect([...token]).toEqual([1, 4, 0]);
  expect([...twins]).toEqual([[1, [3, 5]]]);
});

test('an order that is not by bytes and then by id makes no trie', () => {
  fc.assert(
    fc.property(vocabularies, fc.nat(), fc.nat(), (tokens, a, b) => {
      const order = sortTokens(tokens);
      const [i, j] = [a % (order.length || 1), b % (order.length || 1)];
      if (i === j) return;
      const [left, right] = [order[i] as number, order[j] as number];
      order[i] = right;
      order[j] = left;
      expect(buildTrie(tokens, order)).toBeUndefined();
    }),
  );
});

test('a hundred thousand tokens of one letter do not exhaust the stack', () => {
  const same = joinTokens(new Array<Uint8Array>(100_000).fill(Uint8Array.of(97, 97, 97, 97, 97)));
  expect(trieOf(same).twins.get(0)).toHaveLength(99_999);
});

function trieOf(tokens: TokenBytes): TokenTrie {
  const trie = buildTrie(tokens, sortTokens(tokens));
  if (trie === undefined) throw new Error('sorted tokens make a trie');
  return trie;
}

/** `bytes:ids` of each node with a token. */
function listTrie({ byte, token, depth, twins }: TokenTrie): string[] {
  const path: number[] = [];
  const listed: string[] = [];
  for (const [node, id] of token.entries()) {
    path.length = depth[node] as number;
    path.push(byte[node] as number);
    if (id !== -1) listed.push(`${path}:${[id, ...(twins.get(id) ?? [])]}`);
  }
  return listed.sort();
}

function listTokens(tokens: TokenBytes): string[] {
  const byBytes = new Map<string, number[]>();
  for (let id = 0; id < tokens.ends.length; id += 1) {
    const bytes = bytesOf(tokens, id);
    if (bytes.length === 0 || 255 < bytes.length) continue;
    const key = String([...bytes]);
    byBytes.set(key, [...(byBytes.get(key) ?? []), id]);
  }
  return [...byBytes].map(([bytes, ids]) => `${bytes}:${ids}`).sort();
}

/** Passes over siblings from a node, checks each subtree, and counts what it has seen. */
function countNodes(trie: TokenTrie, from: number, to: number, depth: number): number {
  let count = 0;
  let last = -1;
  let node = from;
  while (node < to) {
    const byte = trie.byte[node] as number;
    expect(trie.depth[node]).toBe(depth);
    expect(byte).toBeGreaterThan(last);
    last = byte;
    const end = node + (trie.size[node] as number);
    count += 1 + countNodes(trie, node + 1, end, depth + 1);
    node = end;
  }
  expect(node).toBe(to);
  return count;
}
