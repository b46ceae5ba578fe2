// Reports a call that leaves out what it needs.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { FunctionDefinition, ParameterDefinition } from '@diorama/vocabulary';
import { itIs } from './wording.ts';

export const missingArgumentPage: ProblemPage = {
  code: 'missing-argument',
  severity: 'error',
  title: 'missing argument',
  explanation:
    'The function needs more values than were given. Parameters that are shown with `= …` have a default and may be left out; the others may not.\n\nArguments are given in the order of the parameters, or by name: `disk(radius: 4)` leaves the center where it is.',
  bad: 'scatter 5 in disk(center: (0, -8)) { bush { height: 1 } }',
  good: 'scatter 5 in disk(center: (0, -8), radius: 4) { bush { height: 1 } }',
};

/** Parameters without a value. */
export function missingArgument(
  place: Place,
  definition: FunctionDefinition,
  missing: readonly ParameterDefinition[],
  fixes: readonly Fix[] = [],
): Diagnostic {
  const names = missing.map(({ name }) => `\`${name}\``).join(' and ');
  return problem(missingArgumentPage, place, `\`${definition.name}\` needs ${names}`, {
    notes: [itIs(definition.name, definition.signatures), `for example \`${definition.example}\``],
    fixes,
  });
}
