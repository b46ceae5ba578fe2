// Which tokens stay inside of a text, a name or a comment, and where the others leave it: found once for each.
import type { TokenTrie } from '../vocabulary/token-trie.ts';
import { has } from './lexemes/byte-set.ts';
import type { LexemeState } from './lexemes/lexeme-state.ts';
import { listBits, setBit } from './mask.ts';

/** The tokens below a node of the trie, read from a state that goes on without end. */
export interface BodyTable {
  /** The tokens that stay inside: as ids if they are few, else as the words of a bitset. */
  readonly ids: Uint32Array | undefined;
  readonly words: Uint32Array | undefined;
  /** Where tokens leave it. */
  readonly exits: readonly Exit[];
}

/** Places where tokens leave by the same byte, from states that are alike. */
export interface Exit {
  readonly byte: number;
  /** The bytes from the table's node to the first of the places. */
  readonly path: Uint8Array;
  /** The places: nodes of the trie to which the byte leads. */
  readonly nodes: readonly number[];
  /** The bytes that lead to each, for names, of which each is a state of its own. */
  readonly paths: readonly Uint8Array[] | undefined;
}

/** Reads every token below `root`, whose bytes have led to `state`. */
export function buildBodyTable(trie: TokenTrie, root: number, state: LexemeState, size: number): BodyTable {
  const found = new Uint32Array((size + 31) >> 5);
  const exits = new Map<string, { byte: number; path: Uint8Array; nodes: number[]; paths: Uint8Array[] }>();
  const base = trie.depth[root] as number;
  const end = root + (trie.size[root] as number);
  const states: LexemeState[] = [state];
  const path: number[] = [];
  let count = 0;
  for (let at = root + 1; at < end; ) {
    const depth = (trie.depth[at] as number) - base - 1;
    const byte = trie.byte[at] as number;
    const from = states[depth] as LexemeState;
    const isName = from.spelled !== undefined;
    // Names are alike, whatever their letters.
    const next = has(from.live, byte) ? (isName ? from : from.next(byte)) : undefined;
    if (next === undefined || next.body === undefined) {
      if (next === undefined && !isName && from.closing === undefined) {
        at += trie.size[at] as number;
        continue;
      }
      const key = `${isName ? 'name' : (from.key ?? `at ${at}`)} ${byte}`;
      let exit = exits.get(key);
      if (exit === undefined) {
        exit = { byte, path: Uint8Array.from(path.slice(0, depth)), nodes: [], paths: [] };
        exits.set(key, exit);
      }
      exit.nodes.push(at);
      if (isName) exit.paths.push(Uint8Array.from(path.slice(0, depth)));
      at += trie.size[at] as number;
      continue;
    }
    states[depth + 1] = next;
    path[depth] = byte;
    const id = trie.token[at] as number;
    if (id >= 0) {
      count += mark(found, trie, id);
    }
    at++;
  }
  const isSparse = count * 64 < size;
  return {
    ids: isSparse ? listBits(found, count) : undefined,
    words: isSparse ? undefined : found,
    exits: [...exits.values()].map(({ byte, path, nodes, paths }) => ({
      byte,
      path,
      nodes,
      paths: paths.length > 0 ? paths : undefined,
    })),
  };
}

/** Sets the bits of a token and of those with the same bytes. */
export function mark(words: Uint32Array, trie: TokenTrie, id: number): number {
  setBit(words, id);
  const twins = trie.twins.get(id);
  if (twins === undefined) return 1;
  for (const twin of twins) setBit(words, twin);
  return 1 + twins.length;
}

/** Sets the bits of the tokens that stay inside. */
export function orTable(words: Uint32Array, { ids, words: dense }: BodyTable): void {
  if (ids !== undefined) for (const id of ids) setBit(words, id);
  if (dense !== undefined)
    for (let i = 0; i < dense.length; i++) words[i] = (words[i] as number) | (dense[i] as number);
}
