// Blender: one Python program a scene.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// A stage becomes a program.
export { emitBlender, BLENDER_DEFAULTS, type BlenderFiles, type BlenderOptions } from './emit-blender.ts';
export type { DataFile } from './data-store.ts';

// The pages of what it can say.
export { BLENDER_PAGES } from './problems/index.ts';
