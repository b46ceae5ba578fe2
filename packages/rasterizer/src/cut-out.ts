// Turns a place on a triangle into whether there is anything, or a hole of the texture.
import { type DrawList, MATRIX_SIZE } from './draw-list.ts';
import type { Pinhole } from './pinhole.ts';
import type { PreparedPart } from './prepared-part.ts';
import { type TextureLevel, wrapTexel } from './texture-pyramid.ts';

/** Whether alpha leaves anything of a triangle at a place of the grid. */
type Cutter = (triangle: number, x: number, y: number) => boolean;

/** The cutter of a draw. */
export function createCutter(list: DrawList, draw: number, part: PreparedPart, pinhole: Pinhole): Cutter {
  const { matrices } = list;
  const { positions, indices } = part;
  const { axes, focal, centerX, centerY } = pinhole;
  const at = draw * MATRIX_SIZE;
  const corners = new Float64Array(9);
  const normals = new Float64Array(9);
  let known = -1;
  return (triangle, x, y) => {
    if (triangle !== known) {
      known = triangle;
      for (let corner = 0; corner < 3; corner += 1) {
        const vertex = 3 * (indices[3 * triangle + corner] as number);
        placePoint(corners, 3 * corner, matrices, at, positions, vertex);
      }
      // The weight of a corner along a ray is the ray's part across the plane of the eye and the two other corners.
      cross(normals, 0, corners, 3, 6);
      cross(normals, 3, corners, 6, 0);
      cross(normals, 6, corners, 0, 3);
    }
    const right = (x - centerX) / focal;
    const up = (centerY - y) / focal;
    const dx = (axes[0] as number) * right + (axes[3] as number) * up - (axes[6] as number);
    const dy = (axes[1] as number) * right + (axes[4] as number) * up - (axes[7] as number);
    const dz = (axes[2] as number) * right + (axes[5] as number) * up - (axes[8] as number);
    const a = dx * (normals[0] as number) + dy * (normals[1] as number) + dz * (normals[2] as number);
    const b = dx * (normals[3] as number) + dy * (normals[4] as number) + dz * (normals[5] as number);
    const c = dx * (normals[6] as number) + dy * (normals[7] as number) + dz * (normals[8] as number);
    const sum = a + b + c;
    return alphaAt(part, triangle, a / sum, b / sum, c / sum) >= part.alphaCutoff;
  };
}

/** The alpha of color texture and vertex colors at a place of a triangle, 0..1, by the weights of its corners. */
export function alphaAt(part: PreparedPart, triangle: number, a: number, b: number, c: number): number {
  const { indices, uvs, colors, isTextured, isColored, pyramid, wrapU, wrapV } = part;
  const first = indices[3 * triangle] as number;
  const second = indices[3 * triangle + 1] as number;
  const third = indices[3 * triangle + 2] as number;
  let alpha = 1;
  if (isColored) {
    const mean =
      a * (colors[4 * first + 3] as number) +
      b * (colors[4 * second + 3] as number) +
      c * (colors[4 * third + 3] as number);
    alpha *= mean / 65535;
  }
  if (isTextured) {
    const u = a * (uvs[2 * first] as number) + b * (uvs[2 * second] as number) + c * (uvs[2 * third] as number);
    const v =
      a * (uvs[2 * first + 1] as number) + b * (uvs[2 * second + 1] as number) + c * (uvs[2 * third + 1] as number);
    alpha *= textureAlpha(pyramid.levels[0] as TextureLevel, u, v, wrapU, wrapV);
  }
  return alpha;
}

/**
 * Alpha between four texels of the finest level. Coarser levels would only be wrong: the mean of a leaf and its surroundings is
 * either above the cutoff or below it, and far leaves would grow together or vanish.
 */
function textureAlpha({ width, height, texels }: TextureLevel, u: number, v: number, wrapU: number, wrapV: number) {
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
  const upper = (1 - shareX) * (texels[4 * (y0 + x0) + 3] as number) + shareX * (texels[4 * (y0 + x1) + 3] as number);
  const lower = (1 - shareX) * (texels[4 * (y1 + x0) + 3] as number) + shareX * (texels[4 * (y1 + x1) + 3] as number);
  return ((1 - shareY) * upper + shareY * lower) / 65535;
}

/** Writes a vertex as metres from the eye. */
function placePoint(
  out: Float64Array,
  to: number,
  matrices: Float64Array,
  at: number,
  positions: Float32Array,
  vertex: number,
): void {
  const x = positions[vertex] as number;
  const y = positions[vertex + 1] as number;
  const z = positions[vertex + 2] as number;
  for (let row = 0; row < 3; row += 1) {
    const entry = at + 4 * row;
    out[to + row] =
      (matrices[entry] as number) * x +
      (matrices[entry + 1] as number) * y +
      (matrices[entry + 2] as number) * z +
      (matrices[entry + 3] as number);
  }
}

function cross(out: Float64Array, to: number, points: Float64Array, a: number, b: number): void {
  const [ax, ay, az] = [points[a] as number, points[a + 1] as number, points[a + 2] as number];
  const [bx, by, bz] = [points[b] as number, points[b + 1] as number, points[b + 2] as number];
  out[to] = ay * bz - az * by;
  out[to + 1] = az * bx - ax * bz;
  out[to + 2] = ax * by - ay * bx;
}
