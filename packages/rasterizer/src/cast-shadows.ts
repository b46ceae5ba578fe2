// Turns what the sun may light into what it does light: exact hard shadows, without a shadow map's texels.
//
// All places that face the sun are sorted into a grid across its light. Then each triangle that may cast a shadow looks up the
// places behind it and takes their light away. Aila and Laine, "Alias-free shadow maps", EGSR 2004; Johnson et al., "The
// irregular Z-buffer", ACM TOG 2005.
import type { Vector3 } from '@diorama/geometry';
import type { Casters } from './casters.ts';
import { type DrawList, MATRIX_SIZE } from './draw-list.ts';
import { gatherPlaces, type LightGrid, type ShadowScratch, sortPlaces } from './light-grid.ts';
import type { PreparedPart } from './prepared-part.ts';
import { shadeBehind } from './shade-behind.ts';
import { partAlong, type SunFrame } from './sun-frame.ts';
import { addSunlight, type SunlitPlaces } from './sunlit-places.ts';

/** Adds the light of those places that nothing shades to their pixels: red, green, blue each. */
export function castShadows(
  list: DrawList,
  casters: Casters,
  places: SunlitPlaces,
  scratch: ShadowScratch,
  pixels: Float32Array,
): void {
  const reached = gatherPlaces(places, casters, scratch, pixels);
  if (reached === 0) return;
  const grid = sortPlaces(scratch, 0, reached, 0);
  for (const draw of casters.draws) shadeByDraw(list, draw, casters.frame, grid, scratch);
  addLitPlaces(grid, places, scratch.order, pixels);
}

function addLitPlaces(grid: LightGrid, places: SunlitPlaces, order: Int32Array, pixels: Float32Array): void {
  for (let cell = 0; cell < grid.columns * grid.rows; cell += 1) {
    const finer = grid.finer[cell];
    if (finer !== undefined) {
      addLitPlaces(finer, places, order, pixels);
      continue;
    }
    const start = grid.starts[cell] as number;
    for (let at = start; at < start + (grid.counts[cell] as number); at += 1) {
      addSunlight(places, order[at] as number, pixels);
    }
  }
}

/** Takes the light of one draw's shadow away. */
function shadeByDraw(list: DrawList, draw: number, frame: SunFrame, grid: LightGrid, scratch: ShadowScratch): void {
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

function isAside(spheres: Float64Array, draw: number, { across, along }: SunFrame, grid: LightGrid): boolean {
  const [x, y, z, radius] = spheres.subarray(4 * draw, 4 * draw + 4) as unknown as [number, number, number, number];
  const column = (partAlong(across, x, y, z) - grid.left) * grid.density;
  const row = (partAlong(along, x, y, z) - grid.low) * grid.density;
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
