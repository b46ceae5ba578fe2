// Turns the row of a stone's table into an individual: one stone, and fragments at its foot.
import {
  cosDegrees,
  extend,
  extendNumber,
  type Key,
  type LinearColor,
  type Model,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { createDraws } from '../../build/draws.ts';
import { addTriangle, addVertex, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { solidPart } from '../../build/part.ts';
import { along, blend, unit } from '../../build/vectors.ts';
import { geodesic } from './geodesic.ts';
import { coverOf, paintStone } from './paint-stone.ts';
import { type StoneShape, shapeStone } from './shape-stone.ts';
import type { StoneTable } from './stone-table.ts';

/** Frequencies of the geodesic balls of a stone and of its fragments. */
const FREQUENCIES: Readonly<Record<Detail, readonly [stone: number, fragment: number]>> = {
  high: [25, 8],
  medium: [15, 5],
  low: [7, 2],
};

/** In any size; it stands a little in the ground. */
export function buildBoulder(table: StoneTable, key: Key, detail: Detail): Model {
  const draws = createDraws(extend(key, 'boulder'));
  const mesh = createMeshBuilder();
  const color = table.colors[Math.floor(draws.next() * table.colors.length)]!;
  const [fine, coarse] = FREQUENCIES[detail];
  const shape = shapeStone(table, extend(key, 'stone'));
  const floor = -0.6 * shape.size[1];
  addStone(mesh, shape, { table, color, frequency: fine, floor });
  const fragments = Math.floor(draws.next() * (table.fragments + 1));
  for (let fragment = 0; fragment < fragments; fragment += 1) {
    const share = draws.between(0.14, 0.34);
    const turn = 360 * draws.next();
    const small = { ...table, size: shape.size.map((part) => part * share) as unknown as Vector3, cracks: 0, steps: 0 };
    const own = shapeStone({ ...small, freedom: Math.max(0.6, table.freedom) }, extendNumber(key, fragment));
    const away = 1 + share * draws.between(0.1, 0.7);
    const at: Vector3 = [
      shape.size[0] * away * cosDegrees(turn),
      floor + 0.55 * own.size[1],
      shape.size[2] * away * sinDegrees(turn),
    ];
    addStone(mesh, own, { table: small, color, frequency: coarse, floor, at });
  }
  return { parts: [solidPart('stone', mesh)] };
}

/** How a stone is added. */
export interface StoneOptions {
  readonly table: StoneTable;
  readonly color: LinearColor;
  readonly frequency: number;
  /** Nothing is lower than this. */
  readonly floor: number;
  /** Where its middle is: the origin if left out. */
  readonly at?: Vector3;
  /** Degrees that it is turned about the vertical. */
  readonly turn?: number;
}

export function addStone(mesh: MeshBuilder, shape: StoneShape, options: StoneOptions): void {
  const { table, color, frequency, floor, at = [0, 0, 0], turn = 0 } = options;
  const { directions, triangles } = geodesic(frequency);
  const points = directions.map((direction) => shape.at(direction));
  const bare = areaNormals(
    points.map(({ place }) => place),
    triangles,
  );
  // Snow and moss lie on what looks up by and large.
  const wide = table.moss + table.snow === 0 ? bare : smoothed(bare, triangles, 3).map((normal) => unit(normal));
  const covers = points.map(({ place }, index) => coverOf(table, place, wide[index]!, shape.seed));
  // Moss is a soft skin; snow is thick, and hangs over a little.
  const grown = points.map(({ place }, index): Vector3 => {
    const { moss, snow } = covers[index]!;
    const normal = wide[index]!;
    const thick = along(place, normal, (0.03 * moss + 0.05 * snow) * shape.size[1]);
    return [thick[0], thick[1] + 0.1 * snow * shape.size[1], thick[2]];
  });
  if (table.snow > 0) {
    smoothed(grown, triangles, 4).forEach((point, index) => {
      grown[index] = blend(grown[index]!, point, covers[index]!.snow);
    });
  }
  const normals = areaNormals(grown, triangles);
  const [cosine, sine] = [cosDegrees(turn), sinDegrees(turn)];
  const turned = ([x, y, z]: Vector3): Vector3 => [cosine * x + sine * z, y, cosine * z - sine * x];
  const base = mesh.positions.length / 3;
  grown.forEach((point, index) => {
    const [x, y, z] = turned(point);
    const place: Vector3 = [at[0] + x, Math.max(floor, at[1] + y), at[2] + z];
    const height = (place[1] - floor) / (2 * shape.size[1]);
    addVertex(
      mesh,
      place,
      turned(normals[index]!),
      paintStone(table, color, points[index]!, covers[index]!, height, shape.seed),
    );
  });
  for (let corner = 0; corner < triangles.length; corner += 3) {
    addTriangle(mesh, base + triangles[corner]!, base + triangles[corner + 1]!, base + triangles[corner + 2]!);
  }
}

/** Each point halfway to the middle of its neighbors, so many times. */
function smoothed(points: readonly Vector3[], triangles: readonly number[], rounds: number): Vector3[] {
  const shares = new Float64Array(points.length);
  for (const corner of triangles) shares[corner]! += 2;
  const now = new Float64Array(3 * points.length);
  points.forEach((point, index) => {
    now.set(point, 3 * index);
    shares[index] = 0.5 / shares[index]!;
  });
  const sums = new Float64Array(now.length);
  for (let round = 0; round < rounds; round += 1) {
    sums.fill(0);
    for (let at = 0; at < triangles.length; at += 3) {
      const [a, b, c] = [3 * triangles[at]!, 3 * triangles[at + 1]!, 3 * triangles[at + 2]!];
      for (let axis = 0; axis < 3; axis += 1) {
        const [p, q, r] = [now[a + axis]!, now[b + axis]!, now[c + axis]!];
        sums[a + axis]! += q + r;
        sums[b + axis]! += r + p;
        sums[c + axis]! += p + q;
      }
    }
    for (let point = 0; point < points.length; point += 1) {
      for (let at = 3 * point; at < 3 * point + 3; at += 1) now[at] = 0.5 * now[at]! + shares[point]! * sums[at]!;
    }
  }
  return points.map((_, index) => [now[3 * index]!, now[3 * index + 1]!, now[3 * index + 2]!]);
}

/** The sum of the triangles around each vertex: larger ones count more. */
function areaNormals(points: readonly Vector3[], triangles: readonly number[]): Vector3[] {
  const sums = new Float64Array(3 * points.length);
  for (let at = 0; at < triangles.length; at += 3) {
    const a = points[triangles[at]!]!;
    const b = points[triangles[at + 1]!]!;
    const c = points[triangles[at + 2]!]!;
    const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
    const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
    const [nx, ny, nz] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
    for (let corner = at; corner < at + 3; corner += 1) {
      const sum = 3 * triangles[corner]!;
      sums[sum]! += nx;
      sums[sum + 1]! += ny;
      sums[sum + 2]! += nz;
    }
  }
  return points.map((_, index) => unit([sums[3 * index]!, sums[3 * index + 1]!, sums[3 * index + 2]!]));
}
