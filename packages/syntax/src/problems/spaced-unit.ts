// A space between a number and its unit.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const spacedUnitPage: ProblemPage = {
  code: 'spaced-unit',
  severity: 'error',
  title: 'space between a number and its unit',
  explanation: 'A unit is glued to its number: `2m`, `30deg`, `1.5km`. Apart they would be a number and a name.',
  bad: 'tree { at: (0, -8), height: 9 m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** The place covers the number, the space and the unit. */
export function spacedUnit(place: Place, number: string, unit: string): Diagnostic {
  return problem(spacedUnitPage, place, `a unit is glued to its number: \`${number}${unit}\``, {
    fixes: [replace(place, `${number}${unit}`)],
  });
}
