// Turns pixels into the bytes of a PNG file.
import type { Image } from '@diorama/geometry';
import { encode } from 'fast-png';

/** RGB if every pixel is opaque, else RGBA; 8 bits. Written without the platform's compressor: the same bytes everywhere. */
export function encodePng(image: Pick<Image, 'width' | 'height' | 'pixels'>): Uint8Array {
  const { width, height, pixels } = image;
  const opaque = isOpaque(pixels);
  return encode({ width, height, data: opaque ? withoutAlpha(pixels) : pixels, channels: opaque ? 3 : 4, depth: 8 });
}

function isOpaque(pixels: Uint8Array): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] !== 255) return false;
  return true;
}

function withoutAlpha(pixels: Uint8Array): Uint8Array {
  const out = new Uint8Array((pixels.length / 4) * 3);
  for (let from = 0, to = 0; from < pixels.length; from += 4, to += 3) {
    out[to] = pixels[from] as number;
    out[to + 1] = pixels[from + 1] as number;
    out[to + 2] = pixels[from + 2] as number;
  }
  return out;
}
