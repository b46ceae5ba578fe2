// Reports an argument by a name that the function does not have.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { FunctionDefinition } from '@diorama/vocabulary';
import { itIs, suggest, writeSuggestion } from './wording.ts';

export const unknownArgumentPage: ProblemPage = {
  code: 'unknown-argument',
  severity: 'error',
  title: 'unknown argument',
  explanation:
    'Arguments are given in the order of the parameters, or by their names. The function has no parameter of this name.\n\nThe message shows the parameters that it has.',
  bad: 'scatter 5 in disk(radios: 4) { bush { height: 1 } }',
  good: 'scatter 5 in disk(radius: 4) { bush { height: 1 } }',
};

/** An argument’s name that the function does not know; `free` are the parameters that have no value yet. */
export function unknownArgument(
  place: Place,
  name: string,
  definition: FunctionDefinition,
  free: readonly string[],
): Diagnostic {
  const nearest = suggest(name, free, SYNONYMS.get(definition.name));
  return problem(
    unknownArgumentPage,
    place,
    nearest ? `did you mean \`${nearest.text}\`?` : `\`${definition.name}\` has no such parameter`,
    { notes: [itIs(definition.name, definition.signatures)], fixes: writeSuggestion(place, nearest) },
  );
}

/** What newcomers call them. */
const SYNONYMS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  [
    'like',
    new Map([
      ['picture', 'image'],
      ['file', 'image'],
      ['description', 'text'],
    ]),
  ],
]);
