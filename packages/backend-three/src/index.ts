// Turns a stage into a three.js module, a live object tree, or a page that shows it.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// A live tree.
export { buildThree } from './build-three.ts';
export type { BuildOptions, BuiltObject, BuiltScene, ThreeModule } from './runtime/index.ts';
export { createPainter, type IdPicture, type Painter, renderIds, renderPicture } from './runtime/index.ts';

// Its data, and the way to carry it elsewhere.
export type * from './runtime/scene-data.ts';
export { toSceneData } from './to-scene-data.ts';
export { packSceneData } from './pack-scene-data.ts';

// The runtime as JavaScript, for what builds pages of its own.
export { PICTURE_SOURCE, TREE_SOURCE } from './runtime-source.ts';

// Texts.
export { emitModule, MODULE_DEFAULTS, type ModuleOptions } from './emit-module.ts';
export { emitHtml, HTML_DEFAULTS, type HtmlOptions } from './emit-html.ts';
export { THREE_PAGES } from './problems/index.ts';
