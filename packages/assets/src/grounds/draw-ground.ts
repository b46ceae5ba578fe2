// Turns the color of each point of a square into a picture of it.
import { type Image, type LinearColor, srgbFromLinear } from '@diorama/geometry';

/** Pixels along a side. */
export const GROUND_PIXELS = 512;

/** `colorAt` gives linear light at u, v in 0..1, v downwards. */
export function drawGround(colorAt: (u: number, v: number) => LinearColor): Image {
  const pixels = new Uint8Array(4 * GROUND_PIXELS * GROUND_PIXELS);
  let at = 0;
  for (let row = 0; row < GROUND_PIXELS; row += 1) {
    for (let column = 0; column < GROUND_PIXELS; column += 1) {
      const color = colorAt((column + 0.5) / GROUND_PIXELS, (row + 0.5) / GROUND_PIXELS);
      for (let part = 0; part < 3; part += 1) pixels[at + part] = byteOf(color[part]!);
      pixels[at + 3] = 255;
      at += 4;
    }
  }
  return { width: GROUND_PIXELS, height: GROUND_PIXELS, pixels };
}

/** sRGB byte of linear light, through a table that is finer than the bytes. */
function byteOf(light: number): number {
  return BYTES[Math.max(0, Math.min(STEPS, Math.round(light * STEPS)))]!;
}
const STEPS = 8192;
const BYTES = Uint8Array.from({ length: STEPS + 1 }, (_, step) => Math.round(255 * srgbFromLinear(step / STEPS)));
