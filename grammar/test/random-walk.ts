// Writes programs by always taking something from what is expected: the states' own language, sampled.
import type { Interval } from '@diorama/vocabulary';
import {
  canEnd,
  type Expectation,
  expected,
  type Lexeme,
  type NumberExpectation,
  type PrefixState,
  step,
} from '../src/index.ts';

export type Random = () => number;

/** A small generator of numbers from [0, 1): mulberry32. */
export function seeded(seed: number): Random {
  let at = seed | 0;
  return () => {
    at = (at + 0x6d2b79f5) | 0;
    let t = Math.imul(at ^ (at >>> 15), 1 | at);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What a walk likes: operators, calls and branches; holes. */
export interface Style {
  readonly arithmetic: number;
  readonly holes: number;
}
export const MIXED: Style = { arithmetic: 1, holes: 0 };
export const PLAIN: Style = { arithmetic: 0.1, holes: 0 };

export interface Walk {
  readonly lexemes: readonly Lexeme[];
  readonly text: string;
  readonly state: PrefixState;
}

/** A state without a continuation that may not end, or an expectation that was not kept. */
export class DeadEnd extends Error {}
/** A walk that lost itself in arithmetic whose value no longer comes into its bounds. */
export class Lost extends Error {}

/** Walks until the program may end and is long enough; past `length`, what closes and completes is preferred. */
export function randomWalk(from: PrefixState, random: Random, length: number, style: Style = MIXED): Walk {
  const lexemes: Lexeme[] = [];
  let state = from;
  for (;;) {
    const hurry = lexemes.length > length;
    if (canEnd(state) && (hurry || random() < 0.02)) break;
    const expectations = expected(state);
    const text = () => lexemes.map((one) => one.text).join(' ');
    if (expectations.length === 0) throw new DeadEnd(`nothing may follow: ${text()}`);
    if (lexemes.length > length + 400) throw new Lost(`it does not end: ${text()}`);
    const expectation = choose(
      expectations,
      random,
      hurry
        ? (one, easy) => hurriedWeight(one, easy, lexemes.length - length)
        : (one, easy) => leisurelyWeight(one, easy, style),
    );
    const lexeme = lexemeFor(expectation, random, lexemes.length);
    const next = step(state, lexeme);
    if (next === undefined)
      throw new DeadEnd(`refused though expected: ${text()} «${lexeme.text}» ${JSON.stringify(expectation)}`);
    lexemes.push(lexeme);
    state = next;
  }
  return { lexemes, text: textOf(lexemes), state };
}

/** The lexemes as a text, one item a line. */
export function textOf(lexemes: readonly Lexeme[]): string {
  return lexemes.map(({ text }) => (text === '}' || text === '{' ? `${text}\n` : text)).join(' ');
}

function choose(
  all: readonly Expectation[],
  random: Random,
  weigh: (one: Expectation, easy: boolean) => number,
): Expectation {
  // Where a plain value will do, brackets and branches are rare.
  const easy = all.some(isPlainValue);
  const weights = all.map((one) => weigh(one, easy));
  let at = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, weight] of weights.entries()) {
    at -= weight;
    if (at <= 0) return all[index] as Expectation;
  }
  return all.at(-1) as Expectation;
}

function isPlainValue(one: Expectation): boolean {
  if (one.kind === 'number') return one.units.some(({ direct }) => direct);
  if (one.kind === 'value-name') return one.direct;
  return (
    one.kind === 'text' ||
    one.kind === 'color' ||
    one.kind === 'word' ||
    (one.kind === 'keyword' && one.text === 'true')
  );
}

function leisurelyWeight(one: Expectation, easy: boolean, { arithmetic, holes }: Style): number {
  switch (one.kind) {
    case 'operator':
      return one.text.startsWith('..') ? 1 : arithmetic * (one.text === '*' || one.text === '/' ? 0.12 : 0.3);
    case 'function-name':
      return one.definition.role === 'constructor' ? (easy ? 0.2 : 1) : arithmetic * (one.direct ? 0.3 : 0.02);
    case 'value-name':
      return one.direct ? 2 : 0.02;
    case 'kind-name':
      return one.definition === undefined ? 3 : 0.6;
    case 'number':
      return easy ? 4 : 0.05;
    case 'keyword':
      return EXPRESSION_WORDS.has(one.text) ? 0.4 * arithmetic : one.text === 'use' ? 0.4 : 1.5;
    case 'punctuation':
      if (one.text === '(') return easy ? 0.3 * arithmetic : 2;
      if (one.text === '[') return easy ? 0.1 * arithmetic : 0.3;
      if (one.text === '.') return 0.1;
      return one.text === '}' ? 0.8 : 1.5;
    case 'property':
      return one.required ? 2 : 1;
    case 'hole':
      return holes;
    default:
      return 1;
  }
}
const EXPRESSION_WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'if']);

function hurriedWeight(one: Expectation, easy: boolean, over: number): number {
  const rare = over > 100 ? 1e-6 : 0.001;
  switch (one.kind) {
    case 'punctuation':
      if (one.text === '}' || one.text === ')' || one.text === ']') return 50;
      if (one.text === '(' || one.text === '[') return easy ? rare : one.text === '(' ? 5 : 0.5;
      return one.text === '{' ? 20 : one.text === '.' ? rare : 1;
    case 'number':
      return easy ? 20 : rare;
    case 'text':
    case 'color':
    case 'word':
      return 10;
    case 'value-name':
      return one.direct ? 10 : 0.01;
    case 'function-name':
      return one.direct ? (easy ? rare : 0.5) : rare;
    case 'property':
      return one.required ? 20 : 0.01;
    case 'operator':
      return one.text.startsWith('..') ? 5 : rare;
    case 'keyword':
      return FINISHING_WORDS.has(one.text) ? 10 : rare;
    case 'kind-name':
      return one.properties.some(({ required }) => required === 'always') ? 0.1 : 1;
    case 'hole':
      return easy ? 1e-6 : 1e-4;
    default:
      return 1;
  }
}
const FINISHING_WORDS: ReadonlySet<string> = new Set(['then', 'else', 'in', 'from', 'step', 'true', 'false']);

/** A lexeme that an expectation tells of. */
export function lexemeFor(one: Expectation, random: Random, serial: number): Lexeme {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  switch (one.kind) {
    case 'keyword':
    case 'punctuation':
    case 'operator':
    case 'hole':
      return { type: one.token, text: one.text };
    case 'number':
      return { type: 'Number', text: numberFor(one, random) };
    case 'text':
      return {
        type: 'Text',
        text: JSON.stringify(one.choices === undefined ? textFor(one.form, random) : pick(one.choices())),
      };
    case 'color':
      return {
        type: 'Color',
        text: `#${Math.floor(random() * 0xffffff)
          .toString(16)
          .padStart(6, '0')}`,
      };
    case 'new-name': {
      const names = ['a', 'b', 'oak', 'step', 'spacing', 'walk', 'height', 'tree', `n${serial}`].filter(
        (name) => !one.taken.has(name),
      );
      return nameLexeme(pick(names));
    }
    default:
      return nameLexeme(one.name);
  }
}

const SOFT: Readonly<Record<string, string>> = { from: 'From', as: 'As', spacing: 'Spacing', step: 'Step' };
function nameLexeme(text: string): Lexeme {
  return { type: SOFT[text] ?? 'Identifier', text };
}

function textFor(form: string | undefined, random: Random): string {
  if (form === 'asset-id') return 'tree/oak';
  return ['a lioness', 'é "quoted" \\', 'x'][Math.floor(random() * 3)] as string;
}

function numberFor({ units }: NumberExpectation, random: Random): string {
  const direct = units.filter((unit) => unit.direct);
  const among = direct.length > 0 && random() < 0.98 ? direct : units;
  const unit = among[Math.floor(random() * among.length)] as (typeof units)[number];
  const range = unit.ranges?.[Math.floor(random() * unit.ranges.length)];
  const factor = FACTORS[unit.name] ?? 1;
  if (unit.integer) return String(Math.round(within(range, random, 12)));
  if (range === undefined && random() < 0.5) return `${Math.floor(random() * 12)}${unit.name}`;
  // Rounded to few digits, a number may leave its range by the last: those that do are drawn again.
  for (let tries = 0; tries < 100; tries += 1) {
    const value = within(range, random, 12) / factor;
    const text = Number(value.toPrecision(4)).toString();
    if (!/^[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?$/.test(text)) continue;
    if (range === undefined || inside(range, Number(text) * factor)) return `${text}${unit.name}`;
  }
  return `${Math.max(0, range?.max ?? range?.min ?? 0)}${unit.name}`;
}
const FACTORS: Readonly<Record<string, number>> = {
  mm: 0.001,
  cm: 0.01,
  km: 1000,
  rad: 180 / Math.PI,
  turn: 360,
  '%': 0.01,
};

function within(range: Interval | undefined, random: Random, spread: number): number {
  const low = Math.max(0, range?.min ?? 0);
  const high = Math.max(low, range?.max ?? low + spread);
  const at = random();
  if (range?.minExclusive && at === 0) return (low + high) / 2;
  return low + at * (high - low);
}
function inside({ min = -Infinity, max = Infinity, minExclusive }: Interval, value: number): boolean {
  return (minExclusive ? min < value * 0.999 : min <= value) && value <= max;
}
