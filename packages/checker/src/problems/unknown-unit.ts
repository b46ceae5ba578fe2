import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { UNITS } from '@diorama/vocabulary';

export const unknownUnitPage: ProblemPage = {
  code: 'unknown-unit',
  severity: 'error',
  title: 'unknown unit',
  explanation: 'A unit is glued to its number: mm, cm, m, km for lengths, deg, rad, turn for angles, % for hundredths.',
  bad: 'tree { at: (0, -8), height: 4metres }',
  good: 'tree { at: (0, -8), height: 4m }',
};

/** A suffix that is no unit. */
export function unknownUnit(place: Place, unit: string): Diagnostic {
  const names = UNITS.map(({ name }) => name);
  const nearest = SYNONYMS.get(unit.toLowerCase()) ?? closest(unit, names);
  const suffix = { start: place.end - unit.length, end: place.end };
  return problem(unknownUnitPage, { ...place, ...suffix }, nearest ? `did you mean \`${nearest}\`?` : 'no such unit', {
    notes: [`the units are ${names.join(', ')}`],
    fixes: nearest ? [replace(suffix, nearest)] : [],
  });
}

/** What people write. */
const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['meter', 'm'],
  ['metre', 'm'],
  ['meters', 'm'],
  ['metres', 'm'],
  ['degree', 'deg'],
  ['degrees', 'deg'],
  ['d', 'deg'],
  ['radian', 'rad'],
  ['radians', 'rad'],
  ['turns', 'turn'],
  ['centimeters', 'cm'],
  ['kilometers', 'km'],
  ['percent', '%'],
]);
