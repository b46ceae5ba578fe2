// Reports embeddings of two spaces or files that meet.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { PrefabDeclaration } from '../scope.ts';
import type { EmbeddingFile } from '../typed-tree.ts';
import { expectedFound } from './wording.ts';

export const mixedSpacesPage: ProblemPage = {
  code: 'mixed-spaces',
  severity: 'error',
  title: 'embedding spaces do not mix',
  explanation:
    'An embedding is a row of numbers that a model made of a picture or a text. The numbers of different models mean different things, so they can be compared only within one embedding space. The scene’s embeddings file names its space, and the asset library has indexes only for others.\n\nIndex the library in that space, or make the embeddings anew with the library’s model. In the same way a scene has one embeddings file: a prefab that draws on another one cannot be used.',
  bad: 'scene { embeddings: "other.safetensors" }',
  good: 'scene { name: "without embeddings" }',
  files: {
    'other.safetensors':
      '\x62\0\0\0\0\0\0\0{"__metadata__":{"space":"other"},"embeddings":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}\0\0\0\0\0\0\0\0',
  },
};

/** The scene’s vectors are of a space in which the library cannot be searched. */
export function mixedSpaces(place: Place, embeddings: EmbeddingFile, spaces: readonly string[]): Diagnostic {
  return problem(mixedSpacesPage, place, `these embeddings are of the space "${embeddings.space}"`, {
    notes: [
      ...expectedFound(spaces.map((space) => `"${space}"`).join(' or '), `"${embeddings.space}"`),
      'index the library in that space, or embed the scene anew',
    ],
  });
}

/** A prefab draws on another embeddings file than the program that uses it. */
export function mixedEmbeddings(place: Place, prefab: PrefabDeclaration, own: EmbeddingFile | undefined): Diagnostic {
  return problem(mixedSpacesPage, place, `\`${prefab.name}\` draws on \`${prefab.embeddings?.file}\``, {
    title: 'two embeddings files',
    related: [label(prefab.place, 'the prefab comes from here')],
    notes: [
      own === undefined ? 'this program names no embeddings file' : `this program draws on \`${own.file}\``,
      'a scene has one embeddings file: name the same one in both',
    ],
  });
}
