import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { FunctionDefinition, ParameterDefinition, Signature } from '@diorama/vocabulary';
import { signatureText } from './wording.ts';

export const missingArgumentPage: ProblemPage = {
  code: 'missing-argument',
  severity: 'error',
  title: 'missing argument',
  explanation: 'The function needs more arguments than were given.',
  bad: 'scatter 5 in disk(center: (0, -8)) { bush { height: 1 } }',
  good: 'scatter 5 in disk(center: (0, -8), radius: 4) { bush { height: 1 } }',
};

/** Parameters without a value. */
export function missingArgument(
  place: Place,
  definition: FunctionDefinition,
  signature: Signature,
  missing: readonly ParameterDefinition[],
): Diagnostic {
  const names = missing.map(({ name }) => `\`${name}\``).join(' and ');
  return problem(missingArgumentPage, place, `\`${definition.name}\` needs ${names}`, {
    notes: [`it is \`${signatureText(definition.name, signature)}\``, `for example \`${definition.example}\``],
  });
}
