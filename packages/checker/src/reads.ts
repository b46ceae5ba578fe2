// What the check of a section asked of its surroundings. Equal answers, equal result.
import type { Place, World } from '@diorama/diagnostics';
import { checkedFile } from './check-imports.ts';
import type { FileSet } from './checked-file.ts';
import { headerText, whyUnreadable } from './load-embeddings.ts';
import type { Scope } from './scope.ts';
import type * as typed from './typed-tree.ts';

/** A question and the answer that it had: answers are compared by identity. */
export interface Answer {
  readonly of: 'value' | 'prefab' | 'setting' | 'embeddings' | 'file' | 'header' | 'readable';
  readonly name: string;
  readonly answer: unknown;
}

/** Whether a question is one about other files, which may change without an edit. */
export function asksForFiles(reads: readonly Answer[]): boolean {
  return reads.some(({ of }) => of === 'file' || of === 'header' || of === 'readable');
}

/** What stands above a section. */
export interface Surroundings {
  readonly scope: Scope;
  readonly files: FileSet;
  readonly world: World;
  settings: ReadonlyMap<string, Place>;
  embeddings: typed.EmbeddingFile | undefined;
}

/** Whether everything that was asked still has the same answer. */
export function hold(reads: readonly Answer[], surroundings: Surroundings): boolean {
  for (const read of reads) if (answer(read, surroundings) !== read.answer) return false;
  return true;
}

function answer({ of, name }: Answer, { scope, settings, embeddings, files, world }: Surroundings): unknown {
  switch (of) {
    case 'value':
      return scope.values.get(name);
    case 'prefab':
      return scope.prefabs.get(name);
    case 'setting':
      return settings.get(name);
    case 'embeddings':
      return embeddings;
    case 'file':
      return checkedFile(files, name, world);
    case 'header':
      return headerText(world, name);
    case 'readable':
      return whyUnreadable(world, name);
  }
}
