import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownTypePage: ProblemPage = {
  code: 'unknown-type',
  severity: 'error',
  title: 'unknown type',
  explanation:
    'The type of a `let` or a parameter is one of the language’s: Number, Integer, Boolean, Text, Color, Length, Angle, Position, ViewPosition, Vector, Rotation, Appearance, Region, Pose, and List[…] and Range[…] of them.',
  bad: 'let far: Meters = 30m\ntree { at: (0, -far), height: 5 }',
  good: 'let far: Length = 30m\ntree { at: (0, -far), height: 5 }',
};

/** A type that does not exist. */
export function unknownType(place: Place, name: string, names: readonly string[]): Diagnostic {
  const nearest = closest(name, names) ?? SYNONYMS.get(name.toLowerCase());
  return problem(unknownTypePage, place, nearest ? `did you mean \`${nearest}\`?` : 'no such type', {
    notes: nearest ? [] : [`the types are ${names.join(', ')}`],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}

/** What other languages call them. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['int', 'Integer'],
  ['float', 'Number'],
  ['double', 'Number'],
  ['string', 'Text'],
  ['bool', 'Boolean'],
  ['meters', 'Length'],
  ['metres', 'Length'],
  ['distance', 'Length'],
  ['degrees', 'Angle'],
  ['point', 'Position'],
  ['colour', 'Color'],
  ['array', 'List'],
]);
