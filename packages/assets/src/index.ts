// The asset library: what decides how things look, and makes them.

// The library, as staging and checking see it.
export { createLibrary, type LibraryOptions } from './create-library.ts';
export type { Standing } from './normalize-model.ts';
export { INDIVIDUALS, type Individual, type Species } from './species.ts';

// The user's own models.
export { MANIFEST, openFolder, type UserFolder } from './read-gltf/open-folder.ts';
export { type Axis, type Orientation, type ReadAsset, readAsset } from './read-gltf/read-asset.ts';
export type { ReadResource } from './read-gltf/read-resource.ts';
export { prepareDecoders } from './read-gltf/meshopt.ts';
export { ASSETS_PAGES } from './problems/index.ts';
