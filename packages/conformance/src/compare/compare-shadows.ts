// Turns pictures with and without shadows into how well the shapes of the shadows agree.
import { LINEAR_OF_BYTE } from '@diorama/geometry';

/** How well two renderers agree on where shadows lie. */
export interface ShadowComparison {
  /** Pixels in shadow in the first renderer's picture. */
  readonly pixels: number;
  /** Intersection over union of the shadows, 0..1; 1 if there are none in both. */
  readonly iou: number;
}

/**
 * A pixel is in shadow if it has less than this share of its light without shadows: about half way between the light of the
 * sun and what the sky leaves in its shadow, so that a pixel on the shadow's rim counts if half of it lies within.
 */
const SHADED = 0.6;
/** Too dark to tell, linear light. */
const DARK = 0.004;

/** Which pixels of the ground (id 1) are in shadow. */
export function shadowMask(lit: Uint8Array, shaded: Uint8Array, ids: Uint32Array): Uint8Array {
  const mask = new Uint8Array(ids.length);
  for (let index = 0; index < ids.length; index += 1) {
    if (ids[index] !== 1) continue;
    const [full, left] = [lightOf(lit, index), lightOf(shaded, index)];
    mask[index] = full > DARK && left < SHADED * full ? 1 : 0;
  }
  return mask;
}

/** Compares where both pictures show the ground. */
export function compareShadows(
  first: Uint8Array,
  second: Uint8Array,
  firstIds: Uint32Array,
  secondIds: Uint32Array,
): ShadowComparison {
  let [pixels, both, either] = [0, 0, 0];
  for (let index = 0; index < first.length; index += 1) {
    if (firstIds[index] !== 1 || secondIds[index] !== 1) continue;
    const [a, b] = [first[index] as number, second[index] as number];
    pixels += a;
    both += a & b;
    either += a | b;
  }
  return { pixels, iou: either === 0 ? 1 : both / either };
}

function lightOf(color: Uint8Array, index: number): number {
  const part = (offset: number) => LINEAR_OF_BYTE[color[4 * index + offset] as number] as number;
  return 0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2);
}
