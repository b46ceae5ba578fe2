// Reports a name that a used file does not declare.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { someOf, suggest, writeSuggestion } from './wording.ts';

export const unknownImportPage: ProblemPage = {
  code: 'unknown-import',
  severity: 'error',
  title: 'nothing of this name to use',
  explanation:
    '`use` brings prefabs and lets that stand at the top level of another file. That file declares nothing of this name there.\n\nLook for another spelling. What is declared inside of a prefab or group cannot be used from outside.',
  bad: 'use thikcet from "plants.dio"',
  good: 'use thicket from "plants.dio"\nthicket { at: (0, -8) }',
  files: { 'plants.dio': 'prefab thicket() { bush { height: 1 } }\n' },
};

/** A name that the other file does not declare. */
export function unknownImport(place: Place, name: string, file: string, names: readonly string[]): Diagnostic {
  const nearest = suggest(name, names);
  const fact = nearest ? `did you mean \`${nearest.text}\`?` : `\`${file}\` declares no \`${name}\``;
  return problem(unknownImportPage, place, fact, {
    notes: nearest ? [] : [names.length > 0 ? `it declares ${someOf(names)}` : 'it declares nothing'],
    fixes: writeSuggestion(place, nearest),
  });
}
