import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const tooManyFilesPage: ProblemPage = {
  code: 'too-many-files',
  severity: 'error',
  title: 'too many files',
  explanation:
    'A program may use up to 1,000 files, 64 deep and 64 MiB together, so that a scene from a stranger is safe to open.',
  bad: 'use a from "deep-0.dio"',
  good: 'use thicket from "plants.dio"\nthicket { at: (0, -8) }',
  files: Object.fromEntries([
    ...Array.from({ length: 70 }, (_, index) => [`deep-${index}.dio`, `use a from "deep-${index + 1}.dio"\n`]),
    ['plants.dio', 'prefab thicket() { bush { height: 1 } }\n'],
  ]),
};

/** A program draws in too many files. */
export function tooManyFiles(place: Place, files: number, depth: number): Diagnostic {
  return problem(tooManyFilesPage, place, 'this is one file too many', {
    notes: [`a program may use ${files} files, ${depth} deep, of 64 MiB together`],
  });
}
