// Turns places that face the sun into a grid of cells across its light, with the places of each in a row.
import { type Casters, isWithinReach } from './casters.ts';
import { addSunlight, type SunlitPlaces } from './sunlit-places.ts';

/** Cells across the light, with the places in each. */
export interface LightGrid {
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
  readonly finer: readonly (LightGrid | undefined)[];
}

/** Collects what casters can reach, and says how much that is; all else is lit at once. */
export function gatherPlaces(
  places: SunlitPlaces,
  casters: Casters,
  scratch: ShadowScratch,
  pixels: Float32Array,
): number {
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
    if (!isWithinReach(x, y, casters)) {
      addSunlight(places, place, pixels);
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
export function sortPlaces(scratch: ShadowScratch, start: number, end: number, depth: number): LightGrid {
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

const PLACES_A_CELL = 4;
/** From so many places on a cell is divided. */
const CROWD = 32;
/** So often at most. */
const DEEPEST = 5;

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
