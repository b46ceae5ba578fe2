// Turns a position into a short text with which the program ends validly: the proof that it can end at all.
import {
  ASSET_CLASSES,
  bytesToEnd,
  type Expectation,
  type Lexeme,
  type NumberExpectation,
  type TextExpectation,
} from '@diorama/grammar';
import type { Ending } from './endings.ts';
import { GapState } from './gap-state.ts';
import type { Option } from './layout/layout.ts';
import { has, members } from './lexemes/byte-set.ts';
import type { Closing } from './lexemes/lexeme-state.ts';
import { beginsObject, type Node } from './node.ts';
import type { Position } from './position.ts';

/** How many spellings of an open lexeme are tried. */
const MOST_TRIED = 400;
const MOST_SPELLINGS = 12;

/** How much a byte that is lacking counts beside one that is spelled: the more, the sooner a way is found, and the longer. */
const HASTE = 2;

/** A search that looks at more places is given up, as happens behind long expressions of the whole language. */
const MOST_LOOKED_AT = 400;

/** A short ending in ASCII; not always the shortest. */
export function findEnding(position: Position): string | undefined {
  const { lexeme } = position;
  if (lexeme instanceof GapState) return endGap(position, lexeme);
  let best: string | undefined;
  for (const { suffix, end } of spellings(position)) {
    if (best !== undefined && suffix.length >= best.length) break;
    const rest = endLexeme(end);
    if (rest !== undefined && (best === undefined || suffix.length + rest.length < best.length)) best = suffix + rest;
  }
  return best;
}

/** Where the lexeme may end, after the fewest bytes. */
function spellings(position: Position): readonly Spelling[] {
  if (position.lexeme.endings !== undefined) return tried(position, position.lexeme.endings);
  const found: Spelling[] = [];
  const open: Spelling[] = [{ suffix: '', end: position }];
  // Texts and new names that may end may do so at once; of words a longer one can lead to a shorter ending.
  const isWord = position.lexeme.spelled === undefined && position.lexeme.sticky.some((word) => word !== 0);
  const most = isWord ? MOST_SPELLINGS : 1;
  for (let tried = 0; tried < open.length && tried < MOST_TRIED && found.length < most; tried++) {
    const { suffix, end } = open[tried] as Spelling;
    if (end.behind !== undefined) found.push({ suffix, end });
    for (const byte of nextBytes(end)) {
      const next = end.advance(byte);
      if (next !== undefined && next.node === position.node) {
        open.push({ suffix: suffix + String.fromCharCode(byte), end: next });
      }
    }
  }
  return found;
}

/** The first of some endings of a lexeme behind which it may end. */
function tried(position: Position, endings: readonly string[]): readonly Spelling[] {
  for (const suffix of endings) {
    let end: Position | undefined = position;
    for (const letter of suffix) end = end?.advance(letter.charCodeAt(0));
    if (end?.node === position.node && end.behind !== undefined) return [{ suffix, end }];
  }
  return [];
}

interface Spelling {
  readonly suffix: string;
  readonly end: Position;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const UNDERSCORE = 0x5f;
const LETTER = 0x61;

/** The bytes that go on with a lexeme; of the many in a text or a name one is enough. */
function nextBytes({ lexeme }: Position): readonly number[] {
  if (lexeme.spelled !== undefined) return [UNDERSCORE];
  const all = [...members(lexeme.live)].filter((byte) => byte !== BACKSLASH);
  if (lexeme.body === undefined) return all;
  if (has(lexeme.live, QUOTE)) return [QUOTE];
  // A letter, which every vocabulary has.
  return has(lexeme.live, LETTER) ? [LETTER] : all.slice(0, 2);
}

/** Behind a lexeme that may end. */
function endLexeme(position: Position): string | undefined {
  const { behind, lexeme } = position;
  if (behind === undefined) return undefined;
  const rest = endNode(behind);
  if (rest === undefined || rest === '') return rest;
  // In a free layout a name needs a space before the next.
  return has(lexeme.sticky, rest.charCodeAt(0)) ? ` ${rest}` : rest;
}

/** From white space, some of which may have been written. */
function endGap(position: Position, gap: GapState): string | undefined {
  const { node } = position;
  if (gap.comment !== undefined) {
    const rest = endNode(node);
    return rest === undefined ? undefined : gap.comment + rest;
  }
  if (gap.written === '') return endNode(node);
  return searchFrom(node, gap.written)?.text;
}

/** From before the white space. */
function endNode(node: Node): string | undefined {
  return (node.engine.endings.find(node) ?? searchFrom(node, ''))?.text;
}

/** A way from the start of a search to a node. */
interface Way {
  readonly node: Node;
  /** Spelled so far: bytes, and more for what seldom leads to the end. */
  readonly spent: number;
  /** With what is lacking: ways of lower cost are followed first. */
  readonly cost: number;
  /** What the last step spelled. */
  readonly text: string;
  readonly lexeme: Lexeme | undefined;
  readonly isObject: boolean;
  readonly before: Way | undefined;
}

/** The cheapest ways first, until one ends. `written` is white space that stands already. */
function searchFrom(node: Node, written: string): Ending | undefined {
  const start: Way = { node, spent: 0, cost: 0, text: '', lexeme: undefined, isObject: false, before: undefined };
  const open: Way[][] = [[start]];
  const closed = new Set<Node>();
  let looked = 0;
  for (let cost = 0; cost < open.length && looked < MOST_LOOKED_AT; cost++) {
    for (const way of open[cost] ?? []) {
      if (closed.has(way.node)) continue;
      if (way.before !== undefined || written === '') closed.add(way.node);
      looked++;
      const ending = endOf(way, way.before === undefined ? written : '');
      if (ending !== undefined) return remember(way, ending, written === '');
      for (const next of steps(way, way.before === undefined ? written : '')) {
        const list = open[next.cost] ?? [];
        list.push(next);
        open[next.cost] = list;
      }
    }
  }
  return undefined;
}

function endOf({ node, before }: Way, written: string): Ending | undefined {
  if (before !== undefined || written === '') {
    const known = node.engine.endings.find(node);
    if (known !== undefined) return known;
  }
  if (!node.mayEnd) return undefined;
  const text = node.layoutEndings.find((one) => one.startsWith(written))?.slice(written.length);
  return text === undefined ? undefined : { text, lexemes: [], objects: 0 };
}

/** The nodes on a way that ends are known to end. Gives the ending of the whole way. */
function remember(way: Way, ending: Ending, fromStart: boolean): Ending {
  let rest = ending;
  for (let at: Way | undefined = way; at !== undefined; at = at.before) {
    if (at.before !== undefined || fromStart) at.node.engine.endings.add(at.node, rest);
    const { text, lexeme, isObject } = at;
    if (lexeme !== undefined)
      rest = {
        text: text + rest.text,
        lexemes: [lexeme, ...rest.lexemes],
        objects: rest.objects + Number(isObject),
      };
  }
  return rest;
}

function steps(way: Way, written: string): readonly Way[] {
  const found: Way[] = [];
  const { options } = way.node;
  const isSimple = options.some(({ expectation }) => isDirectNumber(expectation) || expectation.kind === 'text');
  const argument = firstArgument(options);
  for (const { expectation, gaps } of options) {
    const own = costOf(expectation);
    if (own === undefined) continue;
    // Arguments by name come in any order: one is enough.
    if (expectation.kind === 'argument-name' && expectation !== argument) continue;
    // Where a number or a text will do, nothing else is needed.
    const extra = isSimple && isRoundabout(expectation) ? own + 25 : own;
    const gap = gaps.find((one) => one.startsWith(written));
    if (gap === undefined) continue;
    const next = firstStep(way, gap, written.length, candidates(expectation), extra);
    if (next !== undefined) found.push(next);
  }
  return found;
}

/** The first argument that is lacking, or else the first that may be given. */
function firstArgument(options: readonly Option[]): Expectation | undefined {
  const all = options.flatMap(({ expectation }) => (expectation.kind === 'argument-name' ? [expectation] : []));
  return all.find(({ parameter }) => parameter.default === undefined) ?? all[0];
}

function isRoundabout(expectation: Expectation): boolean {
  return (
    expectation.kind === 'argument-name' ||
    ('text' in expectation && (expectation.text === '(' || expectation.text === '['))
  );
}

/** The step over the first spelling that serves, and if possible makes a whole value. */
function firstStep(way: Way, gap: string, from: number, texts: readonly string[], extra: number): Way | undefined {
  let first: Way | undefined;
  for (const text of texts) {
    let at: Position | undefined = way.node.start;
    for (const letter of gap + text) at = at?.advance(letter.charCodeAt(0));
    if (at === undefined || at.node !== way.node || at.behind === undefined) continue;
    // In a free layout a name needs a space before the next.
    const space = at.node.engine.layout.isFree && at.lexeme.sticky.some((word) => word !== 0) ? ' ' : '';
    const spelled = (gap + text).slice(from) + space;
    const detour = text === '(' || text === '[' ? costOfBracket(at.behind, way) : costOfIncompleteness(at.behind);
    const spent = way.spent + spelled.length + extra + detour;
    const cost = Math.max(way.cost, spent + HASTE * bytesToEnd(at.behind.typed));
    const { lexeme, expectation } = at.lexeme.closing as Closing;
    const isObject = beginsObject(expectation);
    // As spelled: what leads to the same state here may not be let through elsewhere.
    const written = { type: lexeme.type, text };
    const step = { node: at.behind, spent, cost, text: spelled, lexeme: written, isObject, before: way };
    if (detour === 0) return step;
    first ??= step;
  }
  return first;
}

const CLOSERS: ReadonlySet<string> = new Set([
  '}',
  ')',
  ']',
  ':',
  '=',
  '{',
  'in',
  'then',
  'else',
  'from',
  'true',
  'false',
]);

/** Brackets around what belongs there anyway lead nowhere; those of tuples, calls and lists do. */
function costOfBracket({ options }: Node, { text }: Way): number {
  const isNested = text.endsWith('(') || text.endsWith('[');
  return !isNested && options.some(({ expectation }) => isClose(expectation) || isDirectNumber(expectation)) ? 1 : 30;
}
function isClose(expectation: Expectation): boolean {
  return expectation.kind === 'punctuation' && (expectation.text === ')' || expectation.text === ']');
}
function isDirectNumber(expectation: Expectation): boolean {
  return expectation.kind === 'number' && expectation.units.some(({ direct }) => direct);
}

/** A value behind which only operators may come is not what belongs there. */
function costOfIncompleteness({ options }: Node): number {
  return options.length > 0 && options.every(({ expectation }) => isOperator(expectation)) ? 25 : 0;
}
function isOperator(expectation: Expectation): boolean {
  return (
    expectation.kind === 'operator' || ('text' in expectation && (expectation.text === '.' || expectation.text === '['))
  );
}

/** What a lexeme costs beside its bytes: the more, the less it leads to an end. Undefined: never taken. */
function costOf(expectation: Expectation): number | undefined {
  switch (expectation.kind) {
    case 'hole':
      return undefined;
    case 'keyword':
    case 'punctuation':
    case 'operator': {
      const { text } = expectation;
      if (CLOSERS.has(text)) return 0;
      if (text === '(' || text === '[') return 0;
      if (text === ',') return 1;
      if (text === '..') return 3;
      return expectation.kind === 'operator' ? 15 : 20;
    }
    case 'property':
      return expectation.required ? 0 : 12;
    case 'number':
      return isDirectNumber(expectation) ? 0 : 12;
    case 'value-name':
      return expectation.direct ? 2 : 20;
    case 'function-name':
      // Constructors are literals; of what computes there is no end.
      return expectation.direct && expectation.definition.role === 'constructor' ? 2 : 40;
    case 'kind-name':
      return 5 * expectation.properties.filter(({ required }) => required !== undefined).length;
    // Arguments by position have one order, by name many.
    case 'argument-name':
      return 4;
    case 'new-name':
      return expectation.purpose === 'label' ? 10 : 0;
    default:
      return 1;
  }
}

/** Spellings worth trying, the shortest first. */
function candidates(expectation: Expectation): readonly string[] {
  switch (expectation.kind) {
    case 'number':
      return numbers(expectation);
    case 'text':
      return texts(expectation);
    case 'color':
      return ['#000000'];
    case 'new-name':
      return ['a', 'b', 'c', 'd', 'e', ...Array.from({ length: 40 }, (_, index) => `a${index}`)].filter(
        (name) => !expectation.taken.has(name),
      );
    default:
      return 'text' in expectation ? [expectation.text] : [expectation.name];
  }
}

function numbers({ units }: NumberExpectation): readonly string[] {
  const sorted = [...units].sort((a, b) => Number(b.direct) - Number(a.direct) || a.name.length - b.name.length);
  return sorted.flatMap(({ name, ranges = [] }) => {
    const inside = ranges.flatMap(({ min, max }) => {
      const middle = min !== undefined && max !== undefined ? [(min + max) / 2] : [];
      return [min, max, ...middle].flatMap((value) => (value !== undefined && value >= 0 ? [`${value}`] : []));
    });
    return ['0', '1', '2', '5', '0.5', '0.1', '10', ...inside].map((digits) => digits + name);
  });
}

function texts({ choices, closed }: TextExpectation): readonly string[] {
  if (closed && choices !== undefined) {
    const all = [...choices()].sort((a, b) => a.length - b.length);
    return all.slice(0, 3).map((text) => JSON.stringify(text));
  }
  return ['""', '"a"', '"a/a"', ...ASSET_CLASSES.map((name) => `"${name}/a"`)];
}
