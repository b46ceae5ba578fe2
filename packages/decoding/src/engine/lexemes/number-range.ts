// Whether digits can still become a number that lies within its bounds.
import type { NumberUnit } from '@diorama/grammar';
import { inRanges } from '@diorama/grammar';
import { findUnit, type Interval, toBaseUnits } from '@diorama/vocabulary';

/** Doubles have no decimal exponents beyond: below it numbers are 0, above infinite. */
const LEAST_EXPONENT = -400;
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
export function valueOf(text: string, unit: string): number {
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
  const factor = valueOf('1', name);
  const least = Number(mantissa === '' ? '0' : mantissa) * factor;
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  if (max < 0) return false;
  if (integer) return integersReach(Number(mantissa), min, max);
  // Something small above 0 will do, or what comes so near to 0 that it is 0.
  if (min <= 0) return true;
  // A number that begins with zeros can become any.
  if (least === 0) return true;
  if (max === Number.POSITIVE_INFINITY) return true;
  // The digits to come, the point and the exponent make of p all numbers from p to p + 1, times any power of ten.
  const power = Math.floor(Math.log10(max / least));
  const greatest = (Number(mantissa) + 1) * factor;
  for (let k = power - 1; k <= power + 1; k++) {
    const scale = Number(`1e${k}`);
    if (overlaps(least * scale, greatest * scale, range)) return true;
  }
  return false;
}

/** Whether the numbers from `low` (included) to `high` (excluded) meet a range. */
function overlaps(low: number, high: number, range: Interval): boolean {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, maxExclusive = false } = range;
  return (maxExclusive ? low < max : low <= max) && high > min;
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
  const sign = /^[+-]/.test(exponent) ? exponent[0] : '';
  const written = exponent.slice(sign === '' ? 0 : 1);
  const fits = (value: number) => {
    const whole = `${mantissa === '' ? '0' : mantissa}e${value - decimals}`;
    const found = valueOf(whole, name);
    return Number.isFinite(found) && inRanges([range], found);
  };
  for (let value = LEAST_EXPONENT; value <= GREATEST_EXPONENT; value++) {
    if (sign === '-' ? value > 0 : sign === '+' && value < 0) continue;
    if (sign === '' && exponent !== '' && value < 0) continue;
    if (written !== '' && !mayBecome(written, Math.abs(value))) continue;
    if (fits(value)) return true;
  }
  return false;
}

/** Whether digits, with more behind them, may make a number; those beyond what doubles have stand for all beyond. */
function mayBecome(written: string, value: number): boolean {
  const start = Number(written);
  if (start > value) return value === GREATEST_EXPONENT;
  if (start === 0) return true;
  for (let low = start, width = 1; low <= value; low *= 10, width *= 10) {
    if (value < low + width) return true;
  }
  return value === GREATEST_EXPONENT;
}

/** Whether every first digit can lead into one of the ranges: by its exponent. */
export function spansDecade(ranges: readonly Interval[]): boolean {
  return ranges.some(
    ({ min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }) => max > 0 && (min <= 0 || max >= 10 * min),
  );
}
