// Images made by arithmetic.
import type { Image, Texture } from '@diorama/geometry';

/** An image whose pixels a function says: sRGB red, green, blue and alpha, 0..255. */
export function image(
  width: number,
  height: number,
  at: (x: number, y: number) => readonly [number, number, number, number],
): Image {
  const pixels = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels.set(at(x, y), 4 * (y * width + x));
  }
  return { width, height, pixels };
}

export function repeated(picture: Image): Texture {
  return { image: picture, wrapU: 'repeat', wrapV: 'repeat' };
}
