// Turns the bytes of a JPEG file into RGBA pixels.
import { decode } from 'jpeg-js';

/** Four bytes a pixel, alpha 255. Throws if the file is damaged. */
export function decodeJpeg(bytes: Uint8Array): Uint8Array {
  const { data } = decode(bytes, {
    useTArray: true,
    formatAsRGBA: true,
    tolerantDecoding: false,
    maxResolutionInMP: 68,
    maxMemoryUsageInMB: 1024,
  });
  return data;
}
