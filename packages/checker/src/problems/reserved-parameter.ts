// Reports a parameter that bears the name of what every prefab’s use has.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const reservedParameterPage: ProblemPage = {
  code: 'reserved-parameter',
  severity: 'error',
  title: 'a reserved parameter',
  explanation:
    'Every prefab has `at`, `rotation` and `scale` already: they place, turn and size its frame, as they do for a group. A parameter of the same name would hide them.\n\nLeave the parameter out: positions in the prefab are measured from its `at` anyway. If it means something else, choose another name.',
  bad: 'prefab copse(at: Position) { tree { at: at, height: 4 } }',
  good: 'prefab copse(tall: Length) { tree { height: tall } }\ncopse { at: (0, -8), tall: 4m }',
};

/** A parameter that every prefab has already. */
export function reservedParameter(place: Place, name: string): Diagnostic {
  return problem(reservedParameterPage, place, `every prefab has \`${name}\` already`, {
    notes: ['leave it out, or choose another name'],
  });
}
