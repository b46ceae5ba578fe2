// The reference renderer: a stage becomes color, ids and depth.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// One picture, or many over the same buffers.
export { render } from './render.ts';
export { createRasterizer, type Rasterizer } from './rasterizer.ts';
export type { Picture } from './picture.ts';
export { RENDER_DEFAULTS, type RenderOptions } from './render-options.ts';

// What pictures say.
export { countPixels } from './count-pixels.ts';

// Many pictures, on several threads.
export { createRenderPool, type RenderPool, type RenderPoolOptions, type RenderThread } from './render-pool.ts';
export { serveRenders } from './serve-renders.ts';
export type { BrowserThreadEnd, NodeThreadEnd, ThreadEnd, ThreadEvent } from './thread-end.ts';
