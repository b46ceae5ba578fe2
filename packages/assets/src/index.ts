// The asset library: what decides how things look, and makes them.

export { createLibrary, type LibraryOptions } from './create-library.ts';
export type { UserFolder } from './read-gltf/open-folder.ts';
export { INDIVIDUALS, type Individual, type Species } from './species.ts';
