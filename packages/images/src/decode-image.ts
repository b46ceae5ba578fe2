// Turns the bytes of a PNG or JPEG file into pixels.
import type { Image } from '@diorama/geometry';
import { decodeJpeg } from './decode-jpeg.ts';
import { decodePng } from './decode-png.ts';
import { readImageSize } from './read-image-size.ts';

/** Why bytes are no picture that can be read, in words for the user: `it is cut off`. */
export interface Undecodable {
  readonly undecodable: string;
}

/** More pixels than this are refused before any memory is taken for them: 64 Mi, 256 MiB of bytes. */
export const MOST_PIXELS = 67_108_864;

/**
 * Reads a PNG (all color types and depths, interlaced or not; the first frame of an APNG) or a JPEG (baseline or progressive;
 * grey, RGB, CMYK). 16-bit parts are rounded to 8. Never throws; the bytes are kept as `encoded`.
 */
export function decodeImage(bytes: Uint8Array): Image | Undecodable {
  const size = readImageSize(bytes);
  if ('undecodable' in size) return size;
  const { width, height, mimeType } = size;
  if (width < 1 || height < 1) return { undecodable: `it claims ${width} × ${height} pixels` };
  if (width * height > MOST_PIXELS) {
    return { undecodable: `it claims ${width} × ${height} pixels, more than the ${MOST_PIXELS} that are read` };
  }
  try {
    const pixels = mimeType === 'image/png' ? decodePng(bytes) : decodeJpeg(bytes);
    if (pixels.length !== 4 * width * height) return { undecodable: 'its data does not fit its size' };
    return { width, height, pixels, encoded: { mimeType, bytes } };
  } catch (error) {
    return { undecodable: `it is damaged (${describe(error)})` };
  }
}

function describe(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/\s+/g, ' ').slice(0, 120).replace(/\.$/, '') || 'no reason given';
}
