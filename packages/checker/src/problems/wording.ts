// How messages speak of values, types and bounds.
import { closest, type Fix, replace, type Span } from '@diorama/diagnostics';
import { shortestDecimal } from '@diorama/geometry';
import { ENUMERATIONS, type Interval, type NumericType, type Signature, type ValueType } from '@diorama/vocabulary';
import * as scalar from '../scalar.ts';
import { type Type, typeOf, typeText } from '../type.ts';
import type { Scalar, Value } from '../value.ts';

/** The two lines that every mismatch shows. */
export function expectedFound(expected: string, found: string): readonly string[] {
  return [`expected ${expected}\n   found ${found}`];
}

/** A word that was probably meant. `safe`: no other candidate is as likely. */
export interface Suggestion {
  readonly text: string;
  readonly safe: boolean;
}

/** The candidate that a mistyped word most likely meant; else what the table knows that newcomers call otherwise. */
export function suggest(
  word: string,
  candidates: Iterable<string>,
  synonyms?: ReadonlyMap<string, string>,
): Suggestion | undefined {
  const known = [...new Set(candidates)];
  const nearest = closest(word, known);
  // Of one letter nothing is left when it is another one.
  if (nearest !== undefined && (word.length > 1 || word.toLowerCase() === nearest.toLowerCase())) {
    const others = known.filter((candidate) => candidate !== nearest);
    const isSame = word.toLowerCase() === nearest.toLowerCase();
    return { text: nearest, safe: isSame || closest(word, others) === undefined };
  }
  const synonym = synonyms?.get(word.toLowerCase());
  return synonym === undefined ? undefined : { text: synonym, safe: false };
}

/** The fix that writes the suggested word. */
export function writeSuggestion(span: Span, suggestion: Suggestion | undefined): readonly Fix[] {
  return suggestion === undefined ? [] : [replace(span, suggestion.text, { safe: suggestion.safe })];
}

/** The fix that puts an expression between two texts. */
export function wrap(span: Span, before: string, after: string, safe = false): Fix {
  return {
    title: `write ${before}…${after}`,
    edits: [
      { start: span.start, end: span.start, text: before },
      { start: span.end, end: span.end, text: after },
    ],
    safe,
  };
}

/** At most `most` of some names, for a note. */
export function someOf(names: readonly string[], most = 20): string {
  const shown = names.slice(0, most).join(', ');
  return names.length > most ? `${shown}, …` : shown;
}

/** How a value of a type is written, as an example: `yaw(40)`. */
export function exampleOf(type: Type): string | undefined {
  switch (type.kind) {
    case 'numeric':
      return { Length: '5m', Angle: '40deg', Integer: '5', Number: '0.5' }[typeText(type)];
    case 'point':
      return typeText(type) === 'Vector' ? '(4m, 0m, 2m)' : '(0, -8)';
    case 'enumeration':
      return (type.words ?? ENUMERATIONS.get(type.name)?.words)?.[0];
    case 'list':
    case 'range': {
      const of = exampleOf(type.of);
      if (of === undefined) return undefined;
      return type.kind === 'list' ? `[${of}, ${of}]` : `1${of.replace(/^[\d.]+/, '')}..${of}`;
    }
    case 'element':
    case 'any':
      return undefined;
    default:
      return EXAMPLES[type.kind];
  }
}

const EXAMPLES = {
  boolean: 'true',
  text: '"a text"',
  color: '#c3ccd4',
  'view-position': 'view(0, 0, -8)',
  rotation: 'yaw(40)',
  appearance: 'like("an old oak")',
  region: 'disk(radius: 6)',
} as const;

/** ``a Length is written `5m` `` */
export function howToWrite(type: Type): readonly string[] {
  const example = exampleOf(type);
  if (example === undefined) return [];
  return [
    type.kind === 'point' && typeText(type) !== 'Vector'
      ? 'a place is written `(x, z)` on the ground, or `(x, y, z)`'
      : `${withArticle(typeText(type))} is written \`${example}\``,
  ];
}

export function withArticle(noun: string): string {
  return noun.startsWith('any ') ? noun : /^[AEIOU]/i.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** The bounds of a type in words: `greater than 0 m and at most 200 m`. */
export function rangeText(type: NumericType): string {
  return intervalText(type.range ?? {}, unitOf(type));
}

export function unitOf(type: ValueType): string {
  return type.kind === 'length' ? ' m' : type.kind === 'angle' ? '°' : '';
}

export function intervalText({ min, max, minExclusive, maxExclusive }: Interval, unit: string): string {
  const show = (value: number) => `${numberText(value)}${unit}`;
  if (min !== undefined && min === max) return show(min);
  const low = min === undefined ? undefined : minExclusive ? `greater than ${show(min)}` : `at least ${show(min)}`;
  const high = max === undefined ? undefined : maxExclusive ? `less than ${show(max)}` : `at most ${show(max)}`;
  if (low === undefined && high === undefined) return 'any number';
  if (low !== undefined && high !== undefined && !minExclusive && !maxExclusive)
    return `${show(min ?? 0)} to ${show(max ?? 0)}`;
  return [low, high].filter((bound) => bound !== undefined).join(' and ');
}

/** A number in words. Intervals read `0 m to 2 m`. */
export function scalarText(value: Scalar, unit: string): string {
  if (typeof value === 'number') return `${numberText(value)}${unit}`;
  return `${numberText(value.min)}${unit} to ${numberText(value.max)}${unit}`;
}

/** The value of a loop's variable, for the turn in which something goes wrong. */
export function valueText(value: Value, type: Type): string {
  if (scalar.isScalar(value)) {
    const unit = type.kind === 'numeric' ? { Length: ' m', Angle: '°' }[typeText(type)] : undefined;
    return scalarText(value, unit ?? '');
  }
  return typeof value === 'string' ? JSON.stringify(value) : typeof value === 'boolean' ? `${value}` : 'this item';
}

/** Six digits: messages are for reading. */
function numberText(value: number): string {
  return shortestDecimal(Number.isInteger(value) ? value : Number(value.toPrecision(6)));
}

/** `disk(center: Position = …, radius: Length)` */
function signatureText(name: string, { parameters }: Signature): string {
  const text = parameters.map(
    ({ name: parameter, type, default: value, rest }) =>
      `${parameter}: ${parameterType(type)}${value === undefined ? '' : ' = …'}${rest ? ', …' : ''}`,
  );
  return `${name}(${text.join(', ')})`;
}

function parameterType(type: ValueType): string {
  if (type.kind === 'variable') return type.over === 'numeric' ? 'Number, Length or Angle' : 'anything';
  if (type.kind === 'list') return `List[${parameterType(type.of)}]`;
  if (type.kind === 'range') return `Range[${parameterType(type.of)}]`;
  return typeText(typeOf(type, undefined));
}

/** ``it is `yaw(angle: Angle)` ``, or all forms that a function has. */
export function itIs(name: string, signatures: readonly Signature[]): string {
  return `it is ${signatures.map((signature) => `\`${signatureText(name, signature)}\``).join(' or ')}`;
}
