// The renderers that `diorama render` can use, by the names of `--engine`.
import type { Outcome, Place } from '@diorama/diagnostics';
import type { Stage } from '@diorama/stage';

export interface EngineOptions {
  readonly width: number;
  readonly height: number;
  readonly samples?: number;
  readonly shadows: boolean;
  readonly color: boolean;
  readonly ids: boolean;
  readonly depth: boolean;
  readonly locate: (place: Place) => string;
}

/** Top row first. */
export interface Picture {
  /** Four bytes a pixel, sRGB. */
  readonly color?: Uint8Array;
  readonly ids?: Uint32Array;
  /** Metres along the camera's axis. */
  readonly depth?: Float32Array;
}

/** Why a renderer cannot be used, with what to do. */
export interface Unavailable {
  readonly unavailable: string;
}

type Engine = (stage: Stage, options: EngineOptions) => Promise<Outcome<Picture> | Unavailable>;

export const ENGINES: Readonly<Record<string, Engine>> = {
  async rasterizer(stage, { width, height, samples = 2, shadows, color }) {
    if (samples > 4) return { unavailable: 'the rasterizer takes --samples 1 to 4: so many by so many a pixel' };
    const { render } = await import('@diorama/rasterizer');
    const picture = render(stage, { width, height, samples: samples as 1 | 2 | 3 | 4, shadows, color });
    return { value: picture, diagnostics: [] };
  },
  async three(stage, { width, height, samples = 2, shadows, color, ids, depth }) {
    const { findChromium, openChromium } = await import('@diorama/engines');
    const found = findChromium();
    if ('absent' in found) return { unavailable: `three.js needs a browser: ${found.absent}` };
    if (samples > 4) return { unavailable: 'three takes --samples 1 to 4: so many by so many a pixel' };
    const browser = await openChromium().catch(describeFailure);
    if ('failure' in browser) return { unavailable: `three.js needs a browser: ${browser.failure}` };
    try {
      const drawn = await browser.renderThree(stage, { width, height, samples, shadows, color, ids, depth });
      return { value: drawn, diagnostics: [] };
    } finally {
      await browser.close();
    }
  },
  async blender(stage, { width, height, samples = 64, shadows, color, ids, depth, locate }) {
    const { findBlender, openBlender } = await import('@diorama/engines');
    const { emitBlender } = await import('@diorama/backend-blender');
    const found = await findBlender();
    if ('absent' in found) return { unavailable: `Blender is needed: ${found.absent}` };
    const { value, diagnostics } = emitBlender(stage, { locate });
    const blender = await openBlender(found).catch(describeFailure);
    if ('failure' in blender) return { unavailable: `Blender is needed: ${blender.failure}` };
    try {
      const options = { width, height, samples, shadows, color, passes: ids || depth };
      const drawn = await blender.render(value, options).catch(describeOverrun);
      if ('unavailable' in drawn) return drawn;
      const { color: image, ...passes } = drawn;
      return { value: { ...passes, ...(image && { color: image.pixels }) }, diagnostics };
    } finally {
      await blender.close();
    }
  },
};

/** Blender that needs more time than it is given is no bug: what is asked for is much. Other failures are thrown again. */
export function describeOverrun(error: unknown): Unavailable {
  const seconds =
    error instanceof Error ? /^Blender failed: it took more than (\d+) s\b/.exec(error.message)?.[1] : undefined;
  if (seconds === undefined) throw error;
  return {
    unavailable: `Blender was stopped, for it took more than ${seconds} s: fewer --samples, a smaller --size or --detail low take less time. \
Without a limit of time: diorama compile --to blender, and run the program that it writes`,
  };
}

/** A program that is there and does not start is the machine's trouble, not a bug. */
function describeFailure(error: unknown): { readonly failure: string } {
  return { failure: error instanceof Error ? error.message : String(error) };
}
