import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { EmbeddingFile } from '../typed-tree.ts';
import { expectedFound } from './wording.ts';

export const unknownRowPage: ProblemPage = {
  code: 'unknown-row',
  severity: 'error',
  title: 'no such embedding',
  explanation: 'The rows of an embeddings file are counted from 0.',
  bad: 'scene { embeddings: "two.safetensors" }\ntree { at: (0, -8), height: 4, appearance: embedding(2) }',
  good: 'scene { embeddings: "two.safetensors" }\ntree { at: (0, -8), height: 4, appearance: embedding(1) }',
  files: {
    'two.safetensors':
      '\x61\0\0\0\0\0\0\0{"__metadata__":{"space":"demo"},"embeddings":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}\0\0\0\0\0\0\0\0',
  },
};

/** A row that the embeddings file does not have. */
export function unknownRow(place: Place, row: number, embeddings: EmbeddingFile): Diagnostic {
  return problem(unknownRowPage, place, `\`${embeddings.file}\` has no row ${row}`, {
    notes: expectedFound(
      `0 to ${embeddings.rows - 1}, for the file has ${embeddings.rows} row${embeddings.rows === 1 ? '' : 's'}`,
      `${row}`,
    ),
  });
}
