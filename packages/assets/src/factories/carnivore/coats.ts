// The coats of carnivores: where on the body which color is.
import type { LinearColor } from '@diorama/geometry';
import { fractal, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { band, clamp01 } from '../quadruped/coat-patterns.ts';

type CoatOf = (seed: number) => Coat;

/** Fine strands: noise stretched along the body. */
const fur = ([x, y, z]: readonly number[], perMetre: number, seed: number) =>
  fractal(x! * perMetre * 0.6, y! * perMetre, z! * perMetre, seed);

export const lionCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const pale = smoothstep(-0.1, -0.8, normal[1]) * 0.7 + smoothstep(0.55, 0.2, rest[1]) * 0.3;
    const body = blend<LinearColor>([0.5, 0.28, 0.1], [0.68, 0.5, 0.28], pale);
    const ears = blend(body, [0.12, 0.07, 0.04], 0.7 * shares[REGION.ear]!);
    const maned = blend(ears, [0.2, 0.085, 0.025], shares[REGION.mane]!);
    const lips = shares[REGION.muzzle]! * smoothstep(0.2, -0.5, normal[1]);
    return scale(blend(maned, [0.72, 0.56, 0.36], lips), 0.95 + 0.12 * fur(rest, 30, seed));
  };

export const tigerCoat: CoatOf =
  (seed) =>
  ({ rest, shares, along, normal }) => {
    const [x, y, z] = rest;
    const wobble = 0.35 * fractal(5 * x, 5 * y, 5 * z, seed);
    const belly = 0.9 * smoothstep(0, -0.75, normal[1]) + 0.25 * smoothstep(0.45, 0.15, y);
    const pale = clamp01(belly + 0.7 * shares[REGION.muzzle]! * smoothstep(0.3, -0.4, normal[1]));
    const base = blend<LinearColor>([0.62, 0.22, 0.035], [0.85, 0.78, 0.66], pale);
    const [torso, neck, head] = [
      shares[REGION.torso]!,
      shares[REGION.neck]!,
      shares[REGION.head]! + shares[REGION.muzzle]!,
    ];
    const spine = along[REGION.torso]! * torso + along[REGION.neck]! * neck;
    const width = 0.36 + 0.2 * noise(4 * x, 3 * y, 4 * z, seed + 9);
    const flank = smoothstep(-0.55, 0.1, normal[1] + 0.3 * noise(9 * x, 9 * y, 3 * z, seed + 5));
    const dark =
      (torso + neck) * band(9.5 * spine + 2.2 * wobble, width, 0.1) * flank +
      head * band(16 * x + 2 * wobble + 8 * Math.abs(z), 0.34, 0.12) * smoothstep(0.95, 1.1, y) +
      shares[REGION.fore]! * band(9 * y + 2 * wobble, 0.25, 0.1) * smoothstep(0.25, 0.5, y) +
      shares[REGION.hind]! * band(9 * y + 5 * x + 2 * wobble, 0.3, 0.1) +
      shares[REGION.tail]! * band(9 * along[REGION.tail]!, 0.5, 0.1) +
      shares[REGION.ear]! * 0.8;
    return blend(base, [0.015, 0.012, 0.01], clamp01(dark));
  };

export const wolfCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const hair = fur(rest, 22, seed);
    const body = shares[REGION.torso]! + shares[REGION.neck]! + 0.7 * shares[REGION.head]! + 0.7 * shares[REGION.tail]!;
    const saddle = smoothstep(-0.05, 0.55, normal[1] + 0.35 * hair) * body;
    const grey = blend<LinearColor>([0.34, 0.27, 0.18], [0.035, 0.033, 0.035], clamp01(saddle * (0.7 + 0.4 * hair)));
    const legs = shares[REGION.fore]! + shares[REGION.hind]!;
    const face = shares[REGION.head]! + shares[REGION.muzzle]!;
    const pale =
      smoothstep(0.1, -0.7, normal[1]) +
      0.7 * legs * smoothstep(0.5, 0.25, rest[1]) +
      face * smoothstep(0.25, -0.1, normal[1]);
    const coat = blend(grey, [0.62, 0.58, 0.52], clamp01(pale));
    return scale(blend(coat, [0.2, 0.17, 0.14], 0.8 * shares[REGION.ear]!), 0.9 + 0.25 * hair);
  };

/** A collie: black, with a white collar, blaze, chest, feet and tail tip. */
export const dogCoat: CoatOf =
  (seed) =>
  ({ rest, shares, along, normal }) => {
    const hair = fur(rest, 24, seed);
    const legs = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
    const collar = shares[REGION.neck]! * smoothstep(0.12, 0.0, Math.abs(rest[0] - 0.42 + 0.05 * hair));
    const blaze =
      (shares[REGION.head]! + shares[REGION.muzzle]!) * smoothstep(0.03, 0.015, Math.abs(rest[2]) + 0.008 * hair);
    const tip = shares[REGION.tail]! * smoothstep(0.36, 0.42, along[REGION.tail]!);
    const white =
      collar +
      blaze +
      tip +
      legs * smoothstep(0.3, 0.2, rest[1] + 0.05 * hair) +
      smoothstep(-0.2, -0.7, normal[1]) * smoothstep(0.1, 0.3, rest[0]);
    return scale(blend<LinearColor>([0.025, 0.02, 0.018], [0.72, 0.69, 0.63], clamp01(white)), 0.9 + 0.25 * hair);
  };

export const foxCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const [x, y] = rest;
    const body = shares[REGION.torso]! + shares[REGION.neck]!;
    const face = shares[REGION.head]! + shares[REGION.muzzle]!;
    const bib = shares[REGION.neck]! * smoothstep(0.3, -0.2, normal[1]) * smoothstep(0.3, 0.42, x);
    const white =
      body * smoothstep(-0.35, -0.8, normal[1]) +
      face * smoothstep(0.1, -0.25, normal[1]) +
      bib +
      shares[REGION.tail]! * smoothstep(-0.88, -0.96, x);
    const red = blend<LinearColor>([0.6, 0.17, 0.03], [0.85, 0.8, 0.74], clamp01(white));
    const socks = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.24, 0.14, y) + shares[REGION.foot]!;
    const dark = clamp01(shares[REGION.ear]! * smoothstep(0.2, -0.3, normal[0]) + socks);
    return scale(blend(red, [0.02, 0.015, 0.015], dark), 0.93 + 0.18 * fur(rest, 40, seed));
  };

export const bearCoat: CoatOf =
  (seed) =>
  ({ rest, shares }) => {
    const hair = fur(rest, 16, seed);
    const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.7, 0.3, rest[1]);
    const brown = blend<LinearColor>([0.15, 0.07, 0.03], [0.055, 0.028, 0.015], legs + shares[REGION.foot]!);
    return scale(blend(brown, [0.3, 0.19, 0.11], 0.9 * shares[REGION.muzzle]!), 1 + 0.4 * hair);
  };

export const otterCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const throat =
      (shares[REGION.neck]! + shares[REGION.muzzle]! + shares[REGION.head]!) * smoothstep(0.1, -0.5, normal[1]);
    const brown = blend<LinearColor>(
      [0.13, 0.07, 0.035],
      [0.45, 0.36, 0.26],
      clamp01(throat + 0.4 * smoothstep(-0.4, -0.9, normal[1])),
    );
    return scale(brown, 0.92 + 0.25 * fur(rest, 45, seed));
  };
