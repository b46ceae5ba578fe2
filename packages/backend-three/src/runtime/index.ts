// What runs beside three.js: from data to a live tree, and from the tree to pixels.

export type { BuildOptions, BuiltObject, BuiltScene, ThreeModule } from './build-tree.ts';
export { buildTree } from './build-tree.ts';
export { type IdPicture, renderIds } from './render-ids.ts';
export { createPainter, type Painter, renderPicture } from './render-picture.ts';
export type * from './scene-data.ts';
export { unpackSceneData } from './unpack-scene-data.ts';
