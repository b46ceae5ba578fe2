// Turns a place on a stone into its color: grains, layers, cracks; lichen, moss and snow.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import { fractal, hash, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { StonePoint } from './shape-stone.ts';
import type { StoneTable } from './stone-table.ts';

/** What grows or lies on a stone at a place, each 0..1. */
export interface Cover {
  readonly moss: number;
  readonly snow: number;
}

export function coverOf(table: StoneTable, [x, y, z]: Vector3, normal: Vector3, seed: number): Cover {
  const cloud = fractal(2.6 * x, 2.6 * y, 2.6 * z, seed + 31);
  return {
    moss: table.moss * smoothstep(0.02, 0.22, cloud + 0.6 * normal[1] - 0.42 + 0.42 * table.moss),
    snow: table.snow * smoothstep(0.42, 0.52, normal[1] + 0.22 * cloud),
  };
}

/** `height` is 0 at the ground and 1 at the top. */
export function paintStone(
  table: StoneTable,
  base: LinearColor,
  { place, groove, layer }: StonePoint,
  cover: Cover,
  height: number,
  seed: number,
): LinearColor {
  const [x, y, z] = place;
  const cloud = fractal(1.8 * x, 1.8 * y, 1.8 * z, seed);
  const fine = fractal(11 * x, 11 * y, 11 * z, seed + 1);
  const grain = hash(Math.round(160 * x), Math.round(160 * y), Math.round(160 * z), seed) - 0.5;
  // Rain leaves dark streaks.
  const streak = smoothstep(0.15, 0.6, noise(5 * x, 0.7 * y, 5 * z, seed + 2)) * 0.22;
  const band = table.strata === undefined ? 0 : 0.6 * (0.5 - layer);
  const tone = 1 + 0.3 * cloud + 0.28 * fine + table.grain * grain + band - streak;
  let color = scale(base, Math.max(0.25, tone) * (1 - 0.72 * groove));
  if (table.vein === true) {
    const vein = Math.abs(0.5 * x + 0.8 * y - 0.4 * z + 0.12 * noise(2 * x, 2 * y, 2 * z, seed + 4));
    color = blend<LinearColor>(color, [0.6, 0.58, 0.54], 0.8 * smoothstep(0.05, 0.025, vein));
  }
  const spots = fractal(6 * x, 6 * y, 6 * z, seed + 8);
  const orange = noise(1.7 * x, 1.7 * y, 1.7 * z, seed + 9) > 0.42;
  const crust: LinearColor = orange ? [0.42, 0.2, 0.035] : [0.42, 0.44, 0.35];
  color = blend<LinearColor>(color, crust, 0.85 * table.lichen * smoothstep(0.16, 0.26, spots));
  const green = blend<LinearColor>([0.045, 0.075, 0.016], [0.16, 0.2, 0.04], 0.5 + 0.8 * fine + 0.6 * grain);
  color = blend<LinearColor>(color, green, cover.moss);
  // Damp earth darkens the foot.
  color = scale(color, 0.55 + 0.45 * smoothstep(0, 0.28, height));
  return blend<LinearColor>(color, [0.82, 0.85, 0.9], cover.snow);
}
