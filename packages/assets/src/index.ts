// The asset library: what decides how things look, and makes them.

// The library, as staging and checking see it.
export { createLibrary, LIBRARY_DEFAULTS, type Library, type LibraryOptions } from './create-library.ts';
export { individualOf } from './build-asset.ts';
export type { Standing } from './normalize-model.ts';
export { INDIVIDUALS, type Individual, type Species, TRIANGLES } from './species.ts';
// Searching.
export type { Match } from './search/search-index.ts';
export { createEmbeddingIndex, type EmbeddedView, type EmbeddingIndex } from './search/embedding-index.ts';

// The user's own models.
export { MANIFEST, openFolder, type UserFolder } from './read-gltf/open-folder.ts';
export { type Axis, type Orientation, type ReadAsset, readAsset } from './read-gltf/read-asset.ts';
export type { ReadResource } from './read-gltf/read-resource.ts';
export { prepareDecoders } from './read-gltf/meshopt.ts';
export { ASSETS_PAGES } from './problems/index.ts';
