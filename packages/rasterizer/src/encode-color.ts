// Turns light into the bytes of a picture.
import { linearFromSrgb, srgbFromLinear } from '@diorama/geometry';

/** Writes `count` pixels: light times `factor`, clipped, in sRGB, rounded to the nearest byte; opaque. */
export function encodeColor(
  light: Float32Array,
  factor: number,
  count: number,
  out: Uint8Array,
  firstPixel: number,
): void {
  for (let pixel = 0; pixel < count; pixel += 1) {
    const to = 4 * (firstPixel + pixel);
    out[to] = byteOf((light[3 * pixel] as number) * factor);
    out[to + 1] = byteOf((light[3 * pixel + 1] as number) * factor);
    out[to + 2] = byteOf((light[3 * pixel + 2] as number) * factor);
    out[to + 3] = 255;
  }
}

/** The sRGB byte of linear light. The table knows it but for one; where the next byte begins decides. */
export function byteOf(light: number): number {
  if (!(light > 0)) return 0;
  if (light >= 1) return 255;
  const byte = BYTES[Math.floor(light * STEPS)] as number;
  return light >= (STARTS[byte + 1] as number) ? byte + 1 : byte;
}

/** So many that no two bytes begin within one step. */
const STEPS = 8192;
const BYTES = Uint8Array.from({ length: STEPS }, (_, step) => Math.round(255 * srgbFromLinear(step / STEPS)));
/** The light from which on each byte is the nearest. */
const STARTS = Float64Array.from({ length: 257 }, (_, byte) => (byte === 0 ? 0 : linearFromSrgb((byte - 0.5) / 255)));
