// Turns a stage into a picture.
import type { Stage } from '@diorama/stage';
import type { Picture } from './picture.ts';
import { createRasterizer } from './rasterizer.ts';
import type { RenderOptions } from './render-options.ts';

/**
 * Renders a stage as its contract says (`packages/stage/README.md`). The same stage and options make the same bytes on every
 * engine. Who renders many pictures keeps a `createRasterizer()`.
 */
export function render(stage: Stage, options: Partial<RenderOptions> = {}): Picture {
  return createRasterizer().render(stage, options);
}
