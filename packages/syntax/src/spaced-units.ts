// Tells the units that stand apart from their numbers, `30 m`, and makes such a pair one number.
import type { IToken } from 'chevrotain';
import type { NumberSpelling } from './literals.ts';
import * as t from './tokens.ts';

/** Words that are units when they follow a number, and what they are called here. */
const UNITS: ReadonlyMap<string, string> = new Map([
  ...['mm', 'cm', 'm', 'km', 'deg', 'rad', 'turn'].map((unit) => [unit, unit] as const),
  ['meter', 'm'],
  ['meters', 'm'],
  ['metre', 'm'],
  ['metres', 'm'],
  ['centimeters', 'cm'],
  ['centimetres', 'cm'],
  ['degree', 'deg'],
  ['degrees', 'deg'],
  ['percent', '%'],
]);

/** How the language spells a unit. */
export function unitOf(word: IToken): string {
  return UNITS.get(word.image) ?? word.image;
}

/** Whether a word is a unit, and stands behind a number without one, on its line. */
export function isSpacedUnit(text: string, number: IToken | undefined, unit: IToken | undefined): boolean {
  if (number?.tokenType !== t.NumberToken || unit?.tokenType !== t.Identifier || !UNITS.has(unit.image)) return false;
  return PLAIN.test(spellingOf(number)) && /^[ \t]+$/.test(text.slice(t.endOf(number), unit.startOffset));
}

const PLAIN = /^[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

/** The number with its unit: its image is what was written. */
export function withUnit(text: string, number: IToken, unit: IToken): IToken {
  const image = text.slice(number.startOffset, t.endOf(unit));
  return { ...number, image, payload: { spelling: `${spellingOf(number)}${unitOf(unit)}` } satisfies NumberSpelling };
}

function spellingOf({ image, payload }: IToken): string {
  return payload === undefined ? image : (payload as NumberSpelling).spelling;
}
