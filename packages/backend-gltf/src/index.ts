// Stages as glTF 2.0.

export { emitGltf } from './emit-gltf.ts';
export type { GltfFile, GltfFiles } from './gltf-files.ts';
export { GLTF_DEFAULTS, type GltfOptions } from './gltf-options.ts';
export { GLTF_PAGES } from './problems/index.ts';
