import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownImportPage: ProblemPage = {
  code: 'unknown-import',
  severity: 'error',
  title: 'nothing of this name to use',
  explanation: '`use` brings prefabs and lets that stand at the top level of another file.',
  bad: 'use thikcet from "plants.dio"',
  good: 'use thicket from "plants.dio"\nthicket { at: (0, -8) }',
  files: { 'plants.dio': 'prefab thicket() { bush { height: 1 } }\n' },
};

/** A name that the other file does not declare. */
export function unknownImport(place: Place, name: string, file: string, names: readonly string[]): Diagnostic {
  const nearest = closest(name, names);
  return problem(
    unknownImportPage,
    place,
    nearest ? `did you mean \`${nearest}\`?` : `\`${file}\` declares no \`${name}\``,
    {
      notes: nearest ? [] : [names.length > 0 ? `it declares ${names.slice(0, 20).join(', ')}` : 'it declares nothing'],
      fixes: nearest ? [replace(place, nearest)] : [],
    },
  );
}
