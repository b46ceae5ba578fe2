// Reports a used file that cannot be read.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const unreadableFilePage: ProblemPage = {
  code: 'unreadable-file',
  severity: 'error',
  title: 'a file that cannot be read',
  explanation:
    'A file that the program names does not exist, or cannot be read.\n\nPaths are relative to the folder of the file in which they are written, and `/` separates folders: `"plants/trees.dio"`, `"../shared.dio"`.',
  bad: 'use thicket from "no-such-file.dio"',
  good: 'use thicket from "plants.dio"\nthicket { at: (0, -8) }',
  files: { 'plants.dio': 'prefab thicket() { bush { height: 1 } }\n' },
};

/** A file that a program names cannot be read. */
export function unreadableFile(place: Place, path: string, why: string): Diagnostic {
  return problem(unreadableFilePage, place, `\`${path}\`: ${why}`, {
    notes: ['paths are relative to the file in which they are written'],
  });
}
