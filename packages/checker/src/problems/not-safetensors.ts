// Reports a file of embeddings that cannot be understood.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const notSafetensorsPage: ProblemPage = {
  code: 'not-safetensors',
  severity: 'error',
  title: 'not an embeddings file',
  explanation:
    'The file named by `embeddings` is a safetensors file that holds one table of numbers, a row for each embedding. In its metadata it names the `space` in which they live: without that nobody could say with what they may be compared.\n\nWrite the file anew, for instance in Python: `save_file({"embeddings": vectors}, "scene.safetensors", metadata={"space": "clip-vit-l-14-336"})`.',
  bad: 'scene { embeddings: "notes.safetensors" }',
  good: 'scene { name: "without embeddings" }',
  files: { 'notes.safetensors': 'not a table at all' },
};

/** The scene’s embeddings file is not what it should be. */
export function notSafetensors(place: Place, path: string, why: string): Diagnostic {
  return problem(notSafetensorsPage, place, `\`${path}\`: ${why}`, {
    notes: ['expected a safetensors file with one table of rows and a `space` in its metadata'],
  });
}
