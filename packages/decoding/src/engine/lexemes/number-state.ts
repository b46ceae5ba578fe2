// The spelling of a number: digits, point, exponent and unit, held against the bounds of its place.
import { type Lexeme, representative } from '@diorama/grammar';
import { add, type ByteSet, bytes, DIGITS, has, LETTERS, members, NAME_BYTES, NO_BYTES, union } from './byte-set.ts';
import type { Closing, LexemeState } from './lexeme-state.ts';
import { numberKey } from './number-key.ts';
import { type NumberPlace, takesValue } from './number-place.ts';
import { baseValue, isViable, readDigits } from './number-range.ts';
import { beginPrintedNumber, printedNumbers } from './printed-number-state.ts';

type Phase = 'integer' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent' | 'unit';

const AFTER_DIGITS = union(union(DIGITS, LETTERS), bytes('%'));
const STICKY: Readonly<Record<Phase, ByteSet>> = {
  // Whether a point belongs to the number is told by what follows it.
  integer: union(AFTER_DIGITS, bytes('.')),
  point: DIGITS,
  fraction: AFTER_DIGITS,
  e: union(NAME_BYTES, bytes('+', '-')),
  sign: DIGITS,
  exponent: AFTER_DIGITS,
  unit: NAME_BYTES,
};
const EXPONENT_STARTS = bytes('e', 'E');
const AFTER_E = union(DIGITS, bytes('+', '-'));
/** What may follow in each phase if every number fits, units apart. */
const FREE: Readonly<Record<Phase, ByteSet>> = {
  integer: union(union(DIGITS, EXPONENT_STARTS), bytes('.')),
  point: DIGITS,
  fraction: union(DIGITS, EXPONENT_STARTS),
  e: AFTER_E,
  sign: DIGITS,
  exponent: DIGITS,
  unit: NO_BYTES,
};
const POINT = 0x2e;
/** The exponent that makes 0 of every number that anybody writes. */
const NOTHING = 400;

/** The state behind the first digit of a number; undefined if no number may begin so. */
export function beginNumber(place: NumberPlace, byte: number): LexemeState | undefined {
  const [expectation] = place.expectations;
  const printed = place.isPrinted && expectation !== undefined ? printedNumbers(expectation) : undefined;
  if (printed !== undefined) return beginPrintedNumber(place, printed, byte);
  const digits = String.fromCharCode(byte);
  return place.isFree || isViable(place.units, readDigits(digits))
    ? new NumberState(place, digits, '', 'integer')
    : undefined;
}

/** The decimal exponent of what digits and a point spell. */
function magnitude(digits: string): number {
  const [whole = '', decimals = ''] = digits.split('.');
  const first = whole.search(/[1-9]/);
  return first >= 0 ? whole.length - first - 1 : -1 - Math.max(0, decimals.search(/[1-9]/));
}

class NumberState implements LexemeState {
  readonly #place: NumberPlace;
  /** What stands before the unit. */
  readonly #digits: string;
  readonly #unit: string;
  readonly #phase: Phase;
  readonly sticky: ByteSet;
  readonly body = undefined;
  readonly spelled = undefined;
  readonly isPassing = true;
  #live: ByteSet | undefined;
  #closing: Closing | undefined | null = null;
  #key: string | undefined | null = null;

  constructor(place: NumberPlace, digits: string, unit: string, phase: Phase) {
    this.#place = place;
    this.#digits = digits;
    this.#unit = unit;
    this.#phase = phase;
    this.sticky = STICKY[phase];
  }

  get live(): ByteSet {
    this.#live ??= this.#findLive();
    return this.#live;
  }
  get closing(): Closing | undefined {
    if (this.#closing === null) this.#closing = this.#mayClose() ? this.#close(this.#digits) : undefined;
    return this.#closing;
  }
  get mayPrecedePoints(): boolean {
    return this.#phase === 'integer';
  }
  get split(): Closing | undefined {
    return this.#phase === 'point' ? this.#close(this.#digits.slice(0, -1)) : undefined;
  }
  get key(): string | undefined {
    if (this.#key === null) {
      const key = this.#findKey();
      this.#key = key && `number ${this.#place.id} ${key}`;
    }
    return this.#key;
  }

  get #hasExponent(): boolean {
    return this.#phase === 'e' || this.#phase === 'sign' || this.#phase === 'exponent';
  }

  /** Behind digits that are too many or too few, an exponent helps. */
  get endings(): readonly string[] | undefined {
    // Few digits make an exponent.
    if (this.#hasExponent) return undefined;
    const units = this.#place.units.map(({ name }) => name.slice(this.#unit.length)).filter((name) => name !== '');
    const far = this.#digits.length + 12;
    const powers = [...Array.from({ length: far }, (_, index) => index), NOTHING].map(String);
    const signed = powers.flatMap((power) => [`-${power}`, power]);
    // Those that bring it near to 1 are tried first: of a hundred digits most exponents make nothing that fits.
    const near = (power: string) => Math.abs(Number(power) + magnitude(this.#digits));
    const exponents = signed.toSorted((a, b) => near(a) - near(b)).map((power) => `e${power}`);
    if (this.#phase === 'point')
      return ['0', '5', ...units.map((unit) => `0${unit}`), ...exponents.map((one) => `0${one}`)];
    const isZero = /^[0.]*$/.test(this.#digits);
    return ['', ...'0159', ...units, '.0', '.5', ...(isZero ? this.#afterZeros() : exponents)];
  }

  /** Behind zeros and a point a digit and an exponent help, though the digit alone be too small for a double. */
  #afterZeros(): readonly string[] {
    const [, decimals = ''] = this.#digits.split('.');
    return ['1', '5'].flatMap((digit) => [1, 2, 3, 4, 0].map((more) => `${digit}e${decimals.length + more}`));
  }

  next(byte: number): LexemeState {
    const letter = String.fromCharCode(byte);
    const phase = this.#phaseBehind(byte);
    return phase === 'unit'
      ? new NumberState(this.#place, this.#digits, this.#unit + letter, phase)
      : new NumberState(this.#place, this.#digits + letter, '', phase);
  }

  #phaseBehind(byte: number): Phase {
    const isDigit = has(DIGITS, byte);
    switch (this.#phase) {
      case 'integer':
      case 'fraction':
        if (byte === POINT) return 'point';
        if (isDigit) return this.#phase;
        return has(EXPONENT_STARTS, byte) ? 'e' : 'unit';
      case 'point':
        return 'fraction';
      case 'e':
        return isDigit ? 'exponent' : 'sign';
      case 'sign':
        return 'exponent';
      case 'exponent':
        return isDigit ? 'exponent' : 'unit';
      case 'unit':
        return 'unit';
    }
  }

  #findLive(): ByteSet {
    const { units, isFree, isWhole } = this.#place;
    const free = isWhole ? DIGITS : FREE[this.#phase];
    const live = isFree && /[1-9]/.test(this.#digits) && !this.#hasExponent ? free.slice() : this.#viable(free);
    if (this.#phase === 'point' || this.#phase === 'e' || this.#phase === 'sign') return live;
    const read = this.#unit.length;
    const isInteger = this.#phase === 'integer';
    for (const unit of units) {
      const { name } = unit;
      if (name.length <= read || !name.startsWith(this.#unit)) continue;
      if (takesValue(unit, baseValue(this.#digits, name), isInteger)) add(live, name.charCodeAt(read));
    }
    return live;
  }

  /** Of some bytes those that can lead to a number which fits. */
  #viable(free: ByteSet): Uint32Array<ArrayBuffer> {
    const live = new Uint32Array(8);
    for (const byte of members(free)) {
      if (isViable(this.#place.units, readDigits(this.#digits + String.fromCharCode(byte)))) add(live, byte);
    }
    return live;
  }

  #mayClose(): boolean {
    return this.#phase !== 'point' && this.#phase !== 'e' && this.#phase !== 'sign';
  }

  #close(digits: string): Closing | undefined {
    const isInteger = this.#unit === '' && /^[0-9]+$/.test(digits);
    const value = baseValue(digits, this.#unit);
    const expectation = this.#place.expectations.find(({ units }) =>
      units.some((unit) => unit.name === this.#unit && takesValue(unit, value, isInteger)),
    );
    if (expectation === undefined) return undefined;
    const { before, isLiteral } = this.#place;
    const lexeme: Lexeme = { type: 'Number', text: digits + this.#unit };
    return { lexeme: isLiteral ? representative(before, expectation, lexeme) : lexeme, expectation };
  }

  /** Of literals many are alike; see {@link numberKey}. */
  #findKey(): string | undefined {
    const { isLiteral, expectations, lookAhead } = this.#place;
    if (!isLiteral) return undefined;
    const [only] = expectations;
    const isPlain = !this.#hasExponent;
    const text = this.#digits + this.#unit;
    const alike =
      isPlain && expectations.length === 1 && only !== undefined ? numberKey(only, text, lookAhead) : undefined;
    return alike === undefined ? text : `${this.#phase} ${alike}`;
  }
}
