import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import type { FunctionDefinition, Signature } from '@diorama/vocabulary';
import { signatureText } from './wording.ts';

export const unknownArgumentPage: ProblemPage = {
  code: 'unknown-argument',
  severity: 'error',
  title: 'unknown argument',
  explanation:
    'Arguments may be given in order or by the names of the function’s parameters. The function has no parameter of this name.',
  bad: 'scatter 5 in disk(radios: 4) { bush { height: 1 } }',
  good: 'scatter 5 in disk(radius: 4) { bush { height: 1 } }',
};

/** An argument’s name that the function does not know. */
export function unknownArgument(
  place: Place,
  name: string,
  definition: FunctionDefinition,
  signature: Signature,
): Diagnostic {
  const nearest = closest(
    name,
    signature.parameters.map((parameter) => parameter.name),
  );
  return problem(
    unknownArgumentPage,
    place,
    nearest ? `did you mean \`${nearest}\`?` : `\`${definition.name}\` has no such parameter`,
    {
      notes: [`it is \`${signatureText(definition.name, signature)}\``],
      fixes: nearest ? [replace(place, nearest)] : [],
    },
  );
}
