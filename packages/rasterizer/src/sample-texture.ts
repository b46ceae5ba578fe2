// Turns a place of a texture and the size of a pixel there into a color.
import { fastLog2 } from './fast-math.ts';
import { type TextureLevel, type TexturePyramid, wrapTexel } from './texture-pyramid.ts';

/**
 * Writes linear red, green, blue, 0..1. The four slopes say by how much u and v change from a place of the picture to its
 * neighbours to the right and below; they choose the two scales of the texture between which the color is mixed.
 */
export function sampleTexture(
  { levels }: TexturePyramid,
  wrapU: number,
  wrapV: number,
  u: number,
  v: number,
  slopes: Float64Array,
  out: Float64Array,
): void {
  const { width, height } = levels[0] as TextureLevel;
  const rightU = (slopes[0] as number) * width;
  const rightV = (slopes[1] as number) * height;
  const downU = (slopes[2] as number) * width;
  const downV = (slopes[3] as number) * height;
  const square = Math.max(rightU * rightU + rightV * rightV, downU * downU + downV * downV);
  out[0] = 0;
  out[1] = 0;
  out[2] = 0;
  const scale = square > 1 ? fastLog2(square) / 2 : 0;
  const coarsest = levels.length - 1;
  const fine = Math.min(coarsest, Math.floor(scale));
  const share = fine < coarsest ? scale - fine : 0;
  addTexels(levels[fine] as TextureLevel, wrapU, wrapV, u, v, (1 - share) / 65535, out);
  if (share > 0) addTexels(levels[fine + 1] as TextureLevel, wrapU, wrapV, u, v, share / 65535, out);
}

/** Adds the color between four texels, times a weight. */
function addTexels(
  { width, height, texels }: TextureLevel,
  wrapU: number,
  wrapV: number,
  u: number,
  v: number,
  weight: number,
  out: Float64Array,
): void {
  const x = u * width - 0.5;
  const y = v * height - 0.5;
  const left = Math.floor(x);
  const top = Math.floor(y);
  const x0 = wrapTexel(left, width, wrapU);
  const x1 = wrapTexel(left + 1, width, wrapU);
  const y0 = wrapTexel(top, height, wrapV) * width;
  const y1 = wrapTexel(top + 1, height, wrapV) * width;
  const shareX = x - left;
  const shareY = y - top;
  const bottomRight = weight * shareX * shareY;
  const bottomLeft = weight * shareY - bottomRight;
  const topRight = weight * shareX - bottomRight;
  const topLeft = weight - topRight - bottomLeft - bottomRight;
  const a = 4 * (y0 + x0);
  const b = 4 * (y0 + x1);
  const c = 4 * (y1 + x0);
  const d = 4 * (y1 + x1);
  out[0] =
    (out[0] as number) +
    topLeft * (texels[a] as number) +
    topRight * (texels[b] as number) +
    bottomLeft * (texels[c] as number) +
    bottomRight * (texels[d] as number);
  out[1] =
    (out[1] as number) +
    topLeft * (texels[a + 1] as number) +
    topRight * (texels[b + 1] as number) +
    bottomLeft * (texels[c + 1] as number) +
    bottomRight * (texels[d + 1] as number);
  out[2] =
    (out[2] as number) +
    topLeft * (texels[a + 2] as number) +
    topRight * (texels[b + 2] as number) +
    bottomLeft * (texels[c + 2] as number) +
    bottomRight * (texels[d + 2] as number);
}
