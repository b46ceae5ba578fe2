// Whether digits can still become a number as core form prints it: no zeros to spare, no exponent where none is needed, and
// no more digits than doubles hold. Of 16 or 17 digits the printer may need fewer: that is not looked into.

import { shortestDecimal } from '@diorama/geometry';
import { inRanges, type NumberUnit } from '@diorama/grammar';

/** What numbers may be printed at a place. */
export interface PrintedNumbers {
  /** The unit that is none, and its bounds. */
  readonly unit: NumberUnit;
  /** Behind a minus: 0 has none. */
  readonly negated: boolean;
}

/** No double needs more digits, zeros at either end aside. */
export const MOST_DIGITS = 17;
/** Numbers of more digits before the point are printed with an exponent. */
const MOST_WHOLE_DIGITS = 21;

/** Whether a text is how a number is printed that fits. */
export function isPrinted({ unit, negated }: PrintedNumbers, text: string): boolean {
  if (unit.integer && !WHOLE.test(text)) return false;
  const value = Number(text);
  // A power of ten makes of no number that is out of its bounds one that fits: else every digit could be written anywhere.
  if (text.includes('e') && !isPrinted({ unit, negated }, text.split('e', 1)[0] as string)) return false;
  if (!isPrintedForm(text, value) || (negated && value === 0)) return false;
  return !unit.bounded || inRanges(unit.ranges, value);
}
const WHOLE = /^[0-9]+$/;
const PLAIN = /^(0|[1-9][0-9]*)(\.[0-9]*[1-9])?$/;

function isPrintedForm(text: string, value: number): boolean {
  if (text.includes('e')) return Number.isFinite(value) && isPrintedPower(text, value);
  const [whole = ''] = text.split('.', 1);
  return PLAIN.test(text) && !isTiny(text) && whole.length <= MOST_WHOLE_DIGITS && countDigits(text) <= MOST_DIGITS;
}

const POWER = /^[1-9](\.[0-9]*[1-9])?e(-[7-9]|-[1-9][0-9]|-[12][0-9]{2}|2[1-9]|[3-9][0-9]|[12][0-9]{2})$/;
function isPrintedPower(text: string, value: number): boolean {
  return (
    (POWER.test(text) && countDigits(text.split('e', 1)[0] as string) <= MOST_DIGITS) || shortestDecimal(value) === text
  );
}

/** How many digits matter: of a whole number not the zeros at its end. */
export function countDigits(text: string): number {
  let first = 0;
  while (first < text.length && (text.charCodeAt(first) === ZERO || text.charCodeAt(first) === POINT)) first++;
  const point = text.indexOf('.');
  if (point >= 0) return text.length - first - (point >= first ? 1 : 0);
  let end = text.length;
  while (end > first && text.charCodeAt(end - 1) === ZERO) end--;
  return end - first;
}
const ZERO = 0x30;
const POINT = 0x2e;

/** Smaller numbers are printed with an exponent. */
function isTiny(text: string): boolean {
  return text.startsWith('0.000000');
}

/**
 * Texts that print a number which fits, and begin with what is written: short ones first. If there is any such number, there
 * is one here; and each of them is found again when more of it is written.
 */
export function* completions(numbers: PrintedNumbers, written: string): Generator<string> {
  for (const text of candidates(numbers.unit, written)) if (isPrinted(numbers, text)) yield text;
}

/** Whether a number that is written so far may still become one that fits. */
export function mayBePrinted(numbers: PrintedNumbers, written: string): boolean {
  if (isBeyond(numbers, written)) return false;
  for (const _ of completions(numbers, written)) return true;
  return false;
}

/** Whether all that begins so lies outside of the bounds, as is quickly seen. */
function isBeyond({ unit }: PrintedNumbers, written: string): boolean {
  if (written.includes('e')) return !EXPONENTS_OF.test(written);
  if (!NUMBER_START.test(written) || (unit.integer && written.includes('.'))) return true;
  if (isTiny(written) || countDigits(written) > MOST_DIGITS) return true;
  if (!unit.bounded || unit.ranges === undefined) return false;
  const low = Number(written);
  const point = written.indexOf('.');
  const width = point < 0 ? Number.POSITIVE_INFINITY : Number(`1e${point + 1 - written.length}`);
  return unit.ranges.every(
    ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) => max < low || low + width < min,
  );
}
const NUMBER_START = /^(0|[1-9][0-9]*)(\.[0-9]*)?$/;
const EXPONENTS_OF = /^[1-9](\.[0-9]*[1-9])?e(-?([1-9][0-9]*)?)?$/;

const DIGITS = Array.from({ length: 10 }, (_, digit) => `${digit}`);
const LAST_DIGITS = ['5', '1', '9'];
const EXPONENTS = ['-7', '-8', '-9', '-10', '-20', '-100', '-300', '-320', '21', '22', '100', '300'];

function* candidates(unit: NumberUnit, written: string): Generator<string> {
  yield written;
  const [mantissa = '', exponent] = written.split('e', 2);
  const bounds = boundsOf(unit).filter((text) => text.startsWith(written));
  if (exponent !== undefined) {
    yield* bounds;
    const rests = exponent === '' ? EXPONENTS : ['', ...DIGITS, ...DIGITS.flatMap((a) => DIGITS.map((b) => a + b))];
    for (const rest of rests) yield written + rest;
    return;
  }
  const hasPoint = mantissa.includes('.');
  if (!hasPoint) for (const digit of DIGITS) yield written + digit;
  if (!unit.integer) yield* withDecimals(hasPoint ? written : `${written}.`);
  yield* bounds;
  if (!hasPoint) yield* withDigits(written);
}

function* withDecimals(written: string): Generator<string> {
  for (let zeros = 0, text = written; zeros <= MOST_DIGITS; zeros++, text += '0') {
    for (const digit of LAST_DIGITS) yield text + digit;
  }
}

function* withDigits(written: string): Generator<string> {
  for (let text = `${written}0`; text.length <= MOST_WHOLE_DIGITS; text += '0') yield text;
  for (const digit of DIGITS) {
    for (let text = `${written}${digit}0`; text.length <= MOST_WHOLE_DIGITS; text += '0') yield text;
  }
}

const knownBounds = new WeakMap<NumberUnit, readonly string[]>();

/** How the bounds are printed, and what lies between them: what is in no bounds but near to them begins so. */
function boundsOf(unit: NumberUnit): readonly string[] {
  let found = knownBounds.get(unit);
  if (found === undefined) {
    const values = (unit.bounded ? (unit.ranges ?? []) : []).flatMap(({ min, max }) => {
      const middle = min !== undefined && max !== undefined ? [(min + max) / 2] : [];
      return [min, max, ...middle].filter((value) => value !== undefined && value >= 0);
    });
    found = values.map((value) => shortestDecimal(value as number));
    knownBounds.set(unit, found);
  }
  return found;
}
