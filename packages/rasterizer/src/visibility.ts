// Turns draws into what is seen at each place of a grid: which triangle, and how near.
import { type ClipScratch, clipNear, createClipScratch, mostCorners } from './clip-near.ts';
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
  readonly clip: ClipScratch;
}

export function createDrawScratch(): DrawScratch {
  return { corners: new Float64Array(), clip: createClipScratch() };
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
  const vertices = positions.length / 3;
  const most = isAcross ? mostCorners(vertices, indices) : vertices;
  if (scratch.corners.length < 3 * most) scratch.corners = new Float64Array(3 * most);
  const { corners } = scratch;
  turnToEye(viewMatrix(matrices, draw * MATRIX_SIZE, pinhole.axes), positions, corners);
  if (!isAcross) {
    putOnGrid(corners, vertices, pinhole);
    return { indices, sources: undefined, count: indices.length / 3 };
  }
  const clipped = clipNear(corners, vertices, indices, pinhole.near, scratch.clip);
  putOnGrid(corners, clipped.corners, pinhole);
  return clipped;
}

/** Writes each corner as metres to the right, up, and along the camera's axis. */
function turnToEye(view: Matrix, positions: Float32Array, corners: Corners): void {
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11] = view;
  for (let at = 0; at < positions.length; at += 3) {
    const x = positions[at] as number;
    const y = positions[at + 1] as number;
    const z = positions[at + 2] as number;
    corners[at] = m0 * x + m1 * y + m2 * z + m3;
    corners[at + 1] = m4 * x + m5 * y + m6 * z + m7;
    corners[at + 2] = m8 * x + m9 * y + m10 * z + m11;
  }
}

function putOnGrid(corners: Corners, count: number, { focal, centerX, centerY }: Pinhole): void {
  for (let at = 0; at < 3 * count; at += 3) {
    const inverse = 1 / (corners[at + 2] as number);
    corners[at] = centerX + focal * (corners[at] as number) * inverse;
    corners[at + 1] = centerY - focal * (corners[at + 1] as number) * inverse;
    corners[at + 2] = inverse;
  }
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
