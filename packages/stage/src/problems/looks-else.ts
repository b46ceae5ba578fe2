// Says that the library cannot honour how something shall look, and what it shows instead.
import type { ProblemPage } from '@diorama/diagnostics';

export const LOOKS_ELSE: ProblemPage = {
  code: 'looks-else',
  severity: 'note',
  title: 'drawn as something that was not asked for',
  explanation: `The asset library cannot be asked in this way: it has no index in the embedding space of the program, or cannot
compare pictures. Something of the same class is drawn, decided by the element's variant, so that the scene is whole.

Name an asset, describe it with like("…"), or compile with a library that is indexed in that space.`,
  bad: 'tree { at: (0, -8), height: 5, appearance: like(image: "oak.png") }',
  good: 'tree { at: (0, -8), height: 5, appearance: like("an oak") }',
  files: { 'oak.png': 'a picture' },
  command: 'compile',
};
