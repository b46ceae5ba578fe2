// Turns draws into what is seen at each place of a grid: which triangle, and how near.
import { type DrawList, MATRIX_SIZE } from './draw-list.ts';
import { type Corners, fillTriangles, type Triangles } from './fill-triangles.ts';
import type { Pinhole } from './pinhole.ts';
import type { PreparedPart } from './prepared-part.ts';

/** What is seen, place by place, row by row. Buffers may be longer than the grid. */
export interface Visibility {
  /** 1 / depth, in 1 / metres; 1 / far where nothing is seen. */
  inverseDepth: Float32Array;
  /** The draw that is seen; −1 for none. */
  draws: Int32Array;
  /** Its triangle. */
  triangles: Int32Array;
}

export function createVisibility(): Visibility {
  return { inverseDepth: new Float32Array(), draws: new Int32Array(), triangles: new Int32Array() };
}

/** Buffers that drawing uses over and over. */
export interface DrawScratch {
  corners: Corners;
  readonly clipped: GrowingTriangles;
}

export function createDrawScratch(): DrawScratch {
  const clipped = { indices: new Uint32Array(256), sources: new Int32Array(256), count: 0 };
  return { corners: new Float64Array(3 * 1024), clipped };
}

/** Finds what is seen through `seen`, and through `also` (another grid before the same eye), if there is one. */
export function drawAll(
  draws: DrawList,
  scratch: DrawScratch,
  seen: { readonly pinhole: Pinhole; readonly visibility: Visibility },
  also?: { readonly pinhole: Pinhole; readonly visibility: Visibility },
): void {
  clear(seen.visibility, seen.pinhole);
  if (also !== undefined) clear(also.visibility, also.pinhole);
  for (let draw = 0; draw < draws.count; draw += 1) {
    const place = placeOf(draws, draw, seen.pinhole);
    if (place === 'outside') continue;
    const part = draws.parts[draw] as PreparedPart;
    const triangles = project(draws, draw, part, scratch, seen.pinhole, place === 'across');
    fillTriangles(draws, draw, part, scratch.corners, triangles, seen.pinhole, seen.visibility);
    if (also === undefined) continue;
    rescale(scratch.corners, cornerCount(part, triangles), also.pinhole.focal / seen.pinhole.focal);
    fillTriangles(draws, draw, part, scratch.corners, triangles, also.pinhole, also.visibility);
  }
}

function clear(visibility: Visibility, { columns, rows, far }: Pinhole): void {
  const size = columns * rows;
  if (visibility.draws.length < size) {
    visibility.inverseDepth = new Float32Array(size);
    visibility.draws = new Int32Array(size);
    visibility.triangles = new Int32Array(size);
  }
  // Nothing beyond the far plane is nearer than this.
  visibility.inverseDepth.fill(1 / far, 0, size);
  visibility.draws.fill(-1, 0, size);
}

/** Whether a draw's sphere is out of view, may cross the near plane, or is before it. */
function placeOf({ spheres }: DrawList, draw: number, pinhole: Pinhole): 'outside' | 'across' | 'before' {
  const { axes, near, far, focal, centerX, centerY, columns, rows } = pinhole;
  const x = spheres[4 * draw] as number;
  const y = spheres[4 * draw + 1] as number;
  const z = spheres[4 * draw + 2] as number;
  // A little more, so that rounding hides nothing.
  const radius = (spheres[4 * draw + 3] as number) * (1 + 1e-9);
  const depth = -((axes[6] as number) * x + (axes[7] as number) * y + (axes[8] as number) * z);
  if (depth + radius < near || depth - radius > far) return 'outside';
  const right = (axes[0] as number) * x + (axes[1] as number) * y + (axes[2] as number) * z;
  const up = (axes[3] as number) * x + (axes[4] as number) * y + (axes[5] as number) * z;
  const isBeyond = (offset: number, slope: number) =>
    offset * focal - slope * depth > radius * Math.sqrt(focal * focal + slope * slope);
  if (isBeyond(right, columns - centerX) || isBeyond(-right, centerX)) return 'outside';
  if (isBeyond(up, centerY) || isBeyond(-up, rows - centerY)) return 'outside';
  return depth - radius <= near ? 'across' : 'before';
}

/** Puts the part's corners on the grid; gives back its triangles, less what is nearer than the near plane. */
function project(
  { matrices }: DrawList,
  draw: number,
  { positions, indices }: PreparedPart,
  scratch: DrawScratch,
  pinhole: Pinhole,
  isAcross: boolean,
): Triangles {
  const count = positions.length / 3;
  // Clipping makes at most two more corners of each triangle, and there are seldom so many.
  if (scratch.corners.length < positions.length) scratch.corners = new Float64Array(2 * positions.length);
  const view = viewMatrix(matrices, draw * MATRIX_SIZE, pinhole.axes);
  if (isAcross) return projectAcross(view, positions, indices, scratch, pinhole);
  const corners = scratch.corners;
  const { focal, centerX, centerY } = pinhole;
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = view;
  for (let corner = 0, at = 0; corner < count; corner += 1, at += 3) {
    const x = positions[at] as number;
    const y = positions[at + 1] as number;
    const z = positions[at + 2] as number;
    const inverse = 1 / (m8 * x + m9 * y + m10 * z + m11);
    corners[at] = centerX + focal * (m0 * x + m1 * y + m2 * z + m3) * inverse;
    corners[at + 1] = centerY - focal * (m4 * x + m5 * y + m6 * z + m7) * inverse;
    corners[at + 2] = inverse;
  }
  return { indices, sources: undefined, count: indices.length / 3 };
}

/** Three rows of four numbers. */
type Matrix = readonly [
  ...[number, number, number, number],
  ...[number, number, number, number],
  ...[number, number, number, number],
];

/** From the part's own frame to right, up and depth. */
function viewMatrix(matrices: Float64Array, at: number, axes: Float64Array): Matrix {
  const entry = (row: number, column: number) =>
    (axes[3 * row] as number) * (matrices[at + column] as number) +
    (axes[3 * row + 1] as number) * (matrices[at + 4 + column] as number) +
    (axes[3 * row + 2] as number) * (matrices[at + 8 + column] as number);
  // biome-ignore format: rows
  return [
    entry(0, 0), entry(0, 1), entry(0, 2), entry(0, 3),
    entry(1, 0), entry(1, 1), entry(1, 2), entry(1, 3),
    -entry(2, 0), -entry(2, 1), -entry(2, 2), -entry(2, 3),
  ];
}

/** The same for a part that may cross the near plane: what is nearer is cut off. */
function projectAcross(
  view: Matrix,
  positions: Float32Array,
  indices: Uint32Array,
  scratch: DrawScratch,
  pinhole: Pinhole,
): Triangles {
  const { near } = pinhole;
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = view;
  const seen = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at += 3) {
    const x = positions[at] as number;
    const y = positions[at + 1] as number;
    const z = positions[at + 2] as number;
    seen[at] = m0 * x + m1 * y + m2 * z + m3;
    seen[at + 1] = m4 * x + m5 * y + m6 * z + m7;
    seen[at + 2] = m8 * x + m9 * y + m10 * z + m11;
    if ((seen[at + 2] as number) > near) putCorner(scratch, at / 3, seen, at, pinhole);
  }
  let next = positions.length / 3;
  const cut = new Float64Array(3);
  /** The corner where the edge from a corner before the near plane to one behind it is cut. Both triangles of an edge agree. */
  const cutEdge = (before: number, behind: number): number => {
    const depth = seen[3 * before + 2] as number;
    const share = (near - depth) / ((seen[3 * behind + 2] as number) - depth);
    for (let axis = 0; axis < 2; axis += 1) {
      const start = seen[3 * before + axis] as number;
      cut[axis] = start + share * ((seen[3 * behind + axis] as number) - start);
    }
    cut[2] = near;
    putCorner(scratch, next, cut, 0, pinhole);
    next += 1;
    return next - 1;
  };
  const clipped = scratch.clipped;
  clipped.count = 0;
  for (let triangle = 0; 3 * triangle < indices.length; triangle += 1) {
    const corners = [0, 1, 2].map((corner) => indices[3 * triangle + corner] as number);
    const isBefore = corners.map((corner) => (seen[3 * corner + 2] as number) > near);
    const polygon: number[] = [];
    for (let corner = 0; corner < 3; corner += 1) {
      const [from, to] = [corners[corner] as number, corners[(corner + 1) % 3] as number];
      const [fromBefore, toBefore] = [isBefore[corner], isBefore[(corner + 1) % 3]];
      if (fromBefore) polygon.push(from);
      if (fromBefore && !toBefore) polygon.push(cutEdge(from, to));
      if (!fromBefore && toBefore) polygon.push(cutEdge(to, from));
    }
    for (let corner = 2; corner < polygon.length; corner += 1) {
      const [a, b, c] = [polygon[0], polygon[corner - 1], polygon[corner]];
      putTriangle(clipped, a as number, b as number, c as number, triangle);
    }
  }
  return { ...clipped, corners: next };
}

function putCorner(scratch: DrawScratch, corner: number, seen: Float64Array, at: number, pinhole: Pinhole): void {
  if (scratch.corners.length < 3 * corner + 3) {
    const longer = new Float64Array(2 * (3 * corner + 3));
    longer.set(scratch.corners);
    scratch.corners = longer;
  }
  const inverse = 1 / (seen[at + 2] as number);
  scratch.corners[3 * corner] = pinhole.centerX + pinhole.focal * (seen[at] as number) * inverse;
  scratch.corners[3 * corner + 1] = pinhole.centerY - pinhole.focal * (seen[at + 1] as number) * inverse;
  scratch.corners[3 * corner + 2] = inverse;
}

interface GrowingTriangles {
  indices: Uint32Array;
  sources: Int32Array;
  count: number;
}

function putTriangle(triangles: GrowingTriangles, a: number, b: number, c: number, source: number): void {
  if (triangles.sources.length === triangles.count || triangles.indices.length < 3 * triangles.count + 3) {
    const indices = new Uint32Array(6 * (triangles.count + 1));
    indices.set(triangles.indices);
    const sources = new Int32Array(2 * (triangles.count + 1));
    sources.set(triangles.sources);
    triangles.indices = indices;
    triangles.sources = sources;
  }
  triangles.indices.set([a, b, c], 3 * triangles.count);
  triangles.sources[triangles.count] = source;
  triangles.count += 1;
}

function cornerCount({ positions }: PreparedPart, { corners }: Triangles): number {
  return corners ?? positions.length / 3;
}

/** Moves corners to a grid that is finer or coarser by a factor. */
function rescale(corners: Corners, count: number, factor: number): void {
  for (let at = 0; at < 3 * count; at += 3) {
    corners[at] = (corners[at] as number) * factor;
    corners[at + 1] = (corners[at + 1] as number) * factor;
  }
}
