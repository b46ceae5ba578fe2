// How messages speak of values, types and bounds.
import { shortestDecimal } from '@diorama/geometry';
import type { Interval, Signature, ValueType } from '@diorama/vocabulary';
import * as scalar from '../scalar.ts';
import { typeOf, typeText } from '../type.ts';
import type { Value } from '../value.ts';

/** The two lines that every mismatch shows. */
export function expectedFound(expected: string, found: string): readonly string[] {
  return [`expected ${expected}\n   found ${found}`];
}

export function withArticle(noun: string): string {
  return noun.startsWith('any ') ? noun : /^[AEIOU]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** The bounds of a type in words: `greater than 0 m and at most 200 m`. */
export function rangeText(type: ValueType): string {
  switch (type.kind) {
    case 'number':
    case 'integer':
    case 'length':
    case 'angle':
      return intervalText(type.range ?? {}, unitOf(type));
    case 'vector': {
      const [x, y, z] = type.components ?? [];
      return `(${[x, y, z].map((range) => intervalText(range ?? {}, ' m')).join(', ')})`;
    }
    case 'enumeration':
      return type.words.join(', ');
    case 'text':
      return 'a text that is not empty';
    case 'list':
      return `a list of ${rangeText(type.of)}`;
    default:
      return typeText(typeOf(type, undefined));
  }
}

function unitOf(type: ValueType): string {
  return type.kind === 'length' ? ' m' : type.kind === 'angle' ? '°' : '';
}

function intervalText({ min, max, minExclusive, maxExclusive }: Interval, unit: string): string {
  const show = (value: number) => `${numberText(value)}${unit}`;
  if (min !== undefined && min === max) return show(min);
  const low = min === undefined ? undefined : minExclusive ? `greater than ${show(min)}` : `at least ${show(min)}`;
  const high = max === undefined ? undefined : maxExclusive ? `less than ${show(max)}` : `at most ${show(max)}`;
  if (low === undefined && high === undefined) return 'any number';
  if (low !== undefined && high !== undefined && !minExclusive && !maxExclusive)
    return `${show(min ?? 0)} to ${show(max ?? 0)}`;
  return [low, high].filter((bound) => bound !== undefined).join(' and ');
}

/** A value in words. Intervals read `0 m to 2 m`. */
export function valueText(value: Value, type: ValueType): string {
  const unit = unitOf(type);
  if (typeof value === 'number') return `${numberText(value)}${unit}`;
  if (scalar.isScalar(value)) return `${numberText(value.min)}${unit} to ${numberText(value.max)}${unit}`;
  if (typeof value === 'string') return type.kind === 'enumeration' ? value : JSON.stringify(value);
  if (typeof value === 'boolean') return `${value}`;
  switch (value.kind) {
    case 'vector':
    case 'position':
    case 'view':
      return `(${[value.x, value.y, value.z].map((part) => valueText(part, { kind: 'length' })).join(', ')})`;
    case 'list':
      return `[${value.items.map((item) => valueText(item, type.kind === 'list' ? type.of : type)).join(', ')}]`;
    default:
      return `a ${value.kind}`;
  }
}

/** At most six digits behind the point: messages are for reading. */
function numberText(value: number): string {
  return shortestDecimal(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
}

/** `disk(center: Position = …, radius: Length)` */
export function signatureText(name: string, { parameters }: Signature): string {
  const text = parameters.map(({ name: parameter, type, default: value, rest }) => {
    const typeName =
      type.kind === 'variable'
        ? type.over === 'numeric'
          ? 'Number, Length or Angle'
          : 'any'
        : typeText(typeOf(type, undefined));
    return `${parameter}: ${typeName}${value === undefined ? '' : ' = …'}${rest ? ', …' : ''}`;
  });
  return `${name}(${text.join(', ')})`;
}
