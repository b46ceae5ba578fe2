// Turns a distance field into a closed mesh: a vertex for each cell that the surface cuts.
// Gibson, "Constrained elastic surface nets", MICCAI 1998, without the relaxation ("naive surface nets").
import { mix } from '../build/noise.ts';
import type { Field } from './sample-field.ts';

/** Positions, unnormalised normals (the field's gradient) and triangles of a surface. */
export interface Surface {
  readonly positions: number[];
  readonly normals: number[];
  readonly indices: number[];
}

/** The surface where a field is 0; its inside is where the field is negative. */
export function surfaceNets({ values, xs, ys, zs }: Field): Surface {
  const [nx, ny, nz] = [xs.length, ys.length, zs.length];
  const [row, layer] = [nx, nx * ny];
  const corners = [0, 1, row, row + 1, layer, layer + 1, layer + row, layer + row + 1];
  const vertexOf = new Int32Array(values.length).fill(-1);
  const surface: Surface = { positions: [], normals: [], indices: [] };
  const corner = new Float64Array(8);
  for (let z = 0; z < nz - 1; z += 1) {
    for (let y = 0; y < ny - 1; y += 1) {
      let at = z * layer + y * row;
      // Each cell's left corners are the right ones of the cell before it.
      let mask = rightCorners(values, at - 1, row, layer);
      for (let x = 0; x < nx - 1; x += 1, at += 1) {
        mask = ((mask & RIGHT) >> 1) | rightCorners(values, at, row, layer);
        if (mask === 0 || mask === 255) continue;
        for (let index = 0; index < 8; index += 1) corner[index] = values[at + corners[index]!]!;
        vertexOf[at] = surface.positions.length / 3;
        addCellVertex(surface, corner, mask, x, y, z, { values, xs, ys, zs });
        // The three edges that leave corner 0 are shared with cells that are done.
        const inside = (mask & 1) === 1;
        const { indices } = surface;
        if (y > 0 && z > 0 && inside !== ((mask & 2) !== 0))
          addFace(indices, vertexOf, at, at - row, at - row - layer, at - layer, inside);
        if (x > 0 && z > 0 && inside !== ((mask & 4) !== 0))
          addFace(indices, vertexOf, at, at - layer, at - 1 - layer, at - 1, inside);
        if (x > 0 && y > 0 && inside !== ((mask & 16) !== 0))
          addFace(indices, vertexOf, at, at - 1, at - 1 - row, at - row, inside);
      }
    }
  }
  return surface;
}

/** Which of a cell's four corners of greater x are inside, as bits 1, 3, 5 and 7. */
function rightCorners(values: Float32Array, at: number, row: number, layer: number): number {
  return (
    (values[at + 1]! < 0 ? 2 : 0) |
    (values[at + row + 1]! < 0 ? 8 : 0) |
    (values[at + layer + 1]! < 0 ? 32 : 0) |
    (values[at + layer + row + 1]! < 0 ? 128 : 0)
  );
}
const RIGHT = 0xaa;

/** A vertex in the middle of where the surface cuts the edges of a cell. */
function addCellVertex(
  surface: Surface,
  corner: Float64Array,
  mask: number,
  column: number,
  row: number,
  layer: number,
  { xs, ys, zs }: Field,
): void {
  let x = 0;
  let y = 0;
  let z = 0;
  let count = 0;
  for (let edge = 0; edge < EDGES.length; edge += 2) {
    const [a, b] = [EDGES[edge]!, EDGES[edge + 1]!];
    if (((mask >> a) & 1) === ((mask >> b) & 1)) continue;
    const t = corner[a]! / (corner[a]! - corner[b]!);
    x += (a & 1) + ((b & 1) - (a & 1)) * t;
    y += ((a >> 1) & 1) + (((b >> 1) & 1) - ((a >> 1) & 1)) * t;
    z += (a >> 2) + ((b >> 2) - (a >> 2)) * t;
    count += 1;
  }
  x /= count;
  y /= count;
  z /= count;
  const width = xs[column + 1]! - xs[column]!;
  const height = ys[row + 1]! - ys[row]!;
  const depth = zs[layer + 1]! - zs[layer]!;
  surface.positions.push(xs[column]! + x * width, ys[row]! + y * height, zs[layer]! + z * depth);
  const c = (index: number) => corner[index]!;
  surface.normals.push(
    mix(mix(c(1) - c(0), c(3) - c(2), y), mix(c(5) - c(4), c(7) - c(6), y), z) / width,
    mix(mix(c(2) - c(0), c(3) - c(1), x), mix(c(6) - c(4), c(7) - c(5), x), z) / height,
    mix(mix(c(4) - c(0), c(5) - c(1), x), mix(c(6) - c(2), c(7) - c(3), x), y) / depth,
  );
}

/** A face between the vertices of four cells. */
function addFace(
  indices: number[],
  vertexOf: Int32Array,
  cellA: number,
  cellB: number,
  cellC: number,
  cellD: number,
  inside: boolean,
): void {
  const [a, b, c, d] = [vertexOf[cellA]!, vertexOf[cellB]!, vertexOf[cellC]!, vertexOf[cellD]!];
  if (a < 0 || b < 0 || c < 0 || d < 0) return;
  if (inside) indices.push(a, b, c, a, c, d);
  else indices.push(a, c, b, a, d, c);
}

/** The twelve edges of a cell, two corners each; bit 0 of a corner is x, bit 1 y, bit 2 z. */
const EDGES = [0, 1, 0, 2, 0, 4, 1, 3, 1, 5, 2, 3, 2, 6, 3, 7, 4, 5, 4, 6, 5, 7, 6, 7];
