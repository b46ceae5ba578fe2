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
import { addVertex, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { mix } from '../../build/noise.ts';
import { solidPart } from '../../build/part.ts';
import { depthUnder } from '../../build/slope.ts';
import { type Geodesic, geodesic } from './geodesic.ts';
import { mossAt, paintStone, type StonePlace, snowAt } from './paint-stone.ts';
import { type StoneShape, type StoneSurface, shapeStone } from './shape-stone.ts';
import type { StoneTable } from './stone-table.ts';

/** Frequencies of the geodesic balls of a stone and of its fragments. */
const FREQUENCIES: Readonly<Record<Detail, readonly [stone: number, fragment: number]>> = {
  high: [25, 8],
  medium: [15, 5],
  low: [7, 2],
};

/** In any size; it stands a little in the ground, which is y = 0. */
export function buildBoulder(table: StoneTable, key: Key, detail: Detail): Model {
  const draws = createDraws(extend(key, 'boulder'));
  const mesh = createMeshBuilder();
  const color = table.colors[Math.floor(draws.next() * table.colors.length)]!;
  const [fine, coarse] = FREQUENCIES[detail];
  const shape = shapeStone(table, extend(key, 'stone'));
  addStone(mesh, shape, { table, color, frequency: fine, at: [0, SUNK * shape.size[1], 0] });
  const fragments = Math.floor(draws.next() * (table.fragments + 1));
  for (let fragment = 0; fragment < fragments; fragment += 1) {
    const share = draws.between(0.14, 0.34);
    const turn = 360 * draws.next();
    const small = { ...table, size: shape.size.map((part) => part * share) as unknown as Vector3, cracks: 0, steps: 0 };
    const own = shapeStone({ ...small, freedom: Math.max(0.6, table.freedom) }, extendNumber(key, fragment));
    const away = 1 + share * draws.between(0.1, 0.7);
    const at: Vector3 = [
      shape.size[0] * away * cosDegrees(turn),
      SUNK_FRAGMENT * own.size[1],
      shape.size[2] * away * sinDegrees(turn),
    ];
    addStone(mesh, own, { table: small, color, frequency: coarse, at });
  }
  return { parts: [solidPart('stone', mesh)] };
}

/** How high above the ground the middles of a stone and of its fragments are, in halves of their heights. */
const SUNK = 0.6;
const SUNK_FRAGMENT = 0.55;

/** How a stone is added. */
export interface StoneOptions {
  readonly table: StoneTable;
  readonly color: LinearColor;
  readonly frequency: number;
  /** Where its middle is: what is below y = 0 is in the ground. */
  readonly at: Vector3;
  /** Degrees that it is turned about the vertical. */
  readonly turn?: number;
}

export function addStone(mesh: MeshBuilder, shape: StoneShape, options: StoneOptions): void {
  const ball = geodesic(options.frequency);
  const surface = shape.surface(ball.directions);
  if (options.table.strata !== undefined) unfold(surface.places, ball);
  const cover = coverStone(surface.places, ball, shape, options.table);
  const base = mesh.positions.length / 3;
  placeStone(mesh, surface, cover, shape, options);
  const { triangles } = ball;
  for (let at = 0; at < triangles.length; at += 1) mesh.indices.push(base + triangles[at]!);
}

/** A stone with what grows and lies on it. */
interface Cover {
  /** Three numbers a point. */
  readonly places: Float64Array;
  readonly normals: Float64Array;
  /** 0..1, one a point. */
  readonly mosses: Float64Array;
  readonly snows: Float64Array;
}

/** Moss is a soft skin; snow is thick, and hangs over a little. */
function coverStone(bare: Float64Array, ball: Geodesic, { size, seed }: StoneShape, table: StoneTable): Cover {
  const normals = areaNormals(bare, ball.triangles);
  const [mosses, snows] = [new Float64Array(bare.length / 3), new Float64Array(bare.length / 3)];
  if (table.moss + table.snow === 0) return { places: bare, normals, mosses, snows };
  // Snow and moss lie on what looks up by and large.
  const wide = unitRows(smoothed(normals, ball, 3));
  const places = bare.slice();
  for (let point = 0, row = 0; row < bare.length; point += 1, row += 3) {
    const x = bare[row]!;
    const y = bare[row + 1]!;
    const z = bare[row + 2]!;
    const up = wide[row + 1]!;
    const moss = mossAt(table, x, y, z, up, seed);
    const snow = snowAt(table, x, y, z, up, seed);
    const thick = (0.03 * moss + 0.05 * snow) * size[1];
    places[row] = x + thick * wide[row]!;
    places[row + 1] = y + thick * up + 0.1 * snow * size[1];
    places[row + 2] = z + thick * wide[row + 2]!;
    mosses[point] = moss;
    snows[point] = snow;
  }
  if (table.snow > 0) {
    const soft = smoothed(places, ball, 4);
    for (let row = 0; row < places.length; row += 1) {
      places[row] = mix(places[row]!, soft[row]!, snows[Math.floor(row / 3)]!);
    }
  }
  return { places, normals: areaNormals(places, ball.triangles), mosses, snows };
}

/** Turns it, puts it where it lies, and paints it by its places before anything grew on them. */
function placeStone(
  mesh: MeshBuilder,
  { places: bare, grooves, layers }: StoneSurface,
  { places, normals, mosses, snows }: Cover,
  { size, seed }: StoneShape,
  { table, color, at, turn = 0 }: StoneOptions,
): void {
  const cosine = cosDegrees(turn);
  const sine = sinDegrees(turn);
  for (let point = 0, row = 0; row < bare.length; point += 1, row += 3) {
    const x = at[0] + cosine * places[row]! + sine * places[row + 2]!;
    const height = at[1] + places[row + 1]!;
    const z = at[2] + cosine * places[row + 2]! - sine * places[row]!;
    // In the ground it reaches so deep that it does not hang over a slope.
    const y = height < 0 ? height - depthUnder(Math.sqrt(x * x + z * z)) : height;
    const normal: Vector3 = [
      cosine * normals[row]! + sine * normals[row + 2]!,
      normals[row + 1]!,
      cosine * normals[row + 2]! - sine * normals[row]!,
    ];
    const spot: StonePlace = {
      place: [bare[row]!, bare[row + 1]!, bare[row + 2]!],
      groove: grooves[point]!,
      layer: layers[point]!,
      moss: mosses[point]!,
      snow: snows[point]!,
      height: Math.max(0, height) / (2 * size[1]),
    };
    addVertex(mesh, [x, y, z], normal, paintStone(table, color, spot, seed));
  }
}

/** Each point halfway to the middle of its neighbors, so many times. Three numbers a point. */
function smoothed(points: Float64Array, { neighbors }: Geodesic, rounds: number): Float64Array {
  let now = points;
  let next: Float64Array = new Float64Array(points.length);
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 0; row < points.length; row += 3) smoothPoint(now, neighbors, row, next);
    [now, next] = [next, round === 0 ? new Float64Array(points.length) : now];
  }
  return now;
}

function smoothPoint(points: Float64Array, neighbors: Uint32Array, row: number, into: Float64Array): void {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let place = 2 * row; place < 2 * row + 6; place += 1) {
    const other = 3 * neighbors[place]!;
    x += points[other]!;
    y += points[other + 1]!;
    z += points[other + 2]!;
  }
  into[row] = 0.5 * points[row]! + x / 12;
  into[row + 1] = 0.5 * points[row + 1]! + y / 12;
  into[row + 2] = 0.5 * points[row + 2]! + z / 12;
}

/** Where beds stand out of a slope they fold over those below: such folds are pulled straight. Changes the points. */
function unfold(points: Float64Array, { triangles, neighbors }: Geodesic): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    const normals = areaNormals(points, triangles);
    const folded = new Set<number>();
    for (let at = 0; at < triangles.length; at += 3) {
      const [a, b, c] = [3 * triangles[at]!, 3 * triangles[at + 1]!, 3 * triangles[at + 2]!];
      const [x, y, z] = faceNormal(points, a, b, c);
      const facing =
        x * (normals[a]! + normals[b]! + normals[c]!) +
        y * (normals[a + 1]! + normals[b + 1]! + normals[c + 1]!) +
        z * (normals[a + 2]! + normals[b + 2]! + normals[c + 2]!);
      if (facing <= STRAIGHT * Math.sqrt(x * x + y * y + z * z)) folded.add(a).add(b).add(c);
    }
    const before = points.slice();
    for (const row of folded) smoothPoint(before, neighbors, row, points);
  }
}
const ROUNDS = 3;
/** The sum of the cosines between a face and the normals of its three corners: folds have less. */
const STRAIGHT = 0.3;

/** The sum of the triangles around each vertex, of length 1: larger ones count more. Three numbers a vertex. */
function areaNormals(points: Float64Array, triangles: Uint32Array): Float64Array {
  const sums = new Float64Array(points.length);
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [3 * triangles[at]!, 3 * triangles[at + 1]!, 3 * triangles[at + 2]!];
    const normal = faceNormal(points, a, b, c);
    for (let axis = 0; axis < 3; axis += 1) {
      const part = normal[axis]!;
      sums[a + axis] = sums[a + axis]! + part;
      sums[b + axis] = sums[b + axis]! + part;
      sums[c + axis] = sums[c + axis]! + part;
    }
  }
  return unitRows(sums);
}

/** As long as the triangle has area, twice. */
function faceNormal(points: Float64Array, a: number, b: number, c: number): Vector3 {
  const [x, y, z] = [points[a]!, points[a + 1]!, points[a + 2]!];
  const [ux, uy, uz] = [points[b]! - x, points[b + 1]! - y, points[b + 2]! - z];
  const [vx, vy, vz] = [points[c]! - x, points[c + 1]! - y, points[c + 2]! - z];
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
}

/** Gives each three numbers length 1, in place. */
function unitRows(rows: Float64Array): Float64Array {
  for (let row = 0; row < rows.length; row += 3) {
    const [x, y, z] = [rows[row]!, rows[row + 1]!, rows[row + 2]!];
    const size = Math.sqrt(x * x + y * y + z * z) || 1;
    rows[row] = x / size;
    rows[row + 1] = y / size;
    rows[row + 2] = z / size;
  }
  return rows;
}
