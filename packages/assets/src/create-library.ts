// Turns the library's species and the user's folders into what staging and checking ask for.
import type { AssetCatalog } from '@diorama/checker';
import type { AssetLibrary } from '@diorama/stage';
import { ALL_SPECIES } from './all-species.ts';
import { parseAssetId } from './asset-id.ts';
import { createBuilder } from './build-asset.ts';
import { chooseAsset, matchAsset } from './choose-asset.ts';
import { createGroundChooser } from './choose-ground.ts';
import { GROUNDS } from './grounds/grounds.ts';
import { keepModels } from './keep-models.ts';
import { isOfClass, type LibraryContext } from './library-context.ts';
import { placeholder } from './placeholder/placeholder.ts';
import type { UserFolder } from './read-gltf/open-folder.ts';
import type { EmbeddingIndex } from './search/embedding-index.ts';
import { createSearch, type Match } from './search/search-index.ts';
import { INDIVIDUALS, type Species } from './species.ts';

/** Options for {@link createLibrary}. */
export interface LibraryOptions {
  /** The user's own assets; of equal ids the user's wins. */
  readonly folders?: readonly UserFolder[];
  /**
   * How many individuals of a species `variant` tells apart, 1..65536: the fewer, the more elements share a mesh. An id such as
   * `tree/oak#57` always names its own individual.
   */
  readonly individuals?: number;
  /** What finds assets by `embedding(row)`, one for each space; none: such appearances are picked by lot. */
  readonly indexes?: readonly EmbeddingIndex[];
}

/** A dozen individuals of each species. */
export const LIBRARY_DEFAULTS: Required<LibraryOptions> = Object.freeze({
  folders: [],
  individuals: INDIVIDUALS,
  indexes: [],
});

/** What people and programs ask of the library, beside what staging and checking need. */
export interface Library extends AssetLibrary, AssetCatalog {
  /** All of it, built-in and the user's. */
  readonly species: readonly Species[];
  /** Those of a class (`object`: of any) that a description meets, best first. */
  find(text: string, className: string, limit?: number): readonly Match[];
}

/**
 * The asset library: decides what things look like, and answers the checker's questions. Its models stand on y = 0 and are of
 * height 1; an animal is when it stands upright, and lies down, grazes and flies in the same size.
 */
export function createLibrary(options: LibraryOptions = {}): Library {
  const { folders, individuals, indexes } = { ...LIBRARY_DEFAULTS, ...options };
  const byId = new Map(ALL_SPECIES.map((species) => [species.id, species]));
  for (const folder of folders) for (const own of folder.species) byId.set(own.id, own);
  const species = [...byId.values()];
  const ctx: LibraryContext = {
    species,
    byId,
    individuals,
    search: createSearch(species),
    searchGrounds: createSearch(GROUNDS),
    indexes,
  };
  return keepModels({
    species,
    find: (text, className, limit) => ctx.search(text, (id) => isOfClass(ctx, id, className), limit),
    choose: (request) => chooseAsset(ctx, request),
    build: createBuilder(ctx),
    chooseGround: createGroundChooser(ctx),
    placeholder,
    has: (id) => hasAsset(ctx, id),
    ids: (className) => idsOf(ctx, className),
    spaces: indexes.map(({ space }) => space),
    match: (className, text) => matchAsset(ctx, className, text),
  });
}

function hasAsset({ byId }: LibraryContext, text: string): boolean {
  const id = parseAssetId(text);
  if (id === undefined) return false;
  const individual = id.individual ?? 0;
  if (GROUNDS.some((ground) => ground.id === id.species)) return individual === 0;
  return individual < (byId.get(id.species)?.individuals ?? 0);
}

function idsOf(ctx: LibraryContext, className: string): readonly string[] {
  if (className === 'ground') return GROUNDS.map((ground) => ground.id);
  return ctx.species.filter(({ id }) => isOfClass(ctx, id, className)).map(({ id }) => id);
}
