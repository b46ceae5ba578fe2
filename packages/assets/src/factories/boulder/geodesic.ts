// Turns a frequency into a geodesic ball: each of an icosahedron's 20 faces in frequency² triangles.
import type { Vector3 } from '@diorama/geometry';

/** Directions spread evenly over the ball, and triangles between them, counter-clockwise from outside. */
export interface Geodesic {
  /** Three numbers a vertex, of length 1. */
  readonly directions: Float64Array;
  readonly triangles: Uint32Array;
  /** Six a vertex; the twelve corners of the icosahedron have five, and themselves. */
  readonly neighbors: Uint32Array;
}

/** Has 20 · frequency² triangles; kept, for all stones have the same few. */
export function geodesic(frequency: number): Geodesic {
  const known = KNOWN.get(frequency);
  if (known !== undefined) return known;
  const directions: number[] = [];
  const triangles: number[] = [];
  // Faces share the vertices of their edges.
  const places = new Map<number, number>();
  const vertex = (x: number, y: number, z: number): number => {
    const name = (Math.round(3e4 * x) * CODE + Math.round(3e4 * y)) * CODE + Math.round(3e4 * z);
    const there = places.get(name);
    if (there !== undefined) return there;
    const made = directions.length / 3;
    const size = Math.sqrt(x * x + y * y + z * z);
    directions.push(x / size, y / size, z / size);
    places.set(name, made);
    return made;
  };
  for (let face = 0; face < ICOSAHEDRON_FACES.length; face += 3) {
    const [a, b, c] = [0, 1, 2].map((corner) => ICOSAHEDRON[ICOSAHEDRON_FACES[face + corner]!]!) as [
      Vector3,
      Vector3,
      Vector3,
    ];
    const at = (row: number, column: number) => {
      const u = row / frequency;
      const v = column / frequency;
      const w = 1 - u - v;
      return vertex(a[0] * w + b[0] * u + c[0] * v, a[1] * w + b[1] * u + c[1] * v, a[2] * w + b[2] * u + c[2] * v);
    };
    const rowAt = (row: number) => Array.from({ length: frequency - row + 1 }, (_, column) => at(row, column));
    let near = rowAt(0);
    for (let row = 0; row < frequency; row += 1) {
      const far = rowAt(row + 1);
      for (let column = 0; row + column < frequency; column += 1) {
        triangles.push(near[column]!, far[column]!, near[column + 1]!);
        if (row + column + 1 < frequency) triangles.push(far[column]!, far[column + 1]!, near[column + 1]!);
      }
      near = far;
    }
  }
  const made = {
    directions: Float64Array.from(directions),
    triangles: Uint32Array.from(triangles),
    neighbors: neighborsOf(triangles, directions.length / 3),
  };
  KNOWN.set(frequency, made);
  return made;
}
const KNOWN = new Map<number, Geodesic>();
/** More than the coordinates of a vertex differ, in steps of 1/30,000. */
const CODE = 131_072;

/** Around each vertex, every triangle names the next neighbor. */
function neighborsOf(triangles: readonly number[], count: number): Uint32Array {
  const neighbors = Uint32Array.from({ length: 6 * count }, (_, at) => Math.floor(at / 6));
  const found = new Uint8Array(count);
  for (let at = 0; at < triangles.length; at += 3) {
    for (let corner = 0; corner < 3; corner += 1) {
      const vertex = triangles[at + corner]!;
      neighbors[6 * vertex + found[vertex]!] = triangles[at + ((corner + 1) % 3)]!;
      found[vertex]! += 1;
    }
  }
  return neighbors;
}

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
