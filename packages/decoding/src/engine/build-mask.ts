// Turns a position into the tokens that may come next: those that stay in its lexeme, and behind its end those that go on.
import { type BodyTable, orTable } from './body-table.ts';
import type { CachedMask, LabelToken } from './cached-mask.ts';
import type { Engine } from './engine.ts';
import type { LexemePlace } from './gap-state.ts';
import { has } from './lexemes/byte-set.ts';
import { bitMask, countBits, listBits, listMask, type Mask, setBit } from './mask.ts';
import type { Node } from './node.ts';
import { leadsToPoints, type Position } from './position.ts';
import type { Reach } from './reach.ts';

const POINT = 0x2e;
const NO_NAMES: readonly string[] = [];
/** The most ids that are listed; more are bits. */
const MOST_LISTED = 2048;

/** The tokens behind which a program can still follow. End ids are not among them. */
export function buildMask(engine: Engine, position: Position): CachedMask {
  const reaches: Reach[] = [];
  const labels: LabelToken[] = [];
  visitReaches(engine, position, (_, __, reach, names) => {
    reaches.push(reach);
    if (names.length > 0) for (const id of idsOf(reach)) labels.push({ id, names });
  });
  return { mask: engine.mask(reaches), labels };
}

/** Calls with everything that tokens reach, and the new names that they end on the way. */
export function visitReaches(
  engine: Engine,
  { node, place, lexeme }: Position,
  visit: (node: Node, place: LexemePlace | undefined, reach: Reach, names: readonly string[]) => void,
): void {
  const { byte, size } = engine.vocabulary.trie;
  const follow = (from: Node, at: LexemePlace | undefined, reach: Reach, names: readonly string[]): void => {
    visit(from, at, reach, names);
    for (const part of reach.parts) follow(from, part.place, part.reach, names);
    for (const { closing, starts, points } of reach.exits) {
      const behind = from.after(at?.gap ?? '', closing);
      if (behind === undefined || (points !== 'none' && !leadsToPoints(behind))) continue;
      const start = points === 'second' ? behind.start.advance(POINT) : behind.start;
      for (const { node: first, name } of starts) {
        if (start === undefined || !has(start.lexeme.live, byte[first] as number)) continue;
        const next =
          points === 'second'
            ? engine.reach(start.lexeme, first, first + (size[first] as number))
            : engine.reachFrom(behind.shape, first);
        follow(behind, start.place, next, name === undefined ? names : [...names, name]);
      }
    }
  };
  follow(node, place, engine.reachOf(node.shape, lexeme), NO_NAMES);
}

/** The tokens of all. */
export function unite(reaches: readonly Reach[], size: number): Mask {
  const isListed = reaches.every(({ bodies }) => bodies.length === 0);
  const count = reaches.reduce((sum, { ids }) => sum + ids.length, 0);
  if (isListed && count <= MOST_LISTED) return listMask(merge(reaches, count), size);
  const words = new Uint32Array((size + 31) >> 5);
  for (const { ids, bodies } of reaches) {
    for (const id of ids) setBit(words, id);
    for (const { table } of bodies) orTable(words, table);
  }
  const found = countBits(words);
  return found > MOST_LISTED ? bitMask(words, found) : listMask(listBits(words, found), size);
}

/** All ids once, in rising order. */
function merge(reaches: readonly Reach[], count: number): Uint32Array {
  const [only] = reaches;
  if (reaches.length === 1 && only !== undefined) return only.ids;
  const ids = new Uint32Array(count);
  let end = 0;
  for (const { ids: some } of reaches) {
    ids.set(some, end);
    end += some.length;
  }
  ids.sort();
  let kept = 0;
  for (let i = 0; i < end; i++) if (i === 0 || ids[i] !== ids[i - 1]) ids[kept++] = ids[i] as number;
  return ids.subarray(0, kept);
}

function idsOf({ ids, bodies }: Reach): Iterable<number> {
  return bodies.length === 0 ? ids : [...ids, ...bodies.flatMap(({ table }) => [...tokensOf(table)])];
}
/** The tokens of a table. */
export function tokensOf({ ids, words }: BodyTable): Iterable<number> {
  return ids ?? listBits(words as Uint32Array, countBits(words as Uint32Array));
}
