import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { FunctionDefinition, Signature } from '@diorama/vocabulary';
import { signatureText } from './wording.ts';

export const tooManyArgumentsPage: ProblemPage = {
  code: 'too-many-arguments',
  severity: 'error',
  title: 'too many arguments',
  explanation: 'The function takes fewer arguments, or takes this one only by name.',
  bad: 'tree { at: (0, -8), height: sqrt(9, 2) * 1m }',
  good: 'tree { at: (0, -8), height: sqrt(9) * 1m }',
};

/** An argument for which the function has no parameter. */
export function tooManyArguments(place: Place, definition: FunctionDefinition, signature: Signature): Diagnostic {
  return problem(tooManyArgumentsPage, place, 'there is no parameter for this', {
    notes: [`it is \`${signatureText(definition.name, signature)}\``],
  });
}
