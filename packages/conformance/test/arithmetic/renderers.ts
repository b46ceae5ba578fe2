// The renderers that pictures by arithmetic are compared with.
import { memoryWorld, stageFile } from '@diorama/compiler';
import { render } from '@diorama/rasterizer';
import type { Stage } from '@diorama/stage';
import type { Picture } from '../../src/picture.ts';
import { plainLibrary } from '../support/plain-library.ts';

export const SIZE = 192;

export interface DrawOptions {
  readonly shadows: boolean;
}

export type Draw = (stage: Stage, options: DrawOptions) => Promise<Required<Picture>>;

export const drawWithRasterizer: Draw = async (stage, { shadows }) =>
  render(stage, { width: SIZE, height: SIZE, samples: 1, shadows });

/** The stage of a program without library objects. */
export function stageOf(program: string): Stage {
  const staged = stageFile(memoryWorld({ 'scene.dio': program }), 'scene.dio', { library: plainLibrary });
  if ('unreadable' in staged || staged.value.stage === undefined) {
    throw new Error(JSON.stringify('unreadable' in staged ? staged : staged.diagnostics));
  }
  return staged.value.stage;
}
