// Turns triangles on a grid into the places that they cover, the nearest winning.
import { createCutter } from './cut-out.ts';
import type { DrawList } from './draw-list.ts';
import type { Pinhole } from './pinhole.ts';
import type { PreparedPart } from './prepared-part.ts';
import type { Visibility } from './visibility.ts';

/** Column, row and 1 / depth of each corner. */
export type Corners = Float64Array;

/** Three corners a triangle. */
export interface Triangles {
  readonly indices: Uint32Array;
  /** Of which triangle of the mesh each is a piece; none if they are the mesh's own. */
  readonly sources: Int32Array | undefined;
  readonly count: number;
  /** How many corners there are, if more than the mesh has. */
  readonly corners?: number;
}

/**
 * Draws triangles. A place belongs to a triangle if its centre lies within, by half-open intervals: rows from the upper end of
 * an edge up to, but without, its lower end; columns from the left edge up to, but without, the right one. Where a row meets an
 * edge is computed from the edge's upper end, the same number for both of its triangles. So of triangles that share edges
 * each place belongs to exactly one. Backs are left out unless the part is double-sided.
 */
export function fillTriangles(
  list: DrawList,
  draw: number,
  part: PreparedPart,
  corners: Corners,
  { indices, sources, count }: Triangles,
  pinhole: Pinhole,
  { inverseDepth, draws, triangles }: Visibility,
): void {
  const { columns, rows } = pinhole;
  const { doubleSided } = part;
  const isThere = part.isCut ? createCutter(list, draw, part, pinhole) : undefined;
  for (let triangle = 0, at = 0; triangle < count; triangle += 1, at += 3) {
    const a = 3 * (indices[at] as number);
    const b = 3 * (indices[at + 1] as number);
    const c = 3 * (indices[at + 2] as number);
    const ax = corners[a] as number;
    const ay = corners[a + 1] as number;
    const bx = corners[b] as number;
    const by = corners[b + 1] as number;
    const cx = corners[c] as number;
    const cy = corners[c + 1] as number;
    // Rows go down, so a front has a negative area.
    const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    if (!(area < 0) && !(doubleSided && area > 0)) continue;

    const firstRow = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
    const endRow = Math.min(rows, Math.ceil(Math.max(ay, by, cy) - 0.5));
    if (firstRow >= endRow) continue;
    const least = Math.ceil(Math.min(ax, bx, cx) - 0.5);
    const end = Math.ceil(Math.max(ax, bx, cx) - 0.5);
    if (least >= end || end <= 0 || least >= columns) continue;

    // The corners from top to bottom.
    let topX = ax;
    let topY = ay;
    let middleX = bx;
    let middleY = by;
    let bottomX = cx;
    let bottomY = cy;
    if (middleY < topY) {
      topX = bx;
      topY = by;
      middleX = ax;
      middleY = ay;
    }
    if (bottomY < topY) {
      bottomX = middleX;
      bottomY = middleY;
      middleX = topX;
      middleY = topY;
      topX = cx;
      topY = cy;
    } else if (bottomY < middleY) {
      bottomX = middleX;
      bottomY = middleY;
      middleX = cx;
      middleY = cy;
    }
    const longSlope = (bottomX - topX) / (bottomY - topY);
    const upperSlope = (middleX - topX) / (middleY - topY);
    const lowerSlope = (bottomX - middleX) / (bottomY - middleY);
    const isMiddleRight = (middleX - topX) * (bottomY - topY) > (bottomX - topX) * (middleY - topY);

    // 1 / depth is linear over the grid.
    const aInverse = corners[a + 2] as number;
    const bInverse = (corners[b + 2] as number) - aInverse;
    const cInverse = (corners[c + 2] as number) - aInverse;
    const stepX = (bInverse * (cy - ay) - cInverse * (by - ay)) / area;
    const stepY = (cInverse * (bx - ax) - bInverse * (cx - ax)) / area;
    const source = sources === undefined ? triangle : (sources[triangle] as number);

    for (let row = firstRow; row < endRow; row += 1) {
      const y = row + 0.5;
      const long = topX + (y - topY) * longSlope;
      const short = y < middleY ? topX + (y - topY) * upperSlope : middleX + (y - middleY) * lowerSlope;
      const from = Math.max(0, Math.ceil((isMiddleRight ? long : short) - 0.5));
      const to = Math.min(columns, Math.ceil((isMiddleRight ? short : long) - 0.5));
      const rowInverse = aInverse + (y - ay) * stepY + (0.5 - ax) * stepX;
      const rowStart = row * columns;
      for (let column = from; column < to; column += 1) {
        const inverse = rowInverse + column * stepX;
        const place = rowStart + column;
        if (inverse <= (inverseDepth[place] as number)) continue;
        if (isThere !== undefined && !isThere(source, column + 0.5, y)) continue;
        inverseDepth[place] = inverse;
        draws[place] = draw;
        triangles[place] = source;
      }
    }
  }
}
