// Reports files that use each other.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const importCyclePage: ProblemPage = {
  code: 'import-cycle',
  severity: 'error',
  title: 'files that use each other',
  explanation:
    'A file may not use itself, not even by way of others: what it needs would never be known before itself.\n\nMove what both files need into a third one, which uses neither.',
  bad: 'use a from "circle.dio"',
  good: 'use thicket from "plants.dio"\nthicket { at: (0, -8) }',
  files: { 'circle.dio': 'use a from "circle.dio"\n', 'plants.dio': 'prefab thicket() { bush { height: 1 } }\n' },
};

/** A `use` leads back to a file that is being read. */
export function importCycle(place: Place, files: readonly string[]): Diagnostic {
  return problem(importCyclePage, place, 'this leads back to where it started', {
    notes: [files.join(', which uses ').replace(', which', ''), 'move what they share into a file of its own'],
  });
}
