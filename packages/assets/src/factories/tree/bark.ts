// The looks of bark: colors and furrows by height, angle and thickness.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import { fractal, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';

export interface Bark {
  /** The color at a place of the wood that is `radius` metres thick there. */
  readonly color: (place: Vector3, radius: number, seed: number) => LinearColor;
  /** How deep it is furrowed, in shares of the radius. */
  readonly furrows: number;
  /** How far roots spread, in shares of the trunk's radius. */
  readonly flare: number;
  /** How far rings of the trunk stand apart at most, metres: less for fine marks. */
  readonly grain: number;
}

/** Furrows that run up the trunk, dark between light ridges; twigs have the ridges' color. */
export function furrowedBark(ridge: LinearColor, furrow: LinearColor, furrows = 0.09): Bark {
  return {
    color: ([x, y, z], radius, seed) => {
      const f = 1.5 / Math.max(radius, 0.07);
      const deep = smoothstep(
        -0.3,
        0.35,
        noise(x * f, y * 0.9, z * f, seed) + 0.4 * noise(2 * x * f, 2.2 * y, 2 * z * f, seed),
      );
      return blend<LinearColor>(furrow, ridge, radius < 0.05 ? 0.5 : deep);
    },
    furrows,
    flare: 0.75,
    grain: 0.25,
  };
}

/** Even, with faint clouds. */
export function smoothBark(color: LinearColor, flare = 0.6): Bark {
  return {
    color: ([x, y, z], _, seed) => scale(color, 0.95 + 0.35 * fractal(3 * x, 1.5 * y, 3 * z, seed)),
    furrows: 0.02,
    flare,
    grain: 0.4,
  };
}

/** A birch's: white, with dark bars across and diamonds at the foot; dark twigs. */
export const BIRCH_BARK: Bark = {
  color: ([x, y, z], radius, seed) => {
    if (radius < 0.022) return [0.09, 0.055, 0.045];
    const bars = noise(5 * x, 11 * y, 5 * z, seed) + 0.35 * noise(9 * x, 30 * y, 9 * z, seed + 1);
    const scar = noise(7 * x, 2.6 * y, 7 * z, seed + 2);
    const foot = smoothstep(0.9, 0.1, y + 0.7 * scar);
    const dark = Math.max(smoothstep(0.42, 0.6, bars), smoothstep(0.58, 0.7, scar), foot);
    return blend<LinearColor>([0.7, 0.68, 0.63], [0.045, 0.04, 0.036], dark);
  },
  furrows: 0.03,
  flare: 0.7,
  grain: 0.075,
};

/** A Scots pine's: grey-brown plates below, flaking orange above. */
export function pineBark(changes: number): Bark {
  return {
    color: ([x, y, z], radius, seed) => {
      const plate = noise(9 * x, 3.5 * y, 9 * z, seed);
      const upper = smoothstep(-0.9, 1.2, y - changes + 1.2 * plate);
      const grey = blend<LinearColor>([0.075, 0.05, 0.038], [0.2, 0.145, 0.11], smoothstep(-0.3, 0.3, plate));
      const orange = blend<LinearColor>([0.28, 0.11, 0.045], [0.46, 0.2, 0.085], smoothstep(-0.4, 0.5, plate));
      return radius < 0.03 ? [0.16, 0.09, 0.055] : blend<LinearColor>(grey, orange, upper);
    },
    furrows: 0.06,
    flare: 0.45,
    grain: 0.2,
  };
}
