// Turns a state within a lexeme into where each token leads from it: to another state of the lexeme, or out of it. It
// depends on spellings alone, so that places which expect the same share it.
import type { TokenTrie } from '../vocabulary/token-trie.ts';
import type { BodyTable } from './body-table.ts';
import type { Engine } from './engine.ts';
import { GapState, type LexemePlace } from './gap-state.ts';
import { has } from './lexemes/byte-set.ts';
import type { Closing, LexemeState } from './lexemes/lexeme-state.ts';

/** Below nodes of fewer descendants a walk is faster than a table. */
const LARGE = 256;
const POINT = 0x2e;

/** Tokens that lead to states which are alike. */
export interface Ends {
  readonly lexeme: LexemeState;
  readonly ids: number[];
}
/** The many tokens that stay in a text, a name or a comment. */
interface Body {
  readonly lexeme: LexemeState;
  readonly table: BodyTable;
}
/** Tokens that leave the lexeme. */
export interface Exit {
  /** What the lexeme says; if it is a new name, one of those that are alike. */
  readonly closing: Closing;
  /** Where they go on: nodes of the trie whose byte is read behind the lexeme. */
  readonly starts: ExitStart[];
  /** They leave a number only if two points come, as in `1..2`: with both of them, or with the second. */
  readonly points: 'none' | 'both' | 'second';
}
interface ExitStart {
  readonly node: number;
  /** The letters of the new name that the token brings. */
  readonly name: string | undefined;
}

/** Where tokens lead. */
export interface Reach {
  readonly id: number;
  readonly ends: readonly Ends[];
  readonly bodies: readonly Body[];
  readonly exits: readonly Exit[];
  /** From white space: what begins a lexeme. */
  readonly parts: readonly Part[];
  /** The tokens of `ends` in rising order. */
  readonly ids: Uint32Array;
}

/** Tokens that begin a lexeme lead where those of the lexeme do. */
export interface Part {
  readonly place: LexemePlace;
  readonly reach: Reach;
}

let reaches = 0;

/** Where the tokens between two nodes of the trie lead from a state, the first byte being that of `first`. */
export function findReach(engine: Engine, start: LexemeState, first: number, end: number): Reach {
  const walk = new Walk(engine, start.spelled?.length ?? 0);
  walk.below(start, first, end);
  return walk.finish();
}

/** Where the tokens from a node of the trie on lead, whose byte has led to a state. */
export function findReachBehind(engine: Engine, state: LexemeState, node: number): Reach {
  const walk = new Walk(engine, 0);
  walk.behind(state, node);
  return walk.finish();
}

class Walk {
  readonly #engine: Engine;
  readonly #trie: TokenTrie;
  /** How many letters of an open name stand before the tokens. */
  readonly #known: number;
  readonly #ends = new Map<string | LexemeState, Ends>();
  readonly #bodies: Body[] = [];
  readonly #exits = new Map<string, Exit>();
  readonly #parts: Part[] = [];

  constructor(engine: Engine, known: number) {
    this.#engine = engine;
    this.#trie = engine.vocabulary.trie;
    this.#known = known;
  }

  behind(state: LexemeState, node: number): void {
    const size = this.#trie.size[node] as number;
    this.#end(state, node);
    if (size > LARGE && state.body !== undefined) this.#takeTable(state, node);
    else if (size > 1) this.below(state, node + 1, node + size);
  }

  below(start: LexemeState, first: number, end: number): void {
    const { byte: bytes, depth: depths, size: sizes } = this.#trie;
    const base = depths[first] as number;
    const states: LexemeState[] = [start];
    for (let at = first; at < end; ) {
      const depth = (depths[at] as number) - base;
      const byte = bytes[at] as number;
      const size = sizes[at] as number;
      const from = states[depth] as LexemeState;
      const place = has(from.live, byte) && from instanceof GapState ? from.begins(byte) : undefined;
      if (place !== undefined) {
        this.#parts.push({ place, reach: this.#engine.reachBehind(place.begin(byte), at) });
        at += size;
        continue;
      }
      if (!has(from.live, byte)) {
        this.#leave(from, at, byte);
        at += size;
        continue;
      }
      if (byte === POINT && from.mayPrecedePoints === true) this.#leave(from, at, byte);
      const next = from.next(byte);
      this.#end(next, at);
      if (size > LARGE && next.body !== undefined) {
        this.#takeTable(next, at);
        at += size;
        continue;
      }
      states[depth + 1] = next;
      at++;
    }
  }

  /** A token may end at a node. */
  #end(lexeme: LexemeState, node: number): void {
    const id = this.#trie.token[node] as number;
    if (id < 0) return;
    const key = lexeme.key ?? lexeme;
    let ends = this.#ends.get(key);
    if (ends === undefined) {
      ends = { lexeme, ids: [] };
      this.#ends.set(key, ends);
    }
    ends.ids.push(id, ...(this.#trie.twins.get(id) ?? []));
  }

  /** A byte that the lexeme does not take: it ends before it, if it may. */
  #leave(from: LexemeState, node: number, byte: number): void {
    const points =
      byte !== POINT ? 'none' : from.split !== undefined ? 'second' : from.mayPrecedePoints ? 'both' : 'none';
    const closing = points === 'second' ? from.split : from.closing;
    if (closing === undefined || (points !== 'none' && this.#engine.isCore)) return;
    if (points === 'none' && has(from.sticky, byte)) return;
    const { label, lexeme, expectation } = closing;
    // Behind new names the same may come.
    const key = label === undefined ? `${points}|${expectation.kind}|${lexeme.type}|${lexeme.text}` : 'name';
    let exit = this.#exits.get(key);
    if (exit === undefined) {
      exit = { closing, starts: [], points };
      this.#exits.set(key, exit);
    }
    exit.starts.push({ node, name: label?.slice(this.#known) });
  }

  /** The tokens below a node that stay in the lexeme, and those that leave it. */
  #takeTable(start: LexemeState, root: number): void {
    const table = this.#engine.table(root, start.body as string, start);
    this.#bodies.push({ lexeme: start, table });
    for (const exit of table.exits) {
      for (const [index, node] of exit.nodes.entries()) {
        let from = start;
        for (const byte of exit.paths?.[index] ?? exit.path) from = from.next(byte);
        this.below(from, node, node + (this.#trie.size[node] as number));
      }
    }
  }

  finish(): Reach {
    const ends = [...this.#ends.values()];
    const ids = Uint32Array.from(ends.flatMap((one) => one.ids)).sort();
    return { id: reaches++, ends, bodies: this.#bodies, exits: [...this.#exits.values()], parts: this.#parts, ids };
  }
}
