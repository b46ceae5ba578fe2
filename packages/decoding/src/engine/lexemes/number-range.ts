// Whether digits can still become a number that lies within its bounds.
import type { NumberUnit } from '@diorama/grammar';
import { inRanges } from '@diorama/grammar';
import { findUnit, type Interval, toBaseUnits } from '@diorama/vocabulary';

/** The decimal exponent of the least double above 0: what is smaller is 0. */
const LEAST_EXPONENT = -324;
/** No double has a greater decimal exponent, nor one as great. */
const GREATEST_EXPONENT = 400;

/** The digits of a number, as far as written. */
export interface Digits {
  /** The digits before and behind the point, without it. */
  readonly mantissa: string;
  /** How many of them stand behind the point; undefined without one. */
  readonly decimals: number | undefined;
  /** What stands behind the `e`: sign and digits; undefined without one. */
  readonly exponent: string | undefined;
}

/** Reads `12`, `12.`, `12.5`, `12.5e`, `12.5e-`, `12.5e-3`. */
export function readDigits(text: string): Digits {
  const [head = '', exponent] = text.split(/[eE]/, 2);
  const point = head.indexOf('.');
  if (point < 0) return { mantissa: head, decimals: undefined, exponent };
  const decimals = head.length - point - 1;
  return { mantissa: head.slice(0, point) + head.slice(point + 1), decimals, exponent };
}

/** The number in base units, as the language reads it. */
export function baseValue(text: string, unit: string): number {
  const definition = unit === '' ? undefined : findUnit(unit);
  return definition === undefined ? Number(text) : toBaseUnits(Number(text), definition);
}

/** Whether a number that is written so far may still become one that a place takes. */
export function isViable(units: readonly NumberUnit[], digits: Digits): boolean {
  return units.some((unit) => isViableIn(unit, digits));
}

function isViableIn(unit: NumberUnit, digits: Digits): boolean {
  if (unit.integer && (digits.decimals !== undefined || digits.exponent !== undefined)) return false;
  const ranges = unit.bounded ? (unit.ranges ?? [{}]) : [{}];
  return ranges.some((range) =>
    digits.exponent === undefined ? mantissaReaches(unit, digits, range) : exponentReaches(unit, digits, range),
  );
}

function mantissaReaches({ name, integer }: NumberUnit, { mantissa }: Digits, range: Interval): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  if (max < 0) return false;
  if (integer) return integersReach(Number(mantissa), min, max);
  // Something small above 0 will do, or what comes so near to 0 that it is 0.
  if (min <= 0) return true;
  const digits = significant(mantissa);
  // A number that begins with zeros can become any.
  if (digits === '') return true;
  if (max === Number.POSITIVE_INFINITY) return true;
  // The digits to come, the point and the exponent make of p all numbers from p to p + 1, times any power of ten.
  const factor = baseValue('1', name);
  const least = leading(digits) * factor;
  const greatest = (leading(digits) + Number(`1e${1 - digits.length}`)) * factor;
  const power = powerOfTen(max / least);
  for (let k = power - 1; k <= power + 1; k++) {
    const scale = Number(`1e${k}`);
    if (overlaps(least * scale, greatest * scale, range)) return true;
  }
  return false;
}

/** The digits without the zeros before them. */
function significant(mantissa: string): string {
  return mantissa.replace(/^0+/, '');
}
/** Digits with a point behind the first: a thousand of them are no more than doubles hold. */
function leading(digits: string): number {
  return Number(`${digits.slice(0, 1)}.${digits.slice(1)}`);
}

/** Whether the numbers from `low` (included) to `high` (excluded) meet a range. */
function overlaps(low: number, high: number, range: Interval): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, maxExclusive = false } = range;
  return (maxExclusive ? low < max : low <= max) && (high > min || low >= min);
}

function integersReach(start: number, min: number, max: number): boolean {
  for (let low = start, width = 1; low <= max && width < 1e18; low *= 10, width *= 10) {
    if (low + width - 1 >= min) return true;
    if (low === 0 && width > max) return true;
  }
  return false;
}

/** Whether one of the exponents that begin so brings the number into its range. */
function exponentReaches({ name }: NumberUnit, digits: Digits, range: Interval): boolean {
  const { mantissa, decimals = 0, exponent = '' } = digits;
  const fits = (value: number) => {
    const found = baseValue(`${mantissa === '' ? '0' : mantissa}e${value - decimals}`, name);
    return Number.isFinite(found) && inRanges([range], found);
  };
  // The number grows with its exponent, so those that bring it inside lie side by side.
  const written = significant(mantissa);
  const start = written === '' ? 0 : leading(written) * baseValue('1', name);
  const shift = decimals - (written.length - 1);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  const first = start === 0 || min <= 0 ? Number.NEGATIVE_INFINITY : powerOfTen(min / start) + shift - 1;
  const last =
    start === 0 || max === Number.POSITIVE_INFINITY ? GREATEST_EXPONENT + shift : powerOfTen(max / start) + shift + 2;
  return exponents(exponent, GREATEST_EXPONENT + mantissa.length).some(([low, high]) => {
    const [from, to] = [Math.max(low, first), Math.min(high, last)];
    return NEARBY.some((step) => (from + step <= to && fits(from + step)) || (from <= to - step && fits(to - step)));
  });
}
/** The bounds are known but for roundings. */
const NEARBY = [0, 1, 2, 3];

/** The exponents that may come of a sign and digits, as intervals; those beyond `most` are cut off. */
function exponents(text: string, most: number): readonly (readonly [low: number, high: number])[] {
  const sign = /^[+-]/.test(text) ? text[0] : '';
  const written = text.slice(sign === '' ? 0 : 1);
  if (text === '') return [[-most, most]];
  if (written === '') return sign === '-' ? [[-most, 0]] : [[0, most]];
  const start = Math.min(Number(written), most);
  const found: [number, number][] = [];
  for (let low = start, width = 1; low <= most && width <= 10 * most; low *= 10, width *= 10) {
    const high = Math.min(low + width - 1, most);
    found.push(sign === '-' ? [-high, -low] : [low, high]);
  }
  return found;
}

/** The decimal exponent of a number above 0. */
function powerOfTen(value: number): number {
  if (value === 0) return LEAST_EXPONENT;
  if (value === Number.POSITIVE_INFINITY) return GREATEST_EXPONENT;
  return Number(value.toExponential().split('e')[1]);
}

/** Whether every first digit can lead into one of the ranges: by its exponent. */
export function spansDecade(ranges: readonly Interval[]): boolean {
  return ranges.some(
    ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) => max > 0 && (min <= 0 || max >= 10 * min),
  );
}
