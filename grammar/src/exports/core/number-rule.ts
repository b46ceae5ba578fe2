// Turns a numeric type into the literals that are within its range, in every unit of its dimension.
import { dimensionOf, type Interval, type NumericType, UNITS, type UnitDefinition } from '@diorama/vocabulary';
import { decimalPattern, integersBetween } from '../rules/decimals.ts';
import { DIGIT } from '../rules/lexemes.ts';
import {
  characters,
  choice,
  literal,
  NOTHING,
  optional,
  type Pattern,
  type Reference,
  repeat,
  sequence,
  someOf,
} from '../rules/pattern.ts';
import type { RuleList } from '../rules/rule-list.ts';

/** A number as one lexeme, its sign and unit included. */
export function numberRule(list: RuleList, type: NumericType): Reference {
  const { range = {} } = type;
  return list.terminal(ruleName(type.kind, range), () =>
    type.kind === 'integer' ? integerPattern(range) : measurePattern(type, range),
  );
}

/** `length-above-0-to-200` */
function ruleName(kind: string, { min, max, minExclusive, maxExclusive }: Interval): string {
  const bound = (value: number) => String(value).replace('-', 'minus-').replace('.', 'p');
  return [
    kind,
    ...(min === undefined ? [] : [`${minExclusive ? 'above' : 'from'}-${bound(min)}`]),
    ...(max === undefined ? [] : [`${maxExclusive ? 'below' : 'to'}-${bound(max)}`]),
  ].join('-');
}

function integerPattern({ min, max, minExclusive, maxExclusive }: Interval): Pattern {
  const low =
    min === undefined ? undefined : BigInt(Math.ceil(min)) + (minExclusive && Number.isInteger(min) ? 1n : 0n);
  const high =
    max === undefined ? undefined : BigInt(Math.floor(max)) - (maxExclusive && Number.isInteger(max) ? 1n : 0n);
  const zero = 0n;
  const positive =
    high !== undefined && high < zero ? undefined : integersBetween(low === undefined || low < zero ? zero : low, high);
  const negative =
    low !== undefined && low >= zero
      ? undefined
      : integersBetween(high !== undefined && high < zero ? -high : 1n, low === undefined ? undefined : -low);
  return choice(...(positive ? [positive] : []), ...(negative ? [sequence(literal('-'), negative)] : []));
}

function measurePattern(type: NumericType, range: Interval): Pattern {
  const units = UNITS.filter((unit) => unit.dimension === dimensionOf(type));
  const suffix = (some: readonly UnitDefinition[]) => choice(...some.map(({ name }) => literal(name)));
  if (range.max === undefined && (range.min === undefined || (range.min === 0 && !range.minExclusive))) {
    const sign = range.min === undefined ? optional(literal('-')) : NOTHING;
    return sequence(sign, ANY_NUMBER, optional(suffix(units)));
  }
  const [base, others] = [units.filter(({ factor }) => factor === 1), units.filter(({ factor }) => factor !== 1)];
  const bare = signed(range, magnitudes);
  return choice(
    ...(bare === undefined ? [] : [sequence(bare, optional(suffix(base)))]),
    ...others.flatMap((unit) => {
      const scaled = signed(scale(range, unit), decimals);
      return scaled === undefined ? [] : [sequence(scaled, literal(unit.name))];
    }),
  );
}

/** Both signs of a range; what is negative is told by its magnitude. */
function signed(range: Interval, pattern: (magnitudes: Interval) => Pattern | undefined): Pattern | undefined {
  const { min, max, minExclusive = false, maxExclusive = false } = range;
  const positive =
    max !== undefined && max < 0
      ? undefined
      : pattern(min === undefined || min < 0 ? { ...range, min: 0, minExclusive: false } : range);
  const negative =
    min !== undefined && min >= 0
      ? undefined
      : pattern({
          min: max === undefined || max > 0 ? 0 : -max,
          minExclusive: max !== undefined && max <= 0 && maxExclusive,
          ...(min === undefined ? {} : { max: -min, maxExclusive: minExclusive }),
        });
  if (negative === undefined) return positive;
  if (JSON.stringify(negative) === JSON.stringify(positive)) return sequence(optional(literal('-')), negative);
  const minus = sequence(literal('-'), negative);
  return positive === undefined ? minus : choice(positive, minus);
}

/** Decimals in a range, and the short forms that a printer has for what is very small or large. */
function magnitudes(range: Interval): Pattern | undefined {
  const { min = 0, max } = range;
  const plain = decimals(range);
  const small = min <= 0 && (max === undefined || max >= 1e-6) ? SMALL : undefined;
  return plain && small ? choice(plain, small) : plain;
}
/** No more than two digits of an exponent: every such number is finite. */
const ANY_NUMBER = sequence(
  integersBetween(0n, undefined) ?? DIGIT,
  optional(sequence(literal('.'), someOf(DIGIT))),
  optional(sequence(characters('E', 'e'), optional(characters('+', '-')), repeat(DIGIT, 1, 2))),
);
/** Less than a millionth, not 0. */
const SMALL = sequence(
  characters('19'),
  optional(sequence(literal('.'), someOf(DIGIT))),
  literal('e-'),
  choice(characters('79'), sequence(characters('19'), DIGIT)),
);

function decimals({ min = 0, max, minExclusive = false, maxExclusive = false }: Interval): Pattern | undefined {
  return decimalPattern({
    min: plainDecimal(min),
    minExclusive,
    ...(max === undefined ? {} : { max: plainDecimal(max), maxExclusive }),
  });
}

/** Bounds in a unit. Where the unit is no round part of the base unit, they are moved inwards to six digits. */
function scale({ min, max, ...rest }: Interval, unit: UnitDefinition): Interval {
  const parts = Math.round(1 / unit.factor);
  const isExact = unit.factor >= 1 ? Number.isInteger(unit.factor) : Math.abs(parts * unit.factor - 1) < 1e-12;
  const convert = (value: number, inwards: number) => {
    const scaled = unit.factor < 1 ? value * parts : value / unit.factor;
    if (scaled === 0 || (isExact && isShort(scaled))) return Number(scaled.toPrecision(12));
    return (inwards > 0 ? Math.ceil(scaled * 1e6) : Math.floor(scaled * 1e6)) / 1e6;
  };
  return {
    ...rest,
    ...(min === undefined ? {} : { min: convert(min, 1) }),
    ...(max === undefined ? {} : { max: convert(max, -1) }),
  };
}
function isShort(value: number): boolean {
  return Math.abs(Number(value.toPrecision(12)) - value) <= Math.abs(value) * 1e-14;
}

/** Without an exponent. */
function plainDecimal(value: number): string {
  return value.toFixed(12).replace(/\.?0+$/, '');
}
