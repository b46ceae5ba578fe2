// Turns pictures with and without shadows into how well the shapes of the shadows agree.
import { LINEAR_OF_BYTE } from '@diorama/geometry';

/** How well two renderers agree on where shadows lie. */
export interface ShadowComparison {
  /** Pixels in shadow in the first renderer's picture. */
  readonly pixels: number;
  /** Intersection over union of the shadows, 0..1; 1 if there are none in both. */
  readonly iou: number;
}

/** How a pixel of the ground stands to the sun. */
export const SHADOW = { none: 0, lit: 1, rim: 2, shaded: 3 } as const;

/** With less than this share of its light a pixel is in shadow, with more than the other one it is not: else it is on the rim. */
const SHADED_BELOW = 0.5;
const LIT_ABOVE = 0.72;
/** Too dark to tell, linear light. */
const DARK = 0.004;

/** Where shadows lie on the ground (id 1), by pictures without and with them; one of {@link SHADOW} for each pixel. */
export function readShadows(lit: Uint8Array, shaded: Uint8Array, ids: Uint32Array): Uint8Array {
  return Uint8Array.from(ids, (id, index) => {
    const full = lightOf(lit, index);
    if (id !== 1 || full <= DARK) return SHADOW.none;
    const share = lightOf(shaded, index) / full;
    return share < SHADED_BELOW ? SHADOW.shaded : share > LIT_ABOVE ? SHADOW.lit : SHADOW.rim;
  });
}

/**
 * Compares where both show the ground, and neither the rim of a shadow: there a pixel is lit in part, and whether that is more or
 * less than half says nothing of the shape.
 */
export function compareShadows(first: Uint8Array, second: Uint8Array): ShadowComparison {
  let [pixels, both, either] = [0, 0, 0];
  for (let index = 0; index < first.length; index += 1) {
    const [a, b] = [first[index], second[index]];
    if ([SHADOW.none, SHADOW.rim].some((unclear) => a === unclear || b === unclear)) continue;
    pixels += a === SHADOW.shaded ? 1 : 0;
    both += a === SHADOW.shaded && b === SHADOW.shaded ? 1 : 0;
    either += a === SHADOW.shaded || b === SHADOW.shaded ? 1 : 0;
  }
  return { pixels, iou: either === 0 ? 1 : both / either };
}

function lightOf(color: Uint8Array, index: number): number {
  const part = (offset: number) => LINEAR_OF_BYTE[color[4 * index + offset] as number] as number;
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}
