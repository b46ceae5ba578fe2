// Turns the row of a stone's table into an individual: planes cut facets out of a ball, then noise, moss and lichen.
import { extend, type Key, type LinearColor, type Model, type Vector3 } from '@diorama/geometry';
import { createDraws } from '../../build/draws.ts';
import { addTriangle, addVertex, createMeshBuilder } from '../../build/mesh-builder.ts';
import { fractal, noise, smoothstep } from '../../build/noise.ts';
import { solidPart } from '../../build/part.ts';
import { blend, cross, dot, scale, subtract, unit } from '../../build/vectors.ts';

export interface BoulderTable {
  /** How many planes cut it, and how deep at most: more and shallower cuts make it rounder. */
  readonly planes: number;
  readonly depth: number;
  /** Its extents along x, y and z, before it is brought to height 1. */
  readonly size: Vector3;
  /** How rough its surface is. */
  readonly roughness: number;
  readonly color: LinearColor;
  /** Layers of sediment: 0..1. */
  readonly layers: number;
  readonly moss: number;
  readonly lichen: number;
  readonly snow: number;
}

/** In any size; it stands a little in the ground. */
export function buildBoulder(table: BoulderTable, key: Key): Model {
  const draws = createDraws(extend(key, 'boulder'));
  const planes = Array.from({ length: table.planes }, () => ({
    normal: unit([draws.between(-1, 1), draws.between(-0.9, 0.9), draws.between(-1, 1)]),
    distance: 1.02 - table.depth * draws.next(),
  }));
  const seed = draws.seed();
  const squeeze: Vector3 = [draws.between(0.88, 1.12), 1, draws.between(0.88, 1.12)];
  const pointAt = (direction: Vector3): Vector3 => {
    let radius = 1.12;
    for (const { normal, distance } of planes) {
      const facing = dot(normal, direction);
      if (facing <= 0.05) continue;
      const cut = distance / facing;
      const overlap = 0.09 - Math.abs(radius - cut);
      radius = Math.min(radius, cut) - (overlap > 0 ? (overlap * overlap) / 0.36 : 0);
    }
    const [x, y, z] = direction;
    const rough =
      table.roughness * (fractal(4 * x, 4 * y, 4 * z, seed) + 0.5 * fractal(13 * x, 13 * y, 13 * z, seed + 7));
    const strata = table.layers * 0.03 * noise(0.7 * x, 9 * y * radius, 0.7 * z, seed + 3);
    radius *= 1 + rough + strata;
    return [
      x * radius * table.size[0] * squeeze[0],
      y * radius * table.size[1],
      z * radius * table.size[2] * squeeze[2],
    ];
  };
  const mesh = createMeshBuilder();
  const { directions, triangles } = icosphere(SUBDIVISIONS);
  const points = directions.map((direction) => pointAt(direction));
  const normals = areaNormals(points, triangles);
  const floor = -0.62 * table.size[1];
  points.forEach((point, index) => {
    const flat: Vector3 = [point[0], Math.max(floor, point[1]), point[2]];
    addVertex(mesh, flat, normals[index]!, paint(table, point, normals[index]!, floor, seed));
  });
  for (let at = 0; at < triangles.length; at += 3)
    addTriangle(mesh, triangles[at]!, triangles[at + 1]!, triangles[at + 2]!);
  return { parts: [solidPart('stone', mesh)] };
}

/** 20 · 4⁴ = 5120 triangles. */
const SUBDIVISIONS = 4;

function paint(table: BoulderTable, [x, y, z]: Vector3, normal: Vector3, floor: number, seed: number): LinearColor {
  const coarse = fractal(3 * x, 3 * y, 3 * z, seed);
  const fine = fractal(14 * x, 14 * y, 14 * z, seed);
  const strata = 1 + 0.3 * table.layers * noise(x, 14 * y, z, seed + 11);
  const stone = scale(table.color, (0.85 + 0.35 * coarse + 0.3 * fine) * strata);
  const moss = table.moss * smoothstep(0.1, 0.35, coarse + 0.45 * normal[1] - 0.25);
  const lichen = table.lichen * smoothstep(0.25, 0.4, fine);
  const grown = blend(blend<LinearColor>(stone, [0.13, 0.16, 0.06], moss), [0.42, 0.42, 0.36], lichen);
  const white = table.snow * smoothstep(0.35, 0.6, normal[1] + 0.2 * coarse);
  // Damp earth darkens the foot.
  const dry = 0.62 + 0.38 * smoothstep(floor, floor + 0.35 * table.size[1], y);
  return blend<LinearColor>(scale(grown, dry), [0.84, 0.87, 0.92], white);
}

/** Directions spread evenly over the ball, and triangles between them, counter-clockwise from outside. */
function icosphere(subdivisions: number): { directions: readonly Vector3[]; triangles: readonly number[] } {
  const known = SPHERES.get(subdivisions);
  if (known !== undefined) return known;
  const directions: Vector3[] = ICOSAHEDRON.map((corner) => unit(corner));
  let triangles: readonly number[] = ICOSAHEDRON_FACES;
  for (let round = 0; round < subdivisions; round += 1) {
    const middles = new Map<string, number>();
    const middle = (a: number, b: number) => {
      const name = a < b ? `${a} ${b}` : `${b} ${a}`;
      const there = middles.get(name);
      if (there !== undefined) return there;
      const made = directions.push(unit(blend(directions[a]!, directions[b]!, 0.5))) - 1;
      middles.set(name, made);
      return made;
    };
    const finer: number[] = [];
    for (let at = 0; at < triangles.length; at += 3) {
      const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
      const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
      finer.push(a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca);
    }
    triangles = finer;
  }
  const sphere = { directions, triangles };
  SPHERES.set(subdivisions, sphere);
  return sphere;
}
const SPHERES = new Map<number, { directions: readonly Vector3[]; triangles: readonly number[] }>();

const GOLDEN = (1 + Math.sqrt(5)) / 2;
const ICOSAHEDRON: readonly Vector3[] = [
  [-1, GOLDEN, 0],
  [1, GOLDEN, 0],
  [-1, -GOLDEN, 0],
  [1, -GOLDEN, 0],
  [0, -1, GOLDEN],
  [0, 1, GOLDEN],
  [0, -1, -GOLDEN],
  [0, 1, -GOLDEN],
  [GOLDEN, 0, -1],
  [GOLDEN, 0, 1],
  [-GOLDEN, 0, -1],
  [-GOLDEN, 0, 1],
];
// biome-ignore format: a row for each ring of faces
const ICOSAHEDRON_FACES: readonly number[] = [
  0, 11, 5, 0, 5, 1, 0, 1, 7, 0, 7, 10, 0, 10, 11,
  1, 5, 9, 5, 11, 4, 11, 10, 2, 10, 7, 6, 7, 1, 8,
  3, 9, 4, 3, 4, 2, 3, 2, 6, 3, 6, 8, 3, 8, 9,
  4, 9, 5, 2, 4, 11, 6, 2, 10, 8, 6, 7, 9, 8, 1,
];

/** The sum of the triangles around each vertex: larger ones count more. */
function areaNormals(points: readonly Vector3[], triangles: readonly number[]): Vector3[] {
  const sums = points.map((): [number, number, number] => [0, 0, 0]);
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
    const normal = cross(subtract(points[b]!, points[a]!), subtract(points[c]!, points[a]!));
    for (const corner of [a, b, c]) for (let axis = 0; axis < 3; axis += 1) sums[corner]![axis]! += normal[axis]!;
  }
  return sums.map((sum) => unit(sum));
}
