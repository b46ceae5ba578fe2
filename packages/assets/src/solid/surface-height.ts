// Turns posed round cones into how low and how high their surface is, without the surface between.
import type { PosedCone } from './round-cone.ts';
import { type Displacement, type Focus, fieldGrid, fillField, type Grid } from './sample-field.ts';
import { surfaceNets } from './surface-nets.ts';

/**
 * The least and the greatest y of the vertices that the surface of the same field has, metres. A vertex lies in its cell: the
 * lowest and the highest layer of cells that the surface cuts hold them.
 */
export function surfaceHeight(
  cones: readonly PosedCone[],
  cell: number,
  focus?: Focus,
  displacement?: Displacement,
): readonly [least: number, greatest: number] {
  const grid = fieldGrid(cones, cell, focus);
  const heightsOf = (layers: Grid['ys']): readonly number[] =>
    surfaceNets(fillField(cones, { ...grid, ys: layers }, cell, displacement)).positions.filter(
      (_, at) => at % 3 === 1,
    );
  const count = grid.ys.length;
  let [least, greatest] = [Infinity, -Infinity];
  for (let plane = 0; plane < count && least === Infinity; plane += STEP) {
    for (const y of heightsOf(grid.ys.subarray(plane, plane + STEP + 1))) least = Math.min(least, y);
  }
  for (let plane = count; plane > 0 && greatest === -Infinity; plane -= STEP) {
    for (const y of heightsOf(grid.ys.subarray(Math.max(0, plane - STEP - 1), plane))) greatest = Math.max(greatest, y);
  }
  return [least, greatest];
}

/** Layers of cells that are looked at together. */
const STEP = 3;
