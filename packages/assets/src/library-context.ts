// What the parts of the library share: its species, and how they are found.
import type { EmbeddingIndex } from './search/embedding-index.ts';
import type { Search } from './search/search-index.ts';
import type { Species } from './species.ts';

export interface LibraryContext {
  readonly species: readonly Species[];
  readonly byId: ReadonlyMap<string, Species>;
  /** How many individuals of a species a variant tells apart. */
  readonly individuals: number;
  readonly search: Search;
  readonly searchGrounds: Search;
  readonly indexes: readonly EmbeddingIndex[];
}

/** Whether an id is of a class; an `object` may be of any. */
export function isOfClass({ byId }: LibraryContext, id: string, className: string): boolean {
  return className === 'object' || byId.get(id)?.kind === className;
}
