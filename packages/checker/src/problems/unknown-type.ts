// Reports a type that there is not.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { suggest, writeSuggestion } from './wording.ts';

export const unknownTypePage: ProblemPage = {
  code: 'unknown-type',
  severity: 'error',
  title: 'unknown type',
  explanation:
    'The type of a `let` or a parameter is one of the language’s: Number, Integer, Boolean, Text, Color, Length, Angle, Position, ViewPosition, Vector, Rotation, Appearance, Region, Pose, and `List[…]` and `Range[…]` of them.\n\nOf a `let` the type may be left out: it is that of its value.',
  bad: 'let far: Meters = 30m\ntree { at: (0, -far), height: 5 }',
  good: 'let far: Length = 30m\ntree { at: (0, -far), height: 5 }',
};

/** A type that does not exist. */
export function unknownType(place: Place, name: string, names: readonly string[]): Diagnostic {
  const nearest = suggest(name, names, SYNONYMS);
  return problem(unknownTypePage, place, nearest ? `did you mean \`${nearest.text}\`?` : 'no such type', {
    notes: nearest ? [] : [`the types are ${names.join(', ')}`],
    fixes: writeSuggestion(place, nearest),
  });
}

/** What other languages call them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['int', 'Integer'],
  ['float', 'Number'],
  ['double', 'Number'],
  ['str', 'Text'],
  ['string', 'Text'],
  ['bool', 'Boolean'],
  ['meters', 'Length'],
  ['metres', 'Length'],
  ['distance', 'Length'],
  ['degrees', 'Angle'],
  ['point', 'Position'],
  ['vec3', 'Vector'],
  ['colour', 'Color'],
  ['array', 'List'],
]);
