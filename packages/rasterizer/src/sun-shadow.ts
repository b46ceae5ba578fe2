// Turns what the sun may light into what it does light: exact hard shadows, without a shadow map's texels.
//
// All places that face the sun are sorted into a grid across its light. Then each triangle that may cast a shadow looks up the
// places behind it and takes their light away. Aila and Laine, "Alias-free shadow maps", EGSR 2004; Johnson et al., "The
// irregular Z-buffer", ACM TOG 2005.
import type { Vector3 } from '@diorama/geometry';
import { alphaAt } from './cut-out.ts';
import { type DrawList, MATRIX_SIZE } from './draw-list.ts';
import type { PreparedPart } from './prepared-part.ts';

/** Light that arrives if nothing is in its way. Row i of each array is place i. */
export interface SunlitPlaces {
  count: number;
  /** Across the light, metres; and towards the sun. */
  readonly across: Float64Array;
  readonly along: Float64Array;
  readonly towards: Float64Array;
  /** Red, green, blue. */
  readonly light: Float32Array;
  /** Where the light goes in the end. */
  readonly pixels: Int32Array;
}

/** Two directions across the sun's light and the one towards the sun, of length 1 and perpendicular. */
export interface SunFrame {
  readonly across: Vector3;
  readonly along: Vector3;
  readonly towards: Vector3;
}

export function sunFrame(towards: Vector3): SunFrame {
  const [x, y, z] = towards;
  // Any direction across will do; this one never vanishes.
  const level = Math.sqrt(x * x + z * z);
  const across: Vector3 = level > 1e-6 ? [z / level, 0, -x / level] : [1, 0, 0];
  const along: Vector3 = [y * across[2] - z * across[1], z * across[0] - x * across[2], x * across[1] - y * across[0]];
  return { across, along, towards };
}

/** Buffers that shadows use over and over. */
export interface ShadowScratch {
  /** Across, along and towards of each place, sorted by cell. */
  places: Float64Array;
  /** Which place stands there. */
  order: Int32Array;
  /** Copies of a part of both while it is sorted. */
  unsortedPlaces: Float64Array;
  unsortedOrder: Int32Array;
  cells: Int32Array;
  corners: Float64Array;
}

export function createShadowScratch(): ShadowScratch {
  return {
    places: new Float64Array(),
    order: new Int32Array(),
    unsortedPlaces: new Float64Array(),
    unsortedOrder: new Int32Array(),
    cells: new Int32Array(),
    corners: new Float64Array(),
  };
}

/** Which draws cast shadows: their numbers, and a rectangle across the light that holds them all. */
export interface Casters {
  readonly draws: readonly number[];
  readonly frame: SunFrame;
  readonly least: readonly [number, number];
  readonly greatest: readonly [number, number];
}

/** What casts a shadow that is worth it: all that touches the sphere, but the ground only if `groundCasts`. */
export function listCasters(
  list: DrawList,
  frame: SunFrame,
  center: Vector3,
  radius: number,
  groundCasts: boolean,
): Casters {
  const draws: number[] = [];
  const least: [number, number] = [Infinity, Infinity];
  const greatest: [number, number] = [-Infinity, -Infinity];
  for (let draw = 0; draw < list.count; draw += 1) {
    if (list.isGround[draw] === 1 && !groundCasts) continue;
    const [x, y, z, own] = list.spheres.subarray(4 * draw, 4 * draw + 4) as unknown as [number, number, number, number];
    const [dx, dy, dz] = [x - center[0], y - center[1], z - center[2]];
    if (dx * dx + dy * dy + dz * dz > (radius + own) * (radius + own)) continue;
    draws.push(draw);
    const middle = [dot(frame.across, x, y, z), dot(frame.along, x, y, z)] as const;
    for (const axis of [0, 1] as const) {
      least[axis] = Math.min(least[axis], middle[axis] - own);
      greatest[axis] = Math.max(greatest[axis], middle[axis] + own);
    }
  }
  return { draws, frame, least, greatest };
}

function dot([ax, ay, az]: Vector3, x: number, y: number, z: number): number {
  return ax * x + ay * y + az * z;
}

/** Adds the light of all places that nothing shades to their pixels: red, green, blue each. */
export function addSunlight(
  list: DrawList,
  casters: Casters,
  places: SunlitPlaces,
  scratch: ShadowScratch,
  pixels: Float32Array,
): void {
  const reached = gatherPlaces(places, casters, scratch, pixels);
  if (reached === 0) return;
  const grid = sortPlaces(scratch, 0, reached, 0);
  for (const draw of casters.draws) shade(list, draw, casters.frame, grid, scratch);
  addLit(grid, places, scratch.order, pixels);
}

function addLit(grid: Grid, places: SunlitPlaces, order: Int32Array, pixels: Float32Array): void {
  for (let cell = 0; cell < grid.columns * grid.rows; cell += 1) {
    const finer = grid.finer[cell];
    if (finer !== undefined) {
      addLit(finer, places, order, pixels);
      continue;
    }
    const start = grid.starts[cell] as number;
    for (let at = start; at < start + (grid.counts[cell] as number); at += 1) {
      addLight(places, order[at] as number, pixels);
    }
  }
}

function addLight({ light, pixels: targets }: SunlitPlaces, place: number, pixels: Float32Array): void {
  const to = 3 * (targets[place] as number);
  pixels[to] = (pixels[to] as number) + (light[3 * place] as number);
  pixels[to + 1] = (pixels[to + 1] as number) + (light[3 * place + 1] as number);
  pixels[to + 2] = (pixels[to + 2] as number) + (light[3 * place + 2] as number);
}

/** Cells across the light, with the places in each. */
interface Grid {
  readonly columns: number;
  readonly rows: number;
  readonly left: number;
  readonly low: number;
  /** Cells a metre. */
  readonly density: number;
  /** Where a cell's places begin. */
  readonly starts: Int32Array;
  /** How many of them are still lit. */
  readonly counts: Int32Array;
  /** How far from the sun a cell's places reach: what is farther shades none of them. */
  readonly farthest: Float64Array;
  /** Grids within crowded cells: what is near the eye is dense. */
  readonly finer: readonly (Grid | undefined)[];
}

/** Collects what casters can reach, and says how much that is; all else is lit at once. */
function gatherPlaces(places: SunlitPlaces, casters: Casters, scratch: ShadowScratch, pixels: Float32Array): number {
  const { count, across, along, towards } = places;
  if (scratch.order.length < count) {
    scratch.order = new Int32Array(count);
    scratch.unsortedOrder = new Int32Array(count);
    scratch.cells = new Int32Array(count);
    scratch.places = new Float64Array(3 * count);
    scratch.unsortedPlaces = new Float64Array(3 * count);
  }
  const { order, places: gathered } = scratch;
  let reached = 0;
  for (let place = 0; place < count; place += 1) {
    const x = across[place] as number;
    const y = along[place] as number;
    if (!isWithin(x, y, casters)) {
      addLight(places, place, pixels);
      continue;
    }
    order[reached] = place;
    gathered[3 * reached] = x;
    gathered[3 * reached + 1] = y;
    gathered[3 * reached + 2] = towards[place] as number;
    reached += 1;
  }
  return reached;
}

/** Sorts the gathered places from `start` up to `end` into cells, and those of crowded cells into smaller ones. */
function sortPlaces(scratch: ShadowScratch, start: number, end: number, depth: number): Grid {
  const { places, order, unsortedPlaces, unsortedOrder, cells } = scratch;
  let [left, low] = [Infinity, Infinity];
  let [right, high] = [-Infinity, -Infinity];
  for (let at = start; at < end; at += 1) {
    const x = places[3 * at] as number;
    const y = places[3 * at + 1] as number;
    unsortedPlaces[3 * at] = x;
    unsortedPlaces[3 * at + 1] = y;
    unsortedPlaces[3 * at + 2] = places[3 * at + 2] as number;
    unsortedOrder[at] = order[at] as number;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < low) low = y;
    if (y > high) high = y;
  }
  const count = end - start;
  const width = Math.max(1e-6, right - left);
  const height = Math.max(1e-6, high - low);
  const density = Math.min(Math.sqrt(count / PLACES_A_CELL / (width * height)), count / Math.max(width, height));
  const columns = Math.floor((right - left) * density) + 1;
  const rows = Math.floor((high - low) * density) + 1;
  const starts = new Int32Array(columns * rows + 1);
  for (let at = start; at < end; at += 1) {
    const column = Math.floor(((unsortedPlaces[3 * at] as number) - left) * density);
    const row = Math.floor(((unsortedPlaces[3 * at + 1] as number) - low) * density);
    const cell = row * columns + column;
    cells[at] = cell;
    starts[cell + 1] = (starts[cell + 1] as number) + 1;
  }
  starts[0] = start;
  for (let cell = 0; cell < columns * rows; cell += 1) {
    starts[cell + 1] = (starts[cell + 1] as number) + (starts[cell] as number);
  }
  const counts = new Int32Array(columns * rows);
  const farthest = new Float64Array(columns * rows).fill(Infinity);
  for (let from = start; from < end; from += 1) {
    const cell = cells[from] as number;
    const at = (starts[cell] as number) + (counts[cell] as number);
    const towards = unsortedPlaces[3 * from + 2] as number;
    counts[cell] = (counts[cell] as number) + 1;
    order[at] = unsortedOrder[from] as number;
    places[3 * at] = unsortedPlaces[3 * from] as number;
    places[3 * at + 1] = unsortedPlaces[3 * from + 1] as number;
    places[3 * at + 2] = towards;
    if (towards < (farthest[cell] as number)) farthest[cell] = towards;
  }
  const finer = Array.from({ length: columns * rows }, (_, cell) => {
    const crowd = counts[cell] as number;
    if (crowd <= CROWD || crowd === count || depth === DEEPEST) return undefined;
    const first = starts[cell] as number;
    return sortPlaces(scratch, first, first + crowd, depth + 1);
  });
  return { columns, rows, left, low, density, starts, counts, farthest, finer };
}

function isWithin(x: number, y: number, { least, greatest }: Casters): boolean {
  return least[0] <= x && x <= greatest[0] && least[1] <= y && y <= greatest[1];
}

const PLACES_A_CELL = 4;
/** From so many places on a cell is divided. */
const CROWD = 32;
/** So often at most. */
const DEEPEST = 5;

/** Takes the light of one draw's shadow away. */
function shade(list: DrawList, draw: number, frame: SunFrame, grid: Grid, scratch: ShadowScratch): void {
  const part = list.parts[draw] as PreparedPart;
  if (isAside(list.spheres, draw, frame, grid)) return;
  const { indices, positions } = part;
  if (scratch.corners.length < positions.length) scratch.corners = new Float64Array(2 * positions.length);
  const { corners } = scratch;
  project(list.matrices, draw * MATRIX_SIZE, positions, frame, corners);
  for (let index = 0; index < indices.length; index += 3) {
    const a = 3 * (indices[index] as number);
    const b = 3 * (indices[index + 1] as number);
    const c = 3 * (indices[index + 2] as number);
    shadeBehind(part, index / 3, corners, a, b, c, grid, scratch);
  }
}

/** Takes the light of what one triangle, whose corners stand at three places of `corners`, shades within a grid. */
function shadeBehind(
  part: PreparedPart,
  triangle: number,
  corners: Float64Array,
  a: number,
  b: number,
  c: number,
  grid: Grid,
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

function isAside(spheres: Float64Array, draw: number, { across, along }: SunFrame, grid: Grid): boolean {
  const [x, y, z, radius] = spheres.subarray(4 * draw, 4 * draw + 4) as unknown as [number, number, number, number];
  const column = (dot(across, x, y, z) - grid.left) * grid.density;
  const row = (dot(along, x, y, z) - grid.low) * grid.density;
  const reach = radius * grid.density + 1e-6;
  return column + reach < 0 || column - reach > grid.columns || row + reach < 0 || row - reach > grid.rows;
}

/** Writes where each corner is across, along and towards the sun's light. */
function project(
  matrices: Float64Array,
  at: number,
  positions: Float32Array,
  { across, along, towards }: SunFrame,
  out: Float64Array,
): void {
  const entry = ([x, y, z]: Vector3, column: number) =>
    x * (matrices[at + column] as number) +
    y * (matrices[at + 4 + column] as number) +
    z * (matrices[at + 8 + column] as number);
  const [a0, a1, a2, a3] = [entry(across, 0), entry(across, 1), entry(across, 2), entry(across, 3)];
  const [b0, b1, b2, b3] = [entry(along, 0), entry(along, 1), entry(along, 2), entry(along, 3)];
  const [c0, c1, c2, c3] = [entry(towards, 0), entry(towards, 1), entry(towards, 2), entry(towards, 3)];
  for (let index = 0; index < positions.length; index += 3) {
    const x = positions[index] as number;
    const y = positions[index + 1] as number;
    const z = positions[index + 2] as number;
    out[index] = a0 * x + a1 * y + a2 * z + a3;
    out[index + 1] = b0 * x + b1 * y + b2 * z + b3;
    out[index + 2] = c0 * x + c1 * y + c2 * z + c3;
  }
}
