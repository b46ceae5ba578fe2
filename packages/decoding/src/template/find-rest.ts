// Turns a place in the value of a hole into bytes with which value and template end: the proof that they can.
import type { Expectation, NumberExpectation, PrefixState, TextExpectation } from '@diorama/grammar';
import { has } from '../engine/lexemes/byte-set.ts';
import type { Closing, LexemeState } from '../engine/lexemes/lexeme-state.ts';
import type { ValueNode } from './value-node.ts';
import type { ValueOption } from './value-place.ts';
import { isWhole } from './value-shape.ts';

/** A lexeme of a value. */
export interface Step {
  readonly kind: Expectation['kind'];
  readonly gap: string;
  readonly text: string;
}

/** A way from the start of a search: to a node, or to a lexeme that is still to be tried there. */
interface Way {
  readonly node: ValueNode;
  readonly tried: { readonly option: ValueOption; readonly text: string } | undefined;
  readonly cost: number;
  readonly text: string;
  readonly steps: readonly Step[];
}

/** Values that types do not tell apart: so many are tried of whole ones, and of unfinished ones. */
const MOST_ALIKE = { whole: 48, unfinished: 3 };

/** The shortest values first. `written` is white space that stands already. */
export function findRest(start: ValueNode, written: string): string | undefined {
  const { completion } = start;
  const open: Way[][] = [[{ node: start, tried: undefined, cost: 0, text: '', steps: [] }]];
  const closed = new Set<ValueNode>();
  const alike = new Map<PrefixState, Map<string, number>>();
  for (let cost = 0; cost < open.length; cost++) {
    for (const { node: from, tried, text, steps } of open[cost] ?? []) {
      if (completion.effort-- <= 0) return undefined;
      const node = tried === undefined ? from : behind(from, tried.option, tried.text);
      if (node === undefined || closed.has(node) || !isNew(node, alike)) continue;
      closed.add(node);
      const skipped = tried === undefined ? written : '';
      const exit = skipped === '' ? node.exit : undefined;
      if (exit !== undefined) {
        if (start.isStart && written === '') completion.favour(start.parts.hole, steps);
        return text + exit.rest;
      }
      for (const option of node.options) {
        if (skipped !== '' && option.gap !== skipped) continue;
        const gap = option.gap.slice(skipped.length);
        const extra = cost + gap.length + costOf(option.expectation);
        const { kind } = option.expectation;
        // The first of each are tried before the second of any.
        for (const [index, spelled] of candidates(option.expectation).entries()) {
          const next = extra + spelled.length + index;
          const way = {
            node,
            tried: { option, text: spelled },
            text: text + gap + spelled,
            cost: next,
            steps: [...steps, { kind, gap: option.gap, text: spelled }],
          };
          const list = open[next] ?? [];
          list.push(way);
          open[next] = list;
        }
      }
    }
  }
  return undefined;
}

function isNew({ parts: { typed, shape } }: ValueNode, alike: Map<PrefixState, Map<string, number>>): boolean {
  const known = alike.get(typed) ?? new Map<string, number>();
  alike.set(typed, known);
  const count = known.get(shape.id) ?? 0;
  known.set(shape.id, count + 1);
  return count < (isWhole(shape) ? MOST_ALIKE.whole : MOST_ALIKE.unfinished);
}

/** The same with the first of some values that does. */
export function findFavourite(start: ValueNode, favourites: readonly (readonly Step[])[]): string | undefined {
  for (const steps of favourites) {
    if (start.completion.effort <= 0) return undefined;
    const exit = replay(start, steps)?.exit;
    if (exit !== undefined) return steps.map(({ gap, text }) => gap + text).join('') + exit.rest;
  }
  return undefined;
}

function replay(start: ValueNode, steps: readonly Step[]): ValueNode | undefined {
  let at: ValueNode | undefined = start;
  for (const { kind, gap, text } of steps) {
    const option: ValueOption | undefined = at?.options.find(
      ({ expectation, gap: before }) =>
        before === gap &&
        expectation.kind === kind &&
        (!('text' in expectation) || expectation.text === text) &&
        (!('name' in expectation) || expectation.name === text),
    );
    at = option && at && behind(at, option, text);
  }
  return at;
}

/** The node behind a lexeme. */
function behind(node: ValueNode, { expectation, gap }: ValueOption, text: string): ValueNode | undefined {
  if (expectation.kind === 'punctuation' || expectation.kind === 'operator' || expectation.kind === 'keyword')
    return node.after(gap, { lexeme: { type: expectation.token, text }, expectation });
  const place = node.places.get(gap);
  const first = text.charCodeAt(0);
  if (place === undefined || !has(place.starts, first)) return undefined;
  const closing = follow(place.begin(first), text.slice(1));
  return closing && node.after(gap, closing);
}

function follow(lexeme: LexemeState, rest: string): Closing | undefined {
  let at = lexeme;
  for (const letter of rest) {
    const byte = letter.charCodeAt(0);
    if (!has(at.live, byte)) return undefined;
    at = at.next(byte);
  }
  return at.closing;
}

/** What a lexeme costs beside its bytes: the more, the longer the value becomes with it. */
function costOf(expectation: Expectation): number {
  switch (expectation.kind) {
    case 'function-name':
    case 'argument-name':
      return 4;
    case 'operator':
      return expectation.text === '-' ? 2 : 8;
    case 'keyword':
      return expectation.text === 'if' ? 12 : 0;
    case 'punctuation':
      return expectation.text === '(' || expectation.text === '[' || expectation.text === '.' ? 3 : 0;
    default:
      return 0;
  }
}

/** Spellings worth trying, the shortest first. */
export function candidates(expectation: Expectation): readonly string[] {
  switch (expectation.kind) {
    case 'number':
      return numbers(expectation);
    case 'text':
      return texts(expectation);
    case 'color':
      return ['#000000'];
    case 'new-name':
      return [];
    default:
      return 'text' in expectation ? [expectation.text] : [expectation.name];
  }
}

const COMMON = ['0', '1', '2', '5', '10', '0.5', '0.1', '20', '50', '100', '0.01', '1000'];

function numbers({ units }: NumberExpectation): readonly string[] {
  const sorted = [...units].sort((a, b) => Number(b.direct) - Number(a.direct) || a.name.length - b.name.length);
  const lists = sorted.map(({ name, ranges = [] }) => {
    const inside = ranges.flatMap(({ min, max }) => {
      const middle = min !== undefined && max !== undefined ? [(min + max) / 2] : [];
      return [min, max, ...middle].flatMap((value) => (value !== undefined && value >= 0 ? [`${value}`] : []));
    });
    return [...COMMON, ...inside].map((digits) => digits + name);
  });
  // The first two units with every number, then the others.
  return [...lists.slice(0, 2).flat(), ...lists.slice(2).flatMap((list) => list.slice(1, 4))];
}

function texts({ choices, closed }: TextExpectation): readonly string[] {
  const known = (choices?.() ?? [])
    .slice(0, 50)
    .sort((a, b) => a.length - b.length)
    .slice(0, 5)
    .map((text) => JSON.stringify(text));
  return closed ? known : ['""', '"a"', '"a/a"', ...CLASSES.map((name) => `"${name}/a"`), ...known];
}
const CLASSES = ['bird', 'boulder', 'bush', 'carnivore', 'ground', 'herbivore', 'tree'];
