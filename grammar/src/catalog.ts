// What a prefix state knows of the world outside of the program: assets, embeddings files, files that may be used.
import type { PropertyDefinition } from '@diorama/vocabulary';
import type { Constant } from './typed/constant.ts';
import type { TypeSet } from './typed/type-set.ts';

/** Knowledge that narrows what may come next. What is left out is not known, and then only its form counts. */
export interface Catalog {
  /** The asset library, as the checker sees it. */
  readonly assets?: AssetIds;
  /** The safetensors files that `scene.embeddings` may name, by path as written. */
  readonly embeddings?: ReadonlyMap<string, EmbeddingsFile>;
  /** The pictures that `like(image: …)` may name, by path as written. */
  readonly images?: ReadonlySet<string>;
  /** The files that `use` may name, by path as written: see `exportsOf`. */
  readonly files?: ReadonlyMap<string, Exports>;
}
export interface AssetIds {
  /** Whether an asset with this id exists. */
  has(id: string): boolean;
  /** The ids of a class without variants, for suggestions. */
  ids(className: string): Iterable<string>;
  /** The embedding spaces in which the library can be searched; none: nothing is said of spaces. */
  readonly spaces?: readonly string[];
}
/** The classes that assets have. */
export const ASSET_CLASSES = ['bird', 'boulder', 'bush', 'carnivore', 'herbivore', 'tree', 'ground'] as const;

export interface EmbeddingsFile {
  readonly rows: number;
  readonly space: string;
}

/** What a file offers to `use`, by name; a prefab hides a value of its name. */
export type Exports = ReadonlyMap<string, Export>;
export type Export =
  | { readonly kind: 'value'; readonly types: TypeSet; readonly constant: boolean; readonly value?: Constant }
  | { readonly kind: 'prefab'; readonly parameters: readonly PropertyDefinition[]; readonly embeddings?: string };

/** Nothing is known: of ids and files only the form counts. */
export const EMPTY_CATALOG: Catalog = Object.freeze({});
