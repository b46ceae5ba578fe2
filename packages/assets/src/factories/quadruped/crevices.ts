// Turns a painted skin into one whose folds are darker: where other flesh is near, less of the sky's light comes.
// Evans, "Fast approximations for global illumination on dynamic scenes", SIGGRAPH 2006: the field is asked a little above the skin.
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import type { Field } from '../../solid/sample-field.ts';

/** Metres above the skin, for a body of height 1; and how much each of the two says. */
const REACHES = [0.02, 0.06];
/** The share of light that is missing where there is no room at all. */
const DEEPEST = 0.62;

/** `size` is the height of the body, metres. Fields end some way from the flesh; beyond there is room. */
export function darkenCrevices({ positions, normals, colors }: MeshBuilder, field: Field, size: number): void {
  for (let at = 0; at < positions.length; at += 3) {
    const [nx, ny, nz] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
    let room = 0;
    for (const reach of REACHES) {
      const way = (reach * size) / length;
      const distance = fieldAt(
        field,
        positions[at]! + way * nx,
        positions[at + 1]! + way * ny,
        positions[at + 2]! + way * nz,
      );
      room += Math.max(0, Math.min(1, distance / (reach * size))) / REACHES.length;
    }
    const light = 1 - DEEPEST * (1 - room);
    for (let part = 0; part < 3; part += 1) colors[at + part] = colors[at + part]! * light;
  }
}

/** Linear between the corners of a cell; 1 outside the grid. */
function fieldAt({ values, xs, ys, zs }: Field, x: number, y: number, z: number): number {
  const [column, row, layer] = [cellAt(xs, x), cellAt(ys, y), cellAt(zs, z)];
  if (column < 0 || row < 0 || layer < 0) return 1;
  const [u, v, w] = [shareAt(xs, column, x), shareAt(ys, row, y), shareAt(zs, layer, z)];
  const base = (layer * ys.length + row) * xs.length + column;
  const [up, behind] = [xs.length, xs.length * ys.length];
  const edge = (at: number) => values[at]! + (values[at + 1]! - values[at]!) * u;
  const face = (at: number) => edge(at) + (edge(at + up) - edge(at)) * v;
  return face(base) + (face(base + behind) - face(base)) * w;
}

/** The last plane that is not above a coordinate and has another behind it; −1 if there is none. */
function cellAt(planes: Float64Array, coordinate: number): number {
  if (coordinate < planes[0]! || coordinate >= planes.at(-1)!) return -1;
  let [low, high] = [0, planes.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (planes[middle]! <= coordinate) low = middle;
    else high = middle;
  }
  return low;
}

function shareAt(planes: Float64Array, cell: number, coordinate: number): number {
  return (coordinate - planes[cell]!) / (planes[cell + 1]! - planes[cell]!);
}
