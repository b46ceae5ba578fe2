// The renderers that pictures by arithmetic are compared with.
import { emitBlender } from '@diorama/backend-blender';
import { memoryWorld, stageFile } from '@diorama/compiler';
import { render } from '@diorama/rasterizer';
import type { Stage } from '@diorama/stage';
import type { Picture } from '../../src/picture.ts';
import { plainLibrary } from '../support/plain-library.ts';
import { noBlender, noChromium, openEngines } from '../support/renderers.ts';

export const SIZE = 192;

/** What is wanted of a picture; what is not may be left empty. */
export interface Wanted {
  readonly shadows?: boolean;
  readonly color?: boolean;
  readonly passes?: boolean;
}

export type Draw = (stage: Stage, wanted: Wanted) => Promise<Required<Picture>>;

/** A renderer, and how near to arithmetic it comes. */
export interface ArithmeticRenderer {
  readonly name: string;
  /** Why it is not here. */
  readonly absent: string | undefined;
  readonly draw: Draw;
  /** So many of a picture's {@link SIZE}² pixels may show another thing. */
  readonly strayPixels: number;
  /** How far off a depth may be: metres. */
  readonly depthError: (depth: number) => number;
}

const engines = openEngines();
export const closeEngines = () => engines.close();

const size = { width: SIZE, height: SIZE } as const;
const nothing = { color: new Uint8Array(), ids: new Uint32Array(), depth: new Float32Array() } as const;

const fineDepth = (depth: number) => Math.max(0.001, 0.0001 * depth);

export const RASTERIZER: ArithmeticRenderer = {
  name: 'rasterizer',
  absent: undefined,
  draw: async (stage, { shadows = false }) => render(stage, { ...size, samples: 1, shadows }),
  strayPixels: 0,
  depthError: fineDepth,
};

export const RENDERERS: readonly ArithmeticRenderer[] = [
  RASTERIZER,
  {
    name: 'three.js in Chromium',
    absent: noChromium,
    draw: async (stage, { shadows = false, color = false, passes = false }) => {
      const browser = await engines.chromium();
      const options = { ...size, samples: 1, shadows, color, ids: passes, depth: passes };
      return { ...nothing, ...(await browser.renderThree(stage, options)) };
    },
    strayPixels: 0,
    depthError: fineDepth,
  },
  {
    name: 'Blender',
    absent: noBlender,
    draw: async (stage, { shadows = false, color = false, passes = false }) => {
      const session = await engines.blender();
      const options = { ...size, samples: 4, shadows, color, passes };
      const {
        color: image,
        ids = nothing.ids,
        depth = nothing.depth,
      } = await session.render(emitBlender(stage).value, options);
      return { ...size, color: image?.pixels ?? nothing.color, ids, depth };
    },
    // Cycles' rays pass the pixels' centres in single precision: at an edge one may go astray, and on level land they end early
    // or late, the more so the farther.
    strayPixels: 2,
    depthError: (depth) => Math.max(0.001 * depth, 2e-6 * depth * depth),
  },
];

/** The stage of a program without library objects. */
export function stageOf(program: string): Stage {
  const staged = stageFile(memoryWorld({ 'scene.dio': program }), 'scene.dio', { library: plainLibrary });
  if ('unreadable' in staged || staged.value.stage === undefined) {
    throw new Error(JSON.stringify('unreadable' in staged ? staged : staged.diagnostics));
  }
  return staged.value.stage;
}
