// The spelling of a number as core form prints it, held against the bounds of its place.
import { inRanges, type Lexeme, type NumberExpectation, representative } from '@diorama/grammar';
import { add, type ByteSet, bytes, DIGITS, LETTERS, members, union } from './byte-set.ts';
import type { Closing, LexemeState } from './lexeme-state.ts';
import type { NumberPlace } from './number-place.ts';
import {
  completions,
  countDigits,
  isPrinted,
  MOST_DIGITS,
  mayBePrinted,
  type PrintedNumbers,
} from './printed-number.ts';

/** What the lexer takes into a number. */
const STICKY = union(union(DIGITS, LETTERS), bytes('%', '.'));
/** What numbers are printed with. */
const PARTS = union(DIGITS, bytes('.', 'e', '-'));

/** Whether there is one digit before the point, and not 0. */
function isSingle(text: string): boolean {
  return text.length === 1 ? text !== '0' : text.charCodeAt(1) === POINT && text.charCodeAt(0) !== ZERO;
}
const POINT = 0x2e;
const ZERO = 0x30;

/** After so many endings none is likelier to serve. */
const MOST_ENDINGS = 12;

/** The numbers of a place that are printed; undefined where none is without a unit. */
export function printedNumbers({ units, negated }: NumberExpectation): PrintedNumbers | undefined {
  const unit = units.find(({ name }) => name === '');
  return unit && { unit, negated };
}

/** The state behind the first digit of a number; undefined if none may begin so. */
export function beginPrintedNumber(place: NumberPlace, numbers: PrintedNumbers, byte: number): LexemeState | undefined {
  const text = String.fromCharCode(byte);
  return mayBePrinted(numbers, text) ? new PrintedNumberState(place, numbers, text) : undefined;
}

class PrintedNumberState implements LexemeState {
  readonly #place: NumberPlace;
  readonly #numbers: PrintedNumbers;
  readonly #text: string;
  readonly sticky = STICKY;
  readonly body = undefined;
  readonly spelled = undefined;
  readonly isPassing = true;
  #live: ByteSet | undefined;
  #closing: Closing | undefined | null = null;
  #key: string | undefined | null = null;

  constructor(place: NumberPlace, numbers: PrintedNumbers, text: string) {
    this.#place = place;
    this.#numbers = numbers;
    this.#text = text;
  }

  get live(): ByteSet {
    this.#live ??= this.#findLive();
    return this.#live;
  }
  get closing(): Closing | undefined {
    if (this.#closing === null) this.#closing = this.#close();
    return this.#closing;
  }
  get key(): string | undefined {
    if (this.#key === null) this.#key = this.#findKey();
    return this.#key;
  }
  get endings(): readonly string[] {
    const found: string[] = [];
    for (const text of completions(this.#numbers, this.#text)) {
      found.push(text.slice(this.#text.length));
      if (found.length >= MOST_ENDINGS) break;
    }
    return found.sort((a, b) => a.length - b.length);
  }

  next(byte: number): LexemeState {
    return new PrintedNumberState(this.#place, this.#numbers, this.#text + String.fromCharCode(byte));
  }

  /** States of equal keys have the same bytes. */
  #findLive(): ByteSet {
    const { key } = this;
    const { lives } = this.#place;
    let live = key === undefined ? undefined : lives.get(key);
    if (live === undefined) {
      live = new Uint32Array(8);
      for (const byte of members(PARTS)) {
        if (mayBePrinted(this.#numbers, this.#text + String.fromCharCode(byte))) add(live, byte);
      }
      if (key !== undefined) lives.set(key, live);
    }
    return live;
  }

  #close(): Closing | undefined {
    if (!isPrinted(this.#numbers, this.#text)) return undefined;
    const { before, isLiteral, expectations } = this.#place;
    const expectation = expectations.find(({ units }) => units.includes(this.#numbers.unit)) as NumberExpectation;
    const lexeme: Lexeme = { type: 'Number', text: this.#text };
    return { lexeme: isLiteral ? representative(before, expectation, lexeme) : lexeme, expectation };
  }

  /** Of literals many are alike: those to which the bounds are far, and which have few digits. */
  #findKey(): string | undefined {
    const { id, isLiteral } = this.#place;
    if (!isLiteral) return undefined;
    const alike = this.#likeness();
    return `number ${id} ${alike ?? this.#text}`;
  }

  #likeness(): string | undefined {
    const { lookAhead } = this.#place;
    const text = this.#text;
    const hasPoint = text.includes('.');
    const digits = countDigits(text);
    if (digits === 0 || text.includes('e') || lookAhead === Number.POSITIVE_INFINITY) return undefined;
    if (!hasPoint && text.length + lookAhead > MOST_DIGITS) return undefined;
    const profile = hasPoint ? this.#profile('') : this.#profiles(lookAhead);
    if (profile === undefined) return undefined;
    const left = Math.min(MOST_DIGITS - digits, lookAhead + 1);
    const mayHaveExponent = isSingle(text) && mayBePrinted(this.#numbers, `${/[.0]$/.test(text) ? `${text}5` : text}e`);
    // A number does not end with a point, nor with a zero behind it.
    const end = hasPoint ? (/[.0]$/.test(text) ? text.slice(-1) : 'd') : '';
    return `${end}${profile}${isSingle(text)}${mayHaveExponent}${left}`;
  }

  /** Whether the numbers fit that have so many more digits before the point. */
  #profiles(lookAhead: number): string | undefined {
    let key = 'i';
    for (let more = 0; more <= lookAhead; more++) {
      const one = this.#profile('0'.repeat(more), '9'.repeat(more));
      if (one === undefined) return undefined;
      key += one;
      // What is too great only grows.
      if (one === '>') break;
    }
    return key;
  }

  #profile(low: string, high = low): string | undefined {
    const { unit } = this.#numbers;
    const [least, most] = [Number(this.#text + low), Number(`${this.#text}${high}${this.#nines}`)];
    if (!unit.bounded || unit.ranges === undefined) return '+';
    if (unit.ranges.some((range) => inRanges([range], least) && inRanges([range], most))) return '+';
    return unit.ranges.every(({ max = Number.POSITIVE_INFINITY }) => max < least) ? '>' : undefined;
  }
  /** What makes the greatest number of those that begin so. */
  get #nines(): string {
    if (this.#numbers.unit.integer) return '';
    return this.#text.includes('.') ? '999999999999999999' : '.999999999999999999';
  }
}
