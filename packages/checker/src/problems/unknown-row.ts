// Reports a row that the file of embeddings does not have.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { EmbeddingFile } from '../typed-tree.ts';
import type { Scalar } from '../value.ts';
import { expectedFound, scalarText } from './wording.ts';

export const unknownRowPage: ProblemPage = {
  code: 'unknown-row',
  severity: 'error',
  title: 'no such embedding',
  explanation:
    '`embedding(n)` is row n of the scene’s embeddings file. Rows are counted from 0: a file of two rows has the rows 0 and 1.\n\nChoose a row that the file has, or name the right file in `scene`.',
  bad: 'scene { embeddings: "two.safetensors" }\ntree { at: (0, -8), height: 4, appearance: embedding(2) }',
  good: 'scene { embeddings: "two.safetensors" }\ntree { at: (0, -8), height: 4, appearance: embedding(1) }',
  files: {
    'two.safetensors':
      '\x61\0\0\0\0\0\0\0{"__metadata__":{"space":"demo"},"embeddings":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}\0\0\0\0\0\0\0\0',
  },
};

/** A row that the embeddings file does not have. */
export function unknownRow(
  place: Place,
  row: Scalar,
  embeddings: EmbeddingFile,
  related: readonly Label[] = [],
): Diagnostic {
  const { file, rows } = embeddings;
  const found = scalarText(row, '');
  const fact = typeof row === 'number' ? `\`${file}\` has no row ${found}` : `this can be anything from ${found}`;
  return problem(unknownRowPage, place, fact, {
    related,
    notes: expectedFound(
      `${rows === 1 ? '0' : `0 to ${rows - 1}`}, for the file has ${rows} row${rows === 1 ? '' : 's'}`,
      found,
    ),
  });
}
