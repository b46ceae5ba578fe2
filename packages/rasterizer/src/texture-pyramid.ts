// Turns an image into linear light at every scale, each half as large as the one before.
import { type Image, LINEAR_OF_BYTE, type Texture, type Wrap } from '@diorama/geometry';

/** An image and its smaller copies, finest first; the last one is a single texel. */
export interface TexturePyramid {
  readonly levels: readonly TextureLevel[];
}

/** Linear red, green, blue, alpha of each texel, 65535 for 1; the top row first. */
export interface TextureLevel {
  readonly width: number;
  readonly height: number;
  readonly texels: Uint16Array;
}

/** The pyramid of an image; made once for each image. */
export function texturePyramid({ image }: Texture): TexturePyramid {
  const known = pyramids.get(image);
  if (known !== undefined) return known;
  const levels = [finestLevel(image)];
  for (let level = levels[0] as TextureLevel; level.width > 1 || level.height > 1; ) {
    level = halve(level);
    levels.push(level);
  }
  const pyramid = { levels };
  pyramids.set(image, pyramid);
  return pyramid;
}

const pyramids = new WeakMap<Image, TexturePyramid>();

function finestLevel({ width, height, pixels }: Image): TextureLevel {
  const texels = new Uint16Array(pixels.length);
  for (let index = 0; index < pixels.length; index += 4) {
    texels[index] = WIDE_OF_BYTE[pixels[index] as number] as number;
    texels[index + 1] = WIDE_OF_BYTE[pixels[index + 1] as number] as number;
    texels[index + 2] = WIDE_OF_BYTE[pixels[index + 2] as number] as number;
    texels[index + 3] = 257 * (pixels[index + 3] as number);
  }
  return { width, height, texels };
}

/** Each texel is the mean of what it covers of the larger level: two by two texels, or parts of three where sizes are odd. */
function halve(level: TextureLevel): TextureLevel {
  const width = Math.max(1, level.width >> 1);
  const height = Math.max(1, level.height >> 1);
  const texels = new Uint16Array(4 * width * height);
  const columns = spansOf(level.width, width);
  const rows = spansOf(level.height, height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const mean = meanOf(level, columns[x] as Span, rows[y] as Span);
      texels.set(mean, 4 * (y * width + x));
    }
  }
  return { width, height, texels };
}

/** Which texels of the larger level one of the smaller covers, and by how much; the weights add up to 1. */
interface Span {
  readonly first: number;
  readonly weights: readonly number[];
}

function spansOf(larger: number, smaller: number): readonly Span[] {
  return Array.from({ length: smaller }, (_, index) => {
    const start = (index * larger) / smaller;
    const end = ((index + 1) * larger) / smaller;
    const first = Math.floor(start);
    const weights: number[] = [];
    for (let at = first; at < end; at += 1) {
      weights.push((Math.min(end, at + 1) - Math.max(start, at)) / (end - start));
    }
    return { first, weights };
  });
}

function meanOf({ width, texels }: TextureLevel, columns: Span, rows: Span): readonly number[] {
  const sum: [number, number, number, number] = [0, 0, 0, 0];
  for (let row = 0; row < rows.weights.length; row += 1) {
    for (let column = 0; column < columns.weights.length; column += 1) {
      const weight = (rows.weights[row] as number) * (columns.weights[column] as number);
      const at = 4 * ((rows.first + row) * width + columns.first + column);
      sum[0] += weight * (texels[at] as number);
      sum[1] += weight * (texels[at + 1] as number);
      sum[2] += weight * (texels[at + 2] as number);
      sum[3] += weight * (texels[at + 3] as number);
    }
  }
  return sum.map(Math.round);
}

/** Linear light, 65535 for 1, of each sRGB byte. */
const WIDE_OF_BYTE = Uint16Array.from(LINEAR_OF_BYTE, (light) => Math.round(65535 * light));

/** The kinds of {@link Wrap} as numbers, for inner loops. */
export const WRAP_CODES: Readonly<Record<Wrap, number>> = { repeat: 0, clamp: 1, mirror: 2 };

/** The texel that stands at a whole number beyond or within 0..size − 1. */
export function wrapTexel(at: number, size: number, wrap: number): number {
  if (0 <= at && at < size) return at;
  if (wrap === 1) return at < 0 ? 0 : size - 1;
  const period = wrap === 0 ? size : 2 * size;
  const within = at - period * Math.floor(at / period);
  return within < size ? within : 2 * size - 1 - within;
}
