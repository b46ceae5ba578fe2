// Reports more used files, or longer chains of them, than are read.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const tooManyFilesPage: ProblemPage = {
  code: 'too-many-files',
  severity: 'error',
  title: 'too many files',
  explanation:
    'A program may use up to 1,000 files, which use each other up to 64 deep and have 64 MiB of text together. The limits keep a scene from a stranger safe to open.\n\nPut several files into one.',
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
    notes: [
      `expected at most ${files.toLocaleString('en-US')} files, ${depth} deep, of 64 MiB together`,
      'put several files into one',
    ],
  });
}
