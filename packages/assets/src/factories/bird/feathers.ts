// Adds feathers to a mesh of sheets: strips that lie on a body or spread in the air.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { addQuad, addVertex, type MeshBuilder } from '../../build/mesh-builder.ts';
import { hash } from '../../build/noise.ts';
import { along, blend, cross, dot, scale, subtract } from '../../build/vectors.ts';
import type { Tint } from './bird-table.ts';

/** A row of a strip: its points from edge to edge, their normals, and a color. */
export interface StripRow {
  readonly points: readonly Vector3[];
  readonly normals: readonly Vector3[];
  readonly color: LinearColor;
}

/** A strip whose faces look the way of its normals. */
export function addStrip(mesh: MeshBuilder, rows: readonly StripRow[]): void {
  const base = mesh.positions.length / 3;
  const across = rows[0]!.points.length;
  for (const { points, normals, color } of rows) {
    points.forEach((point, index) => {
      addVertex(mesh, point, normals[index]!, color);
    });
  }
  const middle = rows.length >> 1;
  const [a, b] = [rows[middle - 1]!.points, rows[middle]!.points];
  const face = cross(subtract(a.at(-1)!, a[0]!), subtract(b[0]!, a[0]!));
  const faces = dot(face, rows[middle]!.normals[across >> 1]!) > 0;
  for (let row = 0; row + 1 < rows.length; row += 1) {
    for (let column = 0; column + 1 < across; column += 1) {
      const at = base + row * across + column;
      if (faces) addQuad(mesh, at, at + 1, at + 1 + across, at + across);
      else addQuad(mesh, at, at + across, at + 1 + across, at + 1);
    }
  }
}

/** The outline of a feather with a round end: half widths at shares of its length. */
export const FEATHER_STEPS: Readonly<Record<Detail, readonly (readonly [number, number])[]>> = {
  high: [
    [0, 0.62],
    [0.4, 1],
    [0.75, 0.98],
    [0.92, 0.68],
    [1, 0.16],
  ],
  medium: [
    [0, 0.62],
    [0.55, 1],
    [0.88, 0.8],
    [1, 0.2],
  ],
  low: [
    [0, 0.6],
    [0.6, 1],
    [1, 0.35],
  ],
};

/** The points across a feather: its edges, and its shaft where there are triangles to spare. */
export const FEATHER_EDGES: Readonly<Record<Detail, readonly number[]>> = {
  high: [-1, 0, 1],
  medium: [-1, 0, 1],
  low: [-1, 1],
};

/** The color of a feather at a share of its length; each of a row has a shade of its own, by its number. */
export function featherColor({ color, tip, bars }: Tint, share: number, number: number, seed: number): LinearColor {
  const shade = 0.82 + 0.34 * hash(number, 7, 3, seed);
  const ended = tip === undefined ? color : blend(color, tip, Math.max(0, Math.min(1, (share - 0.6) / 0.25)));
  const barred = bars === undefined ? 1 : 0.72 + 0.28 * (cosDegrees(360 * bars * share) > 0 ? 1 : -0.6);
  // Its root lies in the shade of the feathers over it.
  return scale(ended, shade * barred * (0.62 + 0.38 * Math.min(1, share * 1.6)));
}

/** A free feather: from a root in a direction, its face towards `normal`, sinking by `droop` of its length. */
export function addFeather(
  mesh: MeshBuilder,
  root: Vector3,
  direction: Vector3,
  normal: Vector3,
  { length, halfWidth, droop = 0, vault = 0.25 }: { length: number; halfWidth: number; droop?: number; vault?: number },
  detail: Detail,
  color: (share: number) => LinearColor,
): void {
  const side = unitCross(direction, normal);
  const rows = FEATHER_STEPS[detail].map(([share, width]): StripRow => {
    const middle: Vector3 = [
      root[0] + direction[0] * length * share,
      root[1] + direction[1] * length * share - droop * length * share * share,
      root[2] + direction[2] * length * share,
    ];
    const half = width * halfWidth;
    const at = (edge: number): Vector3 =>
      along(along(middle, side, edge * half), normal, edge === 0 ? 0 : -vault * half);
    const edges = FEATHER_EDGES[detail];
    return {
      points: edges.map(at),
      normals: edges.map((edge) => along(normal, side, edge * vault)),
      color: color(share),
    };
  });
  addStrip(mesh, rows);
}

function unitCross(a: Vector3, b: Vector3): Vector3 {
  const [x, y, z] = cross(a, b);
  const size = Math.sqrt(x * x + y * y + z * z) || 1;
  return [x / size, y / size, z / size];
}

/** A direction in the side view, degrees above forwards, turned outwards by a share of a right angle. */
export function directionOf(degrees: number, outwards: number): Vector3 {
  const level = cosDegrees(90 * outwards);
  return [cosDegrees(degrees) * level, sinDegrees(degrees) * level, sinDegrees(90 * outwards)];
}
