// Turns a place on a stone into its color: grains, layers, cracks; lichen, moss and snow.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import { fractal, hash, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { StoneTable } from './stone-table.ts';

/** How much moss, 0..1, grows at a place. `upward` is the y of the normal there. */
export function mossAt(table: StoneTable, x: number, y: number, z: number, upward: number, seed: number): number {
  if (table.moss === 0) return 0;
  const cloud = fractal(2.6 * x, 2.6 * y, 2.6 * z, seed + 31);
  return table.moss * smoothstep(0.02, 0.22, cloud + 0.6 * upward - 0.42 + 0.42 * table.moss);
}

/** How much snow, 0..1, lies at a place. */
export function snowAt(table: StoneTable, x: number, y: number, z: number, upward: number, seed: number): number {
  // Clouds of noise are within −1..1.
  if (table.snow === 0 || upward < 0.2) return 0;
  const cloud = fractal(2.6 * x, 2.6 * y, 2.6 * z, seed + 31);
  return table.snow * smoothstep(0.42, 0.52, upward + 0.22 * cloud);
}

/** What paint must know of a place. */
export interface StonePlace {
  readonly place: Vector3;
  /** 0..1: how deep in a crack or between two layers; and which layer. */
  readonly groove: number;
  readonly layer: number;
  /** 0..1: what grows or lies there. */
  readonly moss: number;
  readonly snow: number;
  /** 0 at the ground, 1 at the top. */
  readonly height: number;
}

export function paintStone(table: StoneTable, base: LinearColor, at: StonePlace, seed: number): LinearColor {
  const { place, groove, layer, moss, snow, height } = at;
  if (snow >= 1) return SNOW;
  const x = place[0];
  const y = place[1];
  const z = place[2];
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
    if (vein < 0.05) color = blend<LinearColor>(color, QUARTZ, 0.8 * smoothstep(0.05, 0.025, vein));
  }
  const spots = table.lichen > 0 ? smoothstep(0.16, 0.26, fractal(6 * x, 6 * y, 6 * z, seed + 8)) : 0;
  if (spots > 0) {
    const orange = noise(1.7 * x, 1.7 * y, 1.7 * z, seed + 9) > 0.42;
    color = blend<LinearColor>(color, orange ? ORANGE_CRUST : GREY_CRUST, 0.85 * table.lichen * spots);
  }
  if (moss > 0) {
    const green = blend<LinearColor>([0.045, 0.075, 0.016], [0.16, 0.2, 0.04], 0.5 + 0.8 * fine + 0.6 * grain);
    color = blend<LinearColor>(color, green, moss);
  }
  // Damp earth darkens the foot.
  color = scale(color, 0.55 + 0.45 * smoothstep(0, 0.28, height));
  return snow > 0 ? blend<LinearColor>(color, SNOW, snow) : color;
}

const QUARTZ: LinearColor = [0.6, 0.58, 0.54];
const ORANGE_CRUST: LinearColor = [0.42, 0.2, 0.035];
const GREY_CRUST: LinearColor = [0.42, 0.44, 0.35];
const SNOW: LinearColor = [0.82, 0.85, 0.9];
