// The asset library: what decides how things look, and makes them.

// The library, as staging and checking see it.
export { createLibrary, LIBRARY_DEFAULTS, type Library, type LibraryOptions } from './create-library.ts';
export { individualOf } from './build-asset.ts';
export { type AssetId, parseAssetId, printAssetId } from './asset-id.ts';
export { type Base, boundsOf, footOf, normalizeModel, type Standing } from './normalize-model.ts';
export { INDIVIDUALS, type Individual, type Species, TRIANGLES } from './species.ts';
// Searching.
export type { Match } from './search/search-index.ts';
export { createEmbeddingIndex, type EmbeddedView, type EmbeddingIndex } from './search/embedding-index.ts';

// The user's own models.
export { type AssetDetails, MANIFEST, openFolder, standingOf, type UserFolder } from './read-gltf/open-folder.ts';
export { type Axis, type Orientation, type ReadAsset, readAsset } from './read-gltf/read-asset.ts';
export type { ReadResource } from './read-gltf/read-resource.ts';
// For whoever imports them.
export { type AssetFacts, type AssetJoint, inspectAsset, unusedIn } from './read-gltf/inspect-asset.ts';
export type { JsonObject } from './read-gltf/json-access.ts';
export { openContainer, type OpenedContainer } from './read-gltf/open-container.ts';
export { type Guess, guessSpecies } from './read-gltf/guess-species.ts';
export { CLASSES, checkManifest, type ManifestEntry } from './read-gltf/read-manifest.ts';
export type { Clip } from './read-gltf/read-clips.ts';
export { poseClips } from './read-gltf/pose-clips.ts';
// Letters for pictures.
export { GLYPH_HEIGHT, GLYPH_WIDTH, hasDot } from './placeholder/dot-font.ts';
export { prepareDecoders } from './read-gltf/meshopt.ts';
export { ASSETS_PAGES } from './problems/index.ts';
export { assetNote } from './problems/asset-note.ts';
export { unreadableAsset } from './problems/unreadable-asset.ts';
