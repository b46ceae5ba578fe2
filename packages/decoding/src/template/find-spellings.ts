// Turns an open lexeme into ways to spell its end, those first that are most likely to do.
import type { Expectation, NumberUnit } from '@diorama/grammar';
import { has, members } from '../engine/lexemes/byte-set.ts';
import type { Closing, LexemeState } from '../engine/lexemes/lexeme-state.ts';
import type { Decade, ValueNode } from './value-node.ts';

/** The bytes that are missing, and what is spelled with them. */
export interface Spelling {
  readonly suffix: string;
  readonly closing: Closing;
}

/** How many places within a word are looked at. */
const MOST_TRIED = 400;

export function* findSpellings(node: ValueNode, lexeme: LexemeState, spelled: string): Generator<Spelling> {
  const first = spelled[0] ?? '';
  if (/[0-9]/.test(first)) {
    yield* numberSpellings(node, lexeme, spelled);
    return;
  }
  const seen = new Set<string>();
  for (const suffix of suffixes(node, spelled, first)) {
    if (seen.has(suffix)) continue;
    seen.add(suffix);
    const closing = follow(lexeme, suffix)?.closing;
    if (closing !== undefined) yield { suffix, closing };
  }
  for (const spelling of search(lexeme)) if (!seen.has(spelling.suffix)) yield spelling;
}

function follow(lexeme: LexemeState, suffix: string): LexemeState | undefined {
  let at = lexeme;
  for (const letter of suffix) {
    const byte = letter.charCodeAt(0);
    if (!has(at.live, byte)) return undefined;
    at = at.next(byte);
  }
  return at;
}

function suffixes(node: ValueNode, spelled: string, first: string): Iterable<string> {
  if (first === '"') return textSuffixes(node, spelled);
  if (first === '#') return ['0'.repeat(Math.max(0, 7 - spelled.length))];
  return [''];
}

/** Digits, points and exponents in every unit. */
function* numberSpellings(node: ValueNode, lexeme: LexemeState, spelled: string): Generator<Spelling> {
  const [, digits = '', unit = ''] = /^([0-9.]*(?:[eE][+-]?[0-9]*)?)(.*)$/.exec(spelled) ?? [];
  const decade = node.knownDecade;
  const units = [...unitsOf(node)].sort((a, b) => Number(b.name === decade?.unit) - Number(a.name === decade?.unit));
  for (const tail of unit === '' ? tails(digits, units, decade) : ['']) {
    const at = follow(lexeme, tail);
    if (at === undefined) continue;
    if (at.closing !== undefined) yield { suffix: tail, closing: at.closing };
    for (const { name } of units) {
      if (name === unit || !name.startsWith(unit)) continue;
      const closing = follow(at, name.slice(unit.length))?.closing;
      if (closing !== undefined) yield { suffix: tail + name.slice(unit.length), closing };
    }
  }
}

function unitsOf(node: ValueNode): readonly NumberUnit[] {
  const units = node.options.flatMap(({ expectation }) => (expectation.kind === 'number' ? expectation.units : []));
  return [...new Map(units.map((unit) => [unit.name, unit])).values()].sort((a, b) => a.name.length - b.name.length);
}

function tails(digits: string, units: readonly NumberUnit[], decade: Decade | undefined): readonly string[] {
  const powers = [...powersFor(digits, units, decade), ...powersToNothing(digits)];
  const exponents = powers.map((power) => `e${power}`);
  if (digits.endsWith('.')) return ['0', '5', ...exponents.map((power) => `0${power}`)];
  if (/[eE]$/.test(digits)) return ['0', ...powers];
  if (/[+-]$/.test(digits)) return ['0', ...powers.map((power) => power.replace('-', '')), '400'];
  if (/[eE]/.test(digits)) return ['', ...exponentTails(digits, powers), '0', '1', '2', '3', '5', '00', '50', '000'];
  const more = ['0', '1', '2', '5', '9', '00', '000'];
  return ['', ...exponents, ...more, ...(digits.includes('.') ? [] : ['.5', '.0', '.1', '.9'])];
}

/** The least and the greatest exponents with which digits are taken to come to nothing. */
function powersToNothing(digits: string): readonly string[] {
  const [mantissa = ''] = digits.split(/[eE]/, 1);
  const [, decimals = ''] = mantissa.split('.');
  const { length } = mantissa.replace('.', '').replace(/^0+/, '');
  return [`-${400 + length}`, `-${397 + length - decimals.length}`];
}

/** What makes one of the powers of the digits of an exponent. */
function exponentTails(digits: string, powers: readonly string[]): readonly string[] {
  const [, sign = '', begun = ''] = /[eE]([+-]?)0*([0-9]*)$/.exec(digits) ?? [];
  return powers
    .filter((power) => power.startsWith('-') === (sign === '-'))
    .map((power) => power.replace('-', ''))
    .filter((power) => power.startsWith(begun))
    .map((power) => power.slice(begun.length));
}

/** The exponents that bring digits to where their bounds may be, and to common sizes. */
function powersFor(digits: string, units: readonly NumberUnit[], decade: Decade | undefined): readonly string[] {
  const [mantissa = ''] = digits.split(/[eE]/, 1);
  const magnitude = magnitudeOfDigits(mantissa);
  const wanted = new Set([...(decade === undefined ? [] : [decade.power]), 0, 1, -1, 2]);
  for (const { ranges = [] } of units) {
    for (const { min, max } of ranges) {
      for (const bound of [max, min]) {
        if (bound === undefined || bound === 0) continue;
        for (const near of [0, -1, 1]) wanted.add(magnitudeOf(Math.abs(bound)) + near);
      }
    }
  }
  return [...wanted].map((target) => `${target - magnitude}`).filter((power) => power !== '0');
}

/** The exponent of the first digit but zeros, however many there are: more than doubles hold. */
function magnitudeOfDigits(mantissa: string): number {
  const [whole = '', decimals = ''] = mantissa.split('.');
  const first = whole.search(/[1-9]/);
  if (first >= 0) return whole.length - first - 1;
  const after = decimals.search(/[1-9]/);
  return after < 0 ? 0 : -1 - after;
}

/** The exponent of a number's first digit. */
function magnitudeOf(value: number): number {
  return Number(value.toExponential().split('e')[1]);
}

function* textSuffixes(node: ValueNode, spelled: string): Generator<string> {
  yield* ['', '"', 'a"', '/a"', 'a/a"'];
  const before = new TextDecoder().decode(Uint8Array.from(spelled, (letter) => letter.charCodeAt(0)));
  for (const { expectation } of node.options) {
    for (const choice of choices(expectation)) {
      const text = JSON.stringify(choice);
      if (text.startsWith(before)) yield text.slice(before.length);
    }
  }
}
function choices(expectation: Expectation): readonly string[] {
  return expectation.kind === 'text' ? (expectation.choices?.().slice(0, 50) ?? []) : [];
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** The shortest first. Of the many bytes that go on with a text two are enough. */
function* search(lexeme: LexemeState): Generator<Spelling> {
  const open: { readonly suffix: string; readonly lexeme: LexemeState }[] = [{ suffix: '', lexeme }];
  for (let tried = 0; tried < open.length && tried < MOST_TRIED; tried++) {
    const at = open[tried] as (typeof open)[number];
    const { closing } = at.lexeme;
    if (closing !== undefined) yield { suffix: at.suffix, closing };
    const all = [...members(at.lexeme.live)].filter((byte) => byte !== BACKSLASH);
    const bytes = at.lexeme.body === undefined ? all : all.includes(QUOTE) ? [QUOTE] : all.slice(0, 2);
    for (const byte of bytes) {
      open.push({ suffix: at.suffix + String.fromCharCode(byte), lexeme: at.lexeme.next(byte) });
    }
  }
}
