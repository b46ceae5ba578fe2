// Turns the bytes of a PNG file into RGBA pixels.
import { convertIndexedToRgb, type DecodedPng, decode } from 'fast-png';

/** Four bytes a pixel. Throws if the file is damaged. */
export function decodePng(bytes: Uint8Array): Uint8Array {
  const png = decode(bytes, { checkCrc: true });
  const { width, height } = png;
  const count = width * height;
  const indexed = png.palette !== undefined;
  const data = indexed ? convertIndexedToRgb(png) : png.depth < 8 ? unpack(png) : png.data;
  const channels = indexed ? data.length / count : png.channels;
  const top = indexed ? 255 : (1 << png.depth) - 1;
  const key = indexed ? undefined : png.transparency;
  const pixels = new Uint8Array(4 * count);
  const scale = 255 / top;
  for (let pixel = 0; pixel < count; pixel += 1) {
    const from = pixel * channels;
    const to = pixel * 4;
    const grey = channels < 3;
    for (let part = 0; part < 3; part += 1) {
      pixels[to + part] = Math.round((data[from + (grey ? 0 : part)] as number) * scale);
    }
    const hasAlpha = channels === 2 || channels === 4;
    pixels[to + 3] = hasAlpha ? Math.round((data[from + channels - 1] as number) * scale) : 255;
    if (key !== undefined && !hasAlpha && matches(data, from, channels, key)) pixels[to + 3] = 0;
  }
  return pixels;
}

/** Grey of 1, 2 or 4 bits, which the decoder leaves as it is in the file: each row begins with a byte of its own. */
function unpack({ width, height, depth, data }: DecodedPng): Uint8Array {
  const stride = Math.ceil((width * depth) / 8);
  const mask = (1 << depth) - 1;
  const out = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const bit = x * depth;
      const byte = data[y * stride + (bit >> 3)] as number;
      out[y * width + x] = (byte >> (8 - depth - (bit & 7))) & mask;
    }
  }
  return out;
}

/** Whether a pixel has the one color that a tRNS chunk makes transparent (PNG §11.3.2.1). */
function matches(data: ArrayLike<number>, from: number, channels: number, key: ArrayLike<number>): boolean {
  for (let part = 0; part < channels; part += 1) if (data[from + part] !== key[part]) return false;
  return true;
}
