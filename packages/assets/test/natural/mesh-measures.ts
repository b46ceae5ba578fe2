// Measures of meshes: whether they are closed, face outwards, and hang together.
import type { Mesh, Model } from '@diorama/geometry';

/** Triangles of a model that are connected by vertices at one place. */
interface Piece {
  readonly mesh: Mesh;
  readonly isSolid: boolean;
  /** Where each begins among the mesh's indices. */
  readonly triangles: number[];
}

/** The share of edges of the largest closed piece that have no partner of the opposite direction. */
export function openEdges(model: Model): number {
  const [body] = piecesOf(model)
    .filter(({ isSolid }) => isSolid)
    .sort((a, b) => b.triangles.length - a.triangles.length);
  if (body === undefined) return 0;
  const { indices } = body.mesh;
  const places = placesOf(body.mesh);
  const balance = new Map<string, number>();
  for (const at of body.triangles) {
    for (let side = 0; side < 3; side += 1) {
      const [a, b] = [places[indices[at + side]!]!, places[indices[at + ((side + 1) % 3)]!]!];
      if (a === b) continue;
      const edge = a < b ? `${a} ${b}` : `${b} ${a}`;
      balance.set(edge, (balance.get(edge) ?? 0) + (a < b ? 1 : -1));
    }
  }
  const open = [...balance.values()].filter((sum) => sum !== 0).length;
  return open / Math.max(1, balance.size);
}

/** The share of the area of solid parts whose triangles look away from the normals of their corners. */
export function turnedArea({ parts }: Model): number {
  let [turned, all] = [0, 0];
  for (const { mesh, material } of parts) {
    if (material.doubleSided) continue;
    const { normals, indices } = mesh;
    for (let at = 0; at < indices.length; at += 3) {
      const [normal, area] = faceOf(mesh, at);
      let facing = 0;
      for (let corner = 0; corner < 3; corner += 1) {
        const vertex = 3 * indices[at + corner]!;
        for (let axis = 0; axis < 3; axis += 1) facing += normal[axis]! * normals[vertex + axis]!;
      }
      all += area;
      if (facing <= 0) turned += area;
    }
  }
  return all === 0 ? 0 : turned / all;
}

/**
 * The share of triangles in pieces from which no chain of pieces, each within `reach` of the next, leads to the largest or the
 * ground. What is hidden deep in the largest, as the nails of folded feet are, does not float.
 */
export function floatingShare(model: Model, reach: number): number {
  const pieces = piecesOf(model).sort((a, b) => b.triangles.length - a.triangles.length);
  const cells = pieces.map((piece) => cellsOf(piece, reach));
  const owners = new Map<number, number[]>();
  cells.forEach((own, index) => {
    for (const cell of own) {
      const known = owners.get(cell);
      if (known === undefined) owners.set(cell, [index]);
      else known.push(index);
    }
  });
  const held = new Set<number>([0]);
  cells.forEach((own, index) => {
    if ([...own].some((cell) => cell % ROW <= HALF)) held.add(index);
  });
  const waiting = [...held];
  for (let index = waiting.pop(); index !== undefined && held.size < pieces.length; index = waiting.pop()) {
    for (const cell of cells[index]!) {
      for (const step of AROUND) {
        for (const other of owners.get(cell + step) ?? []) {
          if (held.has(other)) continue;
          held.add(other);
          waiting.push(other);
        }
      }
    }
  }
  const all = pieces.reduce((sum, { triangles }) => sum + triangles.length, 0);
  const loose = pieces.filter((piece, index) => !held.has(index) && !isHidden(piece, pieces[0]!));
  return loose.reduce((sum, { triangles }) => sum + triangles.length, 0) / Math.max(1, all);
}

/** Whether all corners of a piece are inside a closed one. */
function isHidden({ mesh, triangles }: Piece, body: Piece): boolean {
  const { positions, indices } = mesh;
  return triangles.every((at) =>
    [0, 1, 2].every((corner) => {
      const vertex = 3 * indices[at + corner]!;
      return windings([positions[vertex]!, positions[vertex + 1]!, positions[vertex + 2]!], body) > 0;
    }),
  );
}

/** How often a ray upwards from a point leaves a closed piece, less how often it enters it. */
function windings([x, y, z]: Place, { mesh: { positions, indices }, triangles }: Piece): number {
  let sum = 0;
  for (const at of triangles) {
    const corners = [0, 1, 2].map((corner) => 3 * indices[at + corner]!) as [number, number, number];
    const [a, b, c] = corners.map((vertex) => [positions[vertex]! - x, positions[vertex + 2]! - z] as const) as [
      readonly [number, number],
      readonly [number, number],
      readonly [number, number],
    ];
    // Twice the areas, seen from above, of the triangles that the point makes with the sides.
    const [u, v, w] = [b[0] * c[1] - b[1] * c[0], c[0] * a[1] - c[1] * a[0], a[0] * b[1] - a[1] * b[0]];
    const area = u + v + w;
    if (area === 0 || Math.min(u * area, v * area, w * area) < 0) continue;
    const [p, q, r] = corners.map((vertex) => positions[vertex + 1]! - y) as [number, number, number];
    if ((u * p + v * q + w * r) / area > 0) sum -= Math.sign(area);
  }
  return sum;
}

/**
 * How high above a slope of 15 degrees hangs what stands on level ground: the rim of an open foot, or the nearest point of a closed
 * piece; whichever way the slope falls. What has wood or stone at the ground may hold leaves above it.
 */
export function slopeGap(model: Model): number {
  const standing = piecesOf(model).filter((piece) => lowestOf(piece) <= AT_GROUND);
  const solid = standing.filter(({ isSolid }) => isSolid).sort((a, b) => lowestOf(a) - lowestOf(b));
  // A trunk bears all, and twigs that touch the ground beside it may hang.
  const isTrunk = solid[0] !== undefined && openCorners(solid[0]).length > 0;
  const gaps = (isTrunk ? solid.slice(0, 1) : solid.length > 0 ? solid : standing).map((piece) => {
    const rim = piece.isSolid ? openCorners(piece).filter(([, y]) => y <= lowestOf(piece) + AT_FOOT) : [];
    const heights = (falls: readonly [x: number, z: number]) =>
      (rim.length > 0 ? rim : cornersOf(piece)).map(([x, y, z]) => y + SLOPE * (falls[0] * x + falls[1] * z));
    const pick = (all: readonly number[], isBetter: (a: number, b: number) => boolean) =>
      all.reduce((best, one) => (isBetter(one, best) ? one : best));
    return Math.max(...FALLS.map((falls) => pick(heights(falls), rim.length > 0 ? (a, b) => a > b : (a, b) => a < b)));
  });
  return Math.max(0, ...gaps);
}

/** Shares of the height: what is lower stands on the ground; a rim that is hardly higher than the lowest point is a foot's. */
const AT_GROUND = 0.005;
const AT_FOOT = 0.01;
const SLOPE = Math.tan((15 * Math.PI) / 180);
const FALLS = Array.from({ length: 8 }, (_, eighth) => {
  const turn = (eighth * Math.PI) / 4;
  return [Math.cos(turn), Math.sin(turn)] as const;
});

function lowestOf(piece: Piece): number {
  return cornersOf(piece).reduce((least, [, y]) => Math.min(least, y), Infinity);
}

function cornersOf({ mesh: { positions, indices }, triangles }: Piece): Place[] {
  const corners = new Set(triangles.flatMap((at) => [0, 1, 2].map((corner) => indices[at + corner]!)));
  return [...corners].map((corner) => placeOf(positions, corner));
}

/** Ends of edges that belong to one triangle only. */
function openCorners({ mesh, triangles }: Piece): Place[] {
  const places = placesOf(mesh);
  const edges = new Map<string, readonly number[]>();
  for (const at of triangles) {
    for (let side = 0; side < 3; side += 1) {
      const ends = [at + side, at + ((side + 1) % 3)].map((corner) => places[mesh.indices[corner]!]!);
      const edge = ends.toSorted((a, b) => a - b).join(' ');
      if (edges.has(edge)) edges.delete(edge);
      else edges.set(edge, ends);
    }
  }
  return [...new Set([...edges.values()].flat())].map((corner) => placeOf(mesh.positions, corner));
}

function placeOf(positions: Float32Array, vertex: number): Place {
  return [positions[3 * vertex]!, positions[3 * vertex + 1]!, positions[3 * vertex + 2]!];
}

export function hasOnlyNumbers({ parts }: Model): boolean {
  return parts.every(({ mesh }) => [...mesh.positions, ...mesh.normals].every(Number.isFinite));
}

export function countTriangles({ parts }: Model): number {
  return parts.reduce((sum, { mesh }) => sum + mesh.indices.length / 3, 0);
}

function piecesOf({ parts }: Model): Piece[] {
  return parts.flatMap(({ mesh, material }) => {
    const places = placesOf(mesh);
    const parents = Int32Array.from(places, (_, index) => index);
    const root = (place: number) => {
      let at = place;
      while (parents[at] !== at) {
        parents[at] = parents[parents[at]!]!;
        at = parents[at]!;
      }
      return at;
    };
    const { indices } = mesh;
    for (let at = 0; at < indices.length; at += 3) {
      const first = root(places[indices[at]!]!);
      for (const corner of [1, 2]) parents[root(places[indices[at + corner]!]!)] = first;
    }
    const pieces = new Map<number, Piece>();
    for (let at = 0; at < indices.length; at += 3) {
      const key = root(places[indices[at]!]!);
      const known = pieces.get(key);
      if (known === undefined) pieces.set(key, { mesh, isSolid: !material.doubleSided, triangles: [at] });
      else known.triangles.push(at);
    }
    return [...pieces.values()];
  });
}

/** For each vertex the first one at its place. */
function placesOf({ positions }: Mesh): Int32Array {
  const known = new Map<string, number>();
  return Int32Array.from({ length: positions.length / 3 }, (_, vertex) => {
    const place = `${positions[3 * vertex]} ${positions[3 * vertex + 1]} ${positions[3 * vertex + 2]}`;
    const first = known.get(place);
    if (first !== undefined) return first;
    known.set(place, vertex);
    return vertex;
  });
}

function faceOf({ positions, indices }: Mesh, at: number): readonly [normal: readonly number[], area: number] {
  const [a, b, c] = [3 * indices[at]!, 3 * indices[at + 1]!, 3 * indices[at + 2]!];
  const side = (end: number, axis: number) => positions[end + axis]! - positions[a + axis]!;
  const [ux, uy, uz] = [side(b, 0), side(b, 1), side(b, 2)];
  const [vx, vy, vz] = [side(c, 0), side(c, 1), side(c, 2)];
  const normal = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  return [normal, Math.hypot(...normal) / 2];
}

/** The cubes of a lattice through which a piece goes, each as one number. */
function cellsOf({ mesh, triangles }: Piece, size: number): ReadonlySet<number> {
  const { positions, indices } = mesh;
  const cells = new Set<number>();
  const place = (at: number) => [positions[at]! / size, positions[at + 1]! / size, positions[at + 2]! / size] as const;
  for (const at of triangles) {
    const [a, b, c] = [place(3 * indices[at]!), place(3 * indices[at + 1]!), place(3 * indices[at + 2]!)];
    const apart = (p: Place, q: Place) => Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    const steps = Math.min(64, Math.ceil(Math.max(apart(a, b), apart(b, c), apart(c, a)) / 0.7));
    for (let i = 0; i <= steps; i += 1) {
      for (let j = 0; i + j <= steps; j += 1) {
        const [u, v] = [i / Math.max(1, steps), j / Math.max(1, steps)];
        const part = (axis: 0 | 1 | 2) =>
          Math.floor(a[axis] + u * (b[axis] - a[axis]) + v * (c[axis] - a[axis])) + HALF;
        cells.add((part(0) * ROW + part(2)) * ROW + part(1));
      }
    }
  }
  return cells;
}
type Place = readonly [x: number, y: number, z: number];

/** Cells count from the middle of a cube of so many. */
const ROW = 2048;
const HALF = ROW / 2;
const AROUND = [-1, 0, 1].flatMap((i) => [-1, 0, 1].flatMap((j) => [-1, 0, 1].map((k) => (i * ROW + j) * ROW + k)));
