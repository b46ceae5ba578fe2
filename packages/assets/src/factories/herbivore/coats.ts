// The coats of herbivores: where on the body which color is.
import { atan2, type LinearColor } from '@diorama/geometry';
import { cells, fractal, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { band, clamp01 } from '../quadruped/coat-patterns.ts';

type CoatOf = (seed: number) => Coat;

/** Bands across barrel and neck, a fan of them at the rump, rings on the legs, a dark muzzle. */
export const zebraCoat: CoatOf =
  (seed) =>
  ({ rest, shares, along, normal }) => {
    const [x, y, z] = rest;
    const wobble = 0.5 * fractal(3 * x, 3 * y, 3 * z, seed);
    const rear = smoothstep(-0.05, -0.45, x);
    const barrel = band(10 * along[REGION.torso]! + 0.9 * wobble, 0.52, 0.09);
    const rump = band(atan2(y - 0.62, 0.02 - x) * 4.6 + 0.7 * wobble, 0.54, 0.09);
    const face = shares[REGION.head]! + shares[REGION.muzzle]!;
    const high = smoothstep(0.62, 0.85, y);
    const flank = barrel * (1 - rear) + rump * rear;
    const stripes =
      shares[REGION.torso]! * flank +
      shares[REGION.neck]! * band(11 * along[REGION.neck]! + 0.5 * wobble, 0.55, 0.1) +
      face * band(15 * y + 12 * Math.abs(z) + 0.6 * wobble, 0.5, 0.12) +
      shares[REGION.fore]! * (band(15 * y + 0.5 * wobble, 0.5, 0.1) * (1 - high) + barrel * high) +
      shares[REGION.hind]! * (band(14 * y + 4 * x + 0.6 * wobble, 0.5, 0.1) * (1 - high) + rump * high) +
      shares[REGION.tail]! * band(16 * along[REGION.tail]!, 0.5, 0.1) +
      shares[REGION.ear]! * smoothstep(0.6, 0.8, 0.5 + 0.5 * normal[1]) +
      1.2 * shares[REGION.foot]!;
    const nose = shares[REGION.muzzle]! * smoothstep(0.1, 0.3, along[REGION.muzzle]! - 0.28);
    const belly = 1 - 0.8 * shares[REGION.torso]! * smoothstep(-0.7, -0.97, normal[1]);
    return blend<LinearColor>([0.82, 0.78, 0.7], [0.018, 0.016, 0.016], clamp01(Math.max(stripes, nose) * belly));
  };

/** One color, with dark legs and muzzle as given. */
export const horseCoat =
  (body: LinearColor, points: LinearColor): CoatOf =>
  (seed) =>
  ({ rest, shares }) => {
    const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.75, 0.45, rest[1]);
    const dark = clamp01(shares[REGION.foot]! + legs + 0.8 * shares[REGION.muzzle]!);
    return scale(blend(body, points, dark), 0.95 + 0.12 * fractal(6 * rest[0], 6 * rest[1], 6 * rest[2], seed));
  };

export const deerCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const [x, y] = rest;
    const rump =
      shares[REGION.torso]! * smoothstep(-0.62, -0.74, x) +
      shares[REGION.hind]! * smoothstep(-0.64, -0.72, x) * smoothstep(0.75, 0.9, y);
    const body = blend<LinearColor>([0.3, 0.135, 0.05], [0.5, 0.36, 0.22], smoothstep(-0.1, -0.8, normal[1]));
    const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.5, 0.2, y);
    const throat = 0.8 * shares[REGION.neck]! * smoothstep(0.1, -0.4, normal[1]);
    const coat = blend(
      blend(body, [0.62, 0.5, 0.36], clamp01(rump)),
      [0.16, 0.085, 0.045],
      clamp01(throat + 0.6 * legs),
    );
    const grain = 0.93 + 0.18 * fractal(rest[0] * 14, rest[1] * 24, rest[2] * 24, seed);
    return scale(blend(coat, [0.03, 0.025, 0.02], shares[REGION.foot]!), grain);
  };

/** Wool, or the hair of a goat: face and legs in a color of their own. */
export const woolCoat =
  (fleece: LinearColor, skin: LinearColor): CoatOf =>
  (seed) =>
  ({ rest, shares }) => {
    const { nearest } = cells([22 * rest[0], 22 * rest[1], 22 * rest[2]], seed);
    const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.37, 0.3, rest[1]);
    const bare = shares[REGION.head]! + shares[REGION.muzzle]! + shares[REGION.ear]! + shares[REGION.foot]! + legs;
    return blend(scale(fleece, 1.08 - 0.4 * nearest), skin, clamp01(bare));
  };

export const elephantCoat: CoatOf =
  (seed) =>
  ({ rest, shares }) => {
    const [x, y, z] = rest;
    const wrinkle = Math.abs(noise(9 * x, 22 * y, 9 * z, seed));
    const pink = 0.4 * shares[REGION.ear]! + 0.2 * shares[REGION.trunk]!;
    const grey = blend<LinearColor>([0.21, 0.185, 0.165], [0.3, 0.23, 0.19], pink);
    return scale(grey, 0.92 + 0.25 * fractal(2 * x, 2 * y, 2 * z, seed) - 0.22 * smoothstep(0.12, 0, wrinkle));
  };

/** Polygons with pale joints; legs and belly plain. */
export const giraffeCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const [x, y, z] = rest;
    const face = shares[REGION.head]! + shares[REGION.muzzle]!;
    const fineness = 4.3 + 1.1 * (shares[REGION.neck]! + shares[REGION.fore]! + shares[REGION.hind]!) + 3 * face;
    const wobble = 0.12 * noise(9 * x, 9 * y, 9 * z, seed + 5);
    const cell = cells([x * fineness + wobble, y * fineness * 0.8, z * fineness + (z > 0 ? 20 : 0)], seed);
    const patch =
      smoothstep(0.06, 0.13, cell.second - cell.nearest) *
      smoothstep(0.7, 1.3, y) *
      (1 - shares[REGION.muzzle]!) *
      (1 - 0.8 * shares[REGION.ear]!) *
      (1 - shares[REGION.torso]! * smoothstep(-0.75, -0.95, normal[1]));
    return blend<LinearColor>([0.74, 0.6, 0.4], scale([0.26, 0.095, 0.03], 0.8 + 0.45 * cell.id), patch);
  };

/** Large patches of two colors; the same twice for a plain cow. */
export const cowCoat =
  (ground: LinearColor, patch: LinearColor): CoatOf =>
  (seed) =>
  ({ rest, shares, normal }) => {
    const [x, y, z] = rest;
    const patches = smoothstep(0.0, 0.06, fractal(1.5 * x, 1.5 * y, 1.5 * z + (z > 0 ? 7 : 0), seed) - 0.02);
    const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.6, 0.5, y);
    const coat = blend(ground, patch, clamp01(patches * (1 - legs) * smoothstep(-0.9, -0.5, normal[1])));
    const pink = shares[REGION.muzzle]! * smoothstep(0.3, 0.42, along01(x));
    const grain = 0.95 + 0.12 * fractal(12 * x, 18 * y, 18 * z, seed + 3);
    return scale(blend(coat, [0.36, 0.2, 0.16], 0.6 * pink), grain);
  };

/** The head's end of a body of about one metre and a half. */
function along01(x: number): number {
  return clamp01(x - 0.95);
}

export const camelCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const sandy = blend<LinearColor>([0.42, 0.27, 0.13], [0.55, 0.41, 0.24], smoothstep(0.2, -0.7, normal[1]));
    const dark = 0.5 * smoothstep(1.75, 2.0, rest[1]) * shares[REGION.torso]!;
    return scale(
      blend(sandy, [0.24, 0.14, 0.065], dark),
      0.92 + 0.22 * fractal(9 * rest[0], 14 * rest[1], 14 * rest[2], seed),
    );
  };
