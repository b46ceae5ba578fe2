// A `use` below other items.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const lateImportPage: ProblemPage = {
  code: 'late-import',
  severity: 'error',
  title: '`use` below other items',
  explanation:
    'Imports stand at the top of a file, before everything else: whoever reads it sees first what it needs.\n\n' +
    'Move the line up. It is honoured all the same, so nothing else is reported.',
  bad: 'tree { at: (0, -8), height: 9m }\nuse thicket from "plants.dio"\nthicket { at: (4, -8) }',
  good: 'use thicket from "plants.dio"\ntree { at: (0, -8), height: 9m }\nthicket { at: (4, -8) }',
  files: { 'plants.dio': 'prefab thicket() { bush { height: 1m } }' },
};

export function lateImport(place: Place, firstItem: Place): Diagnostic {
  return problem(lateImportPage, place, 'this `use` stands below other items', {
    related: [label(firstItem, 'the first item')],
    notes: ['move it above the first item'],
  });
}
