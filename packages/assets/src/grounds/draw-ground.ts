// Turns the color of each point of a square into a picture of it.
import { type Image, type LinearColor, srgbFromLinear } from '@diorama/geometry';

/** Pixels along a side: a power of 2. */
export const GROUND_PIXELS = 512;

/** Linear light at u, v in 0..1, v downwards; `pixel` counts the pixels, row by row. */
export type ColorAt = (u: number, v: number, pixel: number) => LinearColor;

export function drawGround(colorAt: ColorAt): Image {
  const pixels = new Uint8Array(4 * GROUND_PIXELS * GROUND_PIXELS);
  let at = 0;
  for (let row = 0; row < GROUND_PIXELS; row += 1) {
    for (let column = 0; column < GROUND_PIXELS; column += 1) {
      const color = colorAt((column + 0.5) / GROUND_PIXELS, (row + 0.5) / GROUND_PIXELS, at >> 2);
      pixels[at] = byteOf(color[0]);
      pixels[at + 1] = byteOf(color[1]);
      pixels[at + 2] = byteOf(color[2]);
      pixels[at + 3] = 255;
      at += 4;
    }
  }
  return { width: GROUND_PIXELS, height: GROUND_PIXELS, pixels };
}

/** sRGB byte of linear light, through a table that is finer than the bytes. */
function byteOf(light: number): number {
  return BYTES[light <= 0 ? 0 : light >= 1 ? STEPS : Math.round(light * STEPS)]!;
}
const STEPS = 8192;
const BYTES = Uint8Array.from({ length: STEPS + 1 }, (_, step) => Math.round(255 * srgbFromLinear(step / STEPS)));
