// Turns bounds into the decimals between them: what a regular expression can say of a number's range.

import { DIGIT } from './lexemes.ts';
import { characters, choice, literal, NOTHING, optional, type Pattern, repeat, sequence, someOf } from './pattern.ts';

/** Decimals are written without a sign here: `12`, `0.35`. */
export interface DecimalBounds {
  /** As a decimal: `0.001`. */
  readonly min: string;
  readonly minExclusive?: boolean;
  /** Left out: there is none. */
  readonly max?: string;
  readonly maxExclusive?: boolean;
}

/** Decimals between bounds, without needless zeros before them; nothing if there are none. */
export function decimalPattern(bounds: DecimalBounds): Pattern | undefined {
  const { min, minExclusive = false, max, maxExclusive = false } = bounds;
  const low = split(min, minExclusive);
  const high = max === undefined ? undefined : split(max, maxExclusive);
  if (high === undefined) {
    const above = sequence(integersBetween(low.whole + 1n, undefined) ?? NOTHING, ANY_FRACTION);
    return alternatives([at(low.whole, low, undefined), above]);
  }
  if (low.whole > high.whole) return undefined;
  if (low.whole === high.whole) return at(low.whole, low, high);
  const between = integersBetween(low.whole + 1n, high.whole - 1n);
  return alternatives([
    at(low.whole, low, undefined),
    between && sequence(between, ANY_FRACTION),
    at(high.whole, undefined, high),
  ]);
}

/** Whole numbers between bounds, both inside; `to` left out: there is none. */
export function integersBetween(from: bigint, to: bigint | undefined): Pattern | undefined {
  if (to === undefined) {
    const longest = '9'.repeat(String(from).length);
    const longer = sequence(characters('19'), repeat(DIGIT, longest.length));
    return choice(sameLength(String(from), longest), longer);
  }
  if (from > to) return undefined;
  const options: Pattern[] = [];
  for (let low = from; low <= to; ) {
    const last = BigInt('9'.repeat(String(low).length));
    const high = last < to ? last : to;
    options.push(sameLength(String(low), String(high)));
    low = high + 1n;
  }
  return choice(...options);
}

/** Digits between two bounds of the same length. */
function sameLength(low: string, high: string): Pattern {
  if (low === '') return NOTHING;
  const [first, last, rest] = [low.charAt(0), high.charAt(0), low.length - 1];
  if (first === last) return sequence(literal(first), sameLength(low.slice(1), high.slice(1)));
  const [startsFull, endsFull] = [/^0*$/.test(low.slice(1)), /^9*$/.test(high.slice(1))];
  const [from, to] = [Number(first) + (startsFull ? 0 : 1), Number(last) - (endsFull ? 0 : 1)];
  return choice(
    ...(startsFull ? [] : [sequence(literal(first), sameLength(low.slice(1), '9'.repeat(rest)))]),
    ...(from <= to ? [sequence(digits(from, to), repeat(DIGIT, rest, rest))] : []),
    ...(endsFull ? [] : [sequence(literal(last), sameLength('0'.repeat(rest), high.slice(1)))]),
  );
}

function digits(from: number, to: number): Pattern {
  return from === to ? literal(String(from)) : characters(`${from}${to}`);
}

const ANY_FRACTION = optional(sequence(literal('.'), someOf(DIGIT)));

interface Bound {
  readonly whole: bigint;
  /** Digits behind the point, without zeros at the end. */
  readonly fraction: string;
  readonly exclusive: boolean;
}
function split(decimal: string, exclusive: boolean): Bound {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return { whole: BigInt(whole), fraction: fraction.replace(/0+$/, ''), exclusive };
}

/** A whole part, and the fractions with which the number keeps the bounds that have this whole part. */
function at(whole: bigint, low: Bound | undefined, high: Bound | undefined): Pattern | undefined {
  const behindPoint = fraction(low, high, 0);
  const ends = mayEnd(low, high, 0);
  if (behindPoint === undefined) return ends ? literal(String(whole)) : undefined;
  const pattern = sequence(literal('.'), behindPoint);
  return sequence(literal(String(whole)), ends ? optional(pattern) : pattern);
}

/** Whether a number may end with `position` digits behind its point that are those of the bounds given. */
function mayEnd(low: Bound | undefined, high: Bound | undefined, position: number): boolean {
  const aboveLow = low === undefined || (low.fraction.length <= position && !low.exclusive);
  const belowHigh = high === undefined || low === high || high.fraction.length > position || !high.exclusive;
  return aboveLow && belowHigh;
}

/** At least one more digit; a bound is left out once the digits so far are not its own any more. */
function fraction(low: Bound | undefined, high: Bound | undefined, position: number): Pattern | undefined {
  // Beyond its digits a bound that belongs to the range bounds nothing below any more.
  const lower = low !== undefined && low.fraction.length <= position && !low.exclusive ? undefined : low;
  if (lower === undefined && high === undefined) return someOf(DIGIT);
  const zeros = (bound: Bound | undefined) => bound === undefined || bound.fraction.length <= position;
  if (zeros(lower) && zeros(high)) {
    if (high !== undefined) return high.exclusive || lower !== undefined ? undefined : someOf(literal('0'));
    return sequence(repeat(literal('0'), 0), characters('19'), repeat(DIGIT, 0));
  }
  const [from, to] = [digitOf(lower, position, 0), digitOf(high, position, 9)];
  const options: (Pattern | undefined)[] = [];
  const inner = { from: lower === undefined ? from : from + 1, to: high === undefined ? to : to - 1 };
  if (inner.from <= inner.to) options.push(sequence(digits(inner.from, inner.to), repeat(DIGIT, 0)));
  const edge = (digit: number, l: Bound | undefined, h: Bound | undefined) => {
    const more = fraction(l, h, position + 1);
    const ends = mayEnd(l, h, position + 1);
    if (more === undefined) return ends ? literal(String(digit)) : undefined;
    return sequence(literal(String(digit)), ends ? optional(more) : more);
  };
  if (lower !== undefined && high !== undefined && from === to) options.push(edge(from, lower, high));
  else {
    if (lower !== undefined) options.push(edge(from, lower, undefined));
    if (high !== undefined) options.push(edge(to, undefined, high));
  }
  return alternatives(options);
}

function digitOf(bound: Bound | undefined, position: number, open: number): number {
  return bound === undefined ? open : Number(bound.fraction.charAt(position) || '0');
}

function alternatives(options: readonly (Pattern | undefined)[]): Pattern | undefined {
  const present = options.filter((option) => option !== undefined);
  return present.length === 0 ? undefined : choice(...present);
}
