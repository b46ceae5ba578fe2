// Turns a triangle before the sun into darkness at the places behind it.
import { alphaAt } from './cut-out.ts';
import type { LightGrid, ShadowScratch } from './light-grid.ts';
import type { PreparedPart } from './prepared-part.ts';

/** Takes the light of what one triangle, whose corners stand at three places of `corners`, shades within a grid. */
export function shadeBehind(
  part: PreparedPart,
  triangle: number,
  corners: Float64Array,
  a: number,
  b: number,
  c: number,
  grid: LightGrid,
  scratch: ShadowScratch,
): void {
  const { columns, rows, left, low, density, starts, counts, farthest, finer } = grid;
  const { order, places } = scratch;
  const ax = corners[a] as number;
  const bx = corners[b] as number;
  const cx = corners[c] as number;
  const leastX = Math.min(ax, bx, cx);
  const greatestX = Math.max(ax, bx, cx);
  const firstColumn = Math.max(0, Math.floor((leastX - left) * density));
  const lastColumn = Math.min(columns - 1, Math.floor((greatestX - left) * density));
  if (firstColumn > lastColumn) return;
  const ay = corners[a + 1] as number;
  const by = corners[b + 1] as number;
  const cy = corners[c + 1] as number;
  const leastY = Math.min(ay, by, cy);
  const greatestY = Math.max(ay, by, cy);
  const firstRow = Math.max(0, Math.floor((leastY - low) * density));
  const lastRow = Math.min(rows - 1, Math.floor((greatestY - low) * density));
  if (firstRow > lastRow) return;
  const area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
  if (area === 0) return;
  const az = corners[a + 2] as number;
  const bz = corners[b + 2] as number;
  const cz = corners[c + 2] as number;
  const nearest = Math.max(az, bz, cz);

  // The weights of b and c, and how far towards the sun the triangle is, are linear across the light.
  const bStepX = (cy - ay) / area;
  const bStepY = (ax - cx) / area;
  const cStepX = (ay - by) / area;
  const cStepY = (bx - ax) / area;
  const isSingle = firstColumn === lastColumn || firstRow === lastRow;
  for (let row = firstRow; row <= lastRow; row += 1) {
    let from = firstColumn;
    let to = lastColumn;
    if (!isSingle) {
      // Of a large triangle, only the columns that this row of cells cuts.
      const rowLow = low + row / density;
      const rowHigh = low + (row + 1) / density;
      let cutLeast = Infinity;
      let cutGreatest = -Infinity;
      for (let edge = 0; edge < 3; edge += 1) {
        const x0 = edge === 0 ? ax : edge === 1 ? bx : cx;
        const y0 = edge === 0 ? ay : edge === 1 ? by : cy;
        const x1 = edge === 0 ? bx : edge === 1 ? cx : ax;
        const y1 = edge === 0 ? by : edge === 1 ? cy : ay;
        if (Math.max(y0, y1) < rowLow || Math.min(y0, y1) > rowHigh) continue;
        const slope = y1 === y0 ? 0 : (x1 - x0) / (y1 - y0);
        const atLow = y1 === y0 ? x0 : x0 + (Math.max(rowLow, Math.min(y0, y1)) - y0) * slope;
        const atHigh = y1 === y0 ? x1 : x0 + (Math.min(rowHigh, Math.max(y0, y1)) - y0) * slope;
        cutLeast = Math.min(cutLeast, atLow, atHigh);
        cutGreatest = Math.max(cutGreatest, atLow, atHigh);
      }
      // A little more on both sides, for rounding.
      from = Math.max(from, Math.floor((cutLeast - left) * density - 1e-6));
      to = Math.min(to, Math.floor((cutGreatest - left) * density + 1e-6));
    }
    for (let column = from; column <= to; column += 1) {
      const cell = row * columns + column;
      let lit = counts[cell] as number;
      if (lit === 0 || nearest < (farthest[cell] as number)) continue;
      const within = finer[cell];
      if (within !== undefined) {
        shadeBehind(part, triangle, corners, a, b, c, within, scratch);
        continue;
      }
      const start = starts[cell] as number;
      for (let at = start; at < start + lit; ) {
        const x = (places[3 * at] as number) - ax;
        const y = (places[3 * at + 1] as number) - ay;
        const bShare = x * bStepX + y * bStepY;
        const cShare = x * cStepX + y * cStepY;
        const isInside = bShare >= 0 && cShare >= 0 && bShare + cShare <= 1;
        if (
          !isInside ||
          az + bShare * (bz - az) + cShare * (cz - az) <= (places[3 * at + 2] as number) + SHADOW_BIAS ||
          (part.isCut && alphaAt(part, triangle, 1 - bShare - cShare, bShare, cShare) < part.alphaCutoff)
        ) {
          at += 1;
          continue;
        }
        // In shadow: the last lit place takes its stead.
        lit -= 1;
        const last = start + lit;
        places[3 * at] = places[3 * last] as number;
        places[3 * at + 1] = places[3 * last + 1] as number;
        places[3 * at + 2] = places[3 * last + 2] as number;
        order[at] = order[last] as number;
      }
      counts[cell] = lit;
    }
  }
}

/** Metres towards the sun within which a surface does not shade itself. */
const SHADOW_BIAS = 0.0005;
