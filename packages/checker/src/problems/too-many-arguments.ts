// Reports more arguments than a function takes.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { FunctionDefinition } from '@diorama/vocabulary';
import { itIs } from './wording.ts';

export const tooManyArgumentsPage: ProblemPage = {
  code: 'too-many-arguments',
  severity: 'error',
  title: 'too many arguments',
  explanation:
    'The function takes fewer values than were given, or takes this one only by its name.\n\nRemove the argument, or write its name before it: `name: value`.',
  bad: 'tree { at: (0, -8), height: sqrt(9, 2) * 1m }',
  good: 'tree { at: (0, -8), height: sqrt(9) * 1m }',
};

/** An argument for which the function has no parameter. */
export function tooManyArguments(place: Place, definition: FunctionDefinition): Diagnostic {
  return problem(tooManyArgumentsPage, place, `\`${definition.name}\` has no parameter for this`, {
    notes: [itIs(definition.name, definition.signatures)],
  });
}
