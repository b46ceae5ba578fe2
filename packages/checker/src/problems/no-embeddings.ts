// Reports a row of embeddings where the scene names no file of them.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const noEmbeddingsPage: ProblemPage = {
  code: 'no-embeddings',
  severity: 'error',
  title: 'embeddings without a file',
  explanation:
    '`embedding(n)` is row n of the embeddings file that the scene names, and no file is known here.\n\nName the file in the `scene` element, above the first use: a name or a file is known from where it is given on. Without such a file, say what you want in words: `like("oak")`.',
  bad: 'tree { at: (0, -8), height: 4, appearance: embedding(0) }',
  good: 'tree { at: (0, -8), height: 4, appearance: like("oak") }',
};

/** `embedding(…)` where no file is known. */
export function noEmbeddings(place: Place): Diagnostic {
  return problem(noEmbeddingsPage, place, 'no embeddings file is known here', {
    notes: ['name the file above: `scene { embeddings: "scene.safetensors" }`'],
  });
}
