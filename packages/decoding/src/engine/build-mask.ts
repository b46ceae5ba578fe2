// Turns a position into the mask of the tokens that may come next: one walk over the vocabulary's trie.
import type { BodyTable } from './body-table.ts';
import { mark, orTable } from './body-table.ts';
import type { Engine } from './engine.ts';
import { has } from './lexemes/byte-set.ts';
import { bitMask, countBits, listBits, listMask, type Mask } from './mask.ts';
import type { BodyTokens, CachedMask, LabelToken } from './mask-cache.ts';
import type { Position } from './position.ts';

/** Below nodes of fewer descendants a walk is faster than a table. */
const LARGE = 256;
const NO_NAMES: readonly string[] = [];
/** The most ids that are listed; more are bits. */
const MOST_LISTED = 2048;

/** The tokens behind which a program can still follow. End ids are not among them. */
export function buildMask(engine: Engine, position: Position): CachedMask {
  const walk = new MaskWalk(engine);
  const { trie } = engine.vocabulary;
  const body = position.lexeme.body;
  const known = position.lexeme.spelled?.length ?? 0;
  if (body === undefined) walk.below(position, 0, trie.byte.length, 0, NO_NAMES, known);
  else {
    // Each first byte has a table of its own.
    for (let at = 0; at < trie.byte.length; at += trie.size[at] as number) {
      walk.below(position, at, at + (trie.size[at] as number), 0, NO_NAMES, known);
    }
  }
  return { mask: walk.finish(), labels: walk.labels, bodies: walk.bodies };
}

class MaskWalk {
  readonly #engine: Engine;
  readonly #words: Uint32Array;
  readonly labels: LabelToken[] = [];
  readonly bodies: BodyTokens[] = [];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#words = new Uint32Array((engine.vocabulary.size + 31) >> 5);
  }

  /**
   * Marks the tokens between two nodes of the trie whose bytes from `base` on lead from a position to another. `label` is
   * a name that ended before; `known` how many letters of an open name stand before the token.
   */
  below(start: Position, first: number, end: number, base: number, label: readonly string[], known: number): void {
    const { trie } = this.#engine.vocabulary;
    const { byte: bytes, depth: depths, size: sizes, token: tokens } = trie;
    const positions: Position[] = [start];
    const labels: (readonly string[])[] = [label];
    for (let at = first; at < end; ) {
      const depth = (depths[at] as number) - base;
      const byte = bytes[at] as number;
      const from = positions[depth] as Position;
      if (!has(from.live, byte)) {
        at += sizes[at] as number;
        continue;
      }
      let ended = labels[depth] as readonly string[];
      const name = from.lexeme.closing?.label;
      if (name !== undefined && from.endsBefore(byte)) ended = [...ended, name.slice(ended.length === 0 ? known : 0)];
      const id = tokens[at] as number;
      if (id >= 0) this.#take(id, ended);
      // A byte that is live leads somewhere; where to need not be known unless tokens go on.
      if (sizes[at] === 1) {
        at++;
        continue;
      }
      const target = from.advance(byte) as Position;
      if (target.lexeme.body !== undefined && (sizes[at] as number) > LARGE) {
        this.#takeTable(target, at, ended, known);
        at += sizes[at] as number;
        continue;
      }
      positions[depth + 1] = target;
      labels[depth + 1] = ended;
      at++;
    }
  }

  #take(id: number, label: readonly string[]): void {
    const { trie } = this.#engine.vocabulary;
    mark(this.#words, trie, id);
    if (label.length === 0) return;
    for (const one of [id, ...(trie.twins.get(id) ?? [])]) this.labels.push({ id: one, names: label });
  }

  /** Marks the tokens below a node that stay in the lexeme, and looks at those that leave it. */
  #takeTable(position: Position, root: number, label: readonly string[], known: number): void {
    const { lexeme } = position;
    const table = this.#engine.table(root, lexeme.body as string, lexeme);
    this.#takeInside(table, label);
    this.bodies.push({ position, table });
    for (const exit of table.exits) {
      if (exit.paths === undefined) {
        const from = follow(position, exit.path);
        if (from === undefined || !has(from.live, exit.byte)) continue;
        for (const node of exit.nodes) this.#takeExit(from, node, label, known);
        continue;
      }
      // Behind names the same may come, so one tells of all, but for names that are not free.
      const sample = follow(position, exit.paths[0] as Uint8Array);
      if (sample?.behind !== undefined && !has(sample.live, exit.byte)) continue;
      for (const [index, node] of exit.nodes.entries()) {
        const path = exit.paths[index] as Uint8Array;
        const from = follow(position, path);
        if (from !== undefined && has(from.live, exit.byte)) this.#takeExit(from, node, label, known);
      }
    }
  }

  #takeExit(from: Position, node: number, label: readonly string[], known: number): void {
    const { size, depth } = this.#engine.vocabulary.trie;
    this.below(from, node, node + (size[node] as number), depth[node] as number, label, known);
  }

  #takeInside(table: BodyTable, label: readonly string[]): void {
    orTable(this.#words, table);
    if (label.length === 0) return;
    const { ids, words } = table;
    for (const id of ids ?? listBits(words as Uint32Array, countBits(words as Uint32Array))) {
      this.labels.push({ id, names: label });
    }
  }

  finish(): Mask {
    const count = countBits(this.#words);
    if (count > MOST_LISTED) return bitMask(this.#words, count);
    return listMask(listBits(this.#words, count), this.#engine.vocabulary.size);
  }
}

function follow(position: Position, path: Uint8Array): Position | undefined {
  let at: Position | undefined = position;
  for (const byte of path) at = at?.advance(byte);
  return at;
}
