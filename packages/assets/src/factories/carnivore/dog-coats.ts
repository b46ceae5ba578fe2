// The coats of dogs, and of the hyena.
import type { LinearColor } from '@diorama/geometry';
import { hash, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { clamp01, flatCells, fur, unrolled } from '../quadruped/coat-patterns.ts';

type CoatOf = (seed: number) => Coat;

/** Grey with a dark saddle, tawny on legs and ears, white at cheeks, throat and belly; the tail has a black tip. */
export const wolfCoat: CoatOf = (seed) => {
  const dusk = 0.7 + 0.6 * hash(1, 2, 3, seed);
  return ({ rest, shares, along, normal }) => {
    const hair = fur(rest, 22, seed);
    const tail = shares[REGION.tail]!;
    const body = shares[REGION.torso]! + shares[REGION.neck]! + 0.8 * shares[REGION.head]! + tail;
    const saddle = smoothstep(-0.15, 0.65, normal[1] + 0.3 * hair) * body;
    const grey = blend<LinearColor>(
      [0.2, 0.175, 0.14],
      [0.032, 0.032, 0.035],
      clamp01(dusk * saddle * (0.75 + 0.4 * hair)),
    );
    const legs = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
    const tawny = blend(grey, [0.27, 0.205, 0.14], clamp01(0.75 * legs + 0.7 * shares[REGION.ear]!));
    const cheeks =
      shares[REGION.head]! * smoothstep(0.15, -0.25, normal[1]) +
      shares[REGION.muzzle]! * smoothstep(0.3, -0.1, normal[1]);
    const throat = shares[REGION.neck]! * smoothstep(0, -0.6, normal[1]);
    const inner = 0.5 * legs * smoothstep(0.1, -0.8, normal[2] * Math.sign(rest[2]));
    const pale = cheeks + throat + 0.8 * inner + shares[REGION.torso]! * smoothstep(-0.3, -0.85, normal[1]);
    const coat = blend(tawny, [0.5, 0.475, 0.43], clamp01(pale));
    const tip = tail * smoothstep(0.44, 0.5, along[REGION.tail]!);
    return scale(blend(coat, [0.02, 0.02, 0.02], 0.9 * tip), 0.9 + 0.24 * hair);
  };
};

/** A collie: white collar, blaze, chest, feet and tail tip on black, chocolate or sable. */
export const collieCoat: CoatOf = (seed) => {
  const ground = COLLIES[Math.floor(COLLIES.length * hash(1, 2, 3, seed))]!;
  const blazed = 0.02 + 0.02 * hash(4, 5, 6, seed);
  return ({ rest, shares, along, normal }) => {
    const hair = fur(rest, 24, seed);
    const [x, y, z] = rest;
    const legs = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
    const collar =
      (shares[REGION.neck]! + 0.6 * shares[REGION.torso]!) * smoothstep(0.12, 0.05, Math.abs(x - 0.37 + 0.05 * hair));
    const muzzle = shares[REGION.muzzle]! * smoothstep(0.06, 0.16, x - 0.6 + 0.03 * hair);
    const blaze = shares[REGION.head]! * smoothstep(blazed + 0.012, blazed - 0.004, Math.abs(z) + 0.01 * hair);
    const chest =
      smoothstep(0.1, -0.5, normal[1]) *
      smoothstep(0.12, 0.26, x) *
      (1 - shares[REGION.head]! - shares[REGION.muzzle]!);
    const tip = shares[REGION.tail]! * smoothstep(0.4, 0.46, along[REGION.tail]! + 0.03 * hair);
    const feet = legs * smoothstep(0.27, 0.19, y + 0.05 * hair);
    const white = clamp01(collar + blaze + muzzle + tip + feet + chest);
    return scale(blend(ground, [0.58, 0.555, 0.51], white), 0.88 + 0.28 * hair);
  };
};

const COLLIES: readonly LinearColor[] = [
  [0.022, 0.02, 0.02],
  [0.022, 0.02, 0.02],
  [0.075, 0.035, 0.02],
  [0.22, 0.115, 0.045],
];

/** Russet, white below, with black stockings and ear backs and a white tip to the tail. */
export const foxCoat: CoatOf =
  (seed) =>
  ({ rest, shares, along, normal }) => {
    const [x, y] = rest;
    const hair = fur(rest, 36, seed);
    const tail = shares[REGION.tail]!;
    const body = shares[REGION.torso]! + shares[REGION.neck]!;
    const face = shares[REGION.head]! + shares[REGION.muzzle]!;
    const bib = shares[REGION.neck]! * smoothstep(0.25, -0.3, normal[1]) * smoothstep(0.3, 0.42, x);
    const lips = shares[REGION.muzzle]! * smoothstep(0.15, -0.25, normal[1]);
    const cheeks = shares[REGION.head]! * smoothstep(-0.05, -0.35, normal[1] + 0.15 * hair);
    const tip = tail * smoothstep(0.47, 0.53, along[REGION.tail]! + 0.05 * hair);
    const white = body * smoothstep(-0.35, -0.8, normal[1]) + cheeks + lips + bib + tip;
    const back = smoothstep(0.2, 0.95, normal[1]) * (body + 0.7 * tail);
    const red = blend<LinearColor>([0.28, 0.115, 0.042], [0.19, 0.078, 0.032], 0.8 * back);
    const grey = blend(red, [0.3, 0.17, 0.085], 0.5 * tail * smoothstep(0.1, -0.6, normal[1]) + 0.25 * face);
    const pale = blend(grey, [0.56, 0.53, 0.48], clamp01(white));
    const socks =
      (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.26, 0.15, y + 0.02 * hair) + shares[REGION.foot]!;
    return scale(blend(pale, [0.018, 0.015, 0.014], clamp01(socks + 1.1 * shares[REGION.ear]!)), 0.92 + 0.22 * hair);
  };

/** Sandy grey with brown spots on trunk and thighs; muzzle, feet and tail dark. */
export const hyenaCoat: CoatOf = (seed) => (skin) => {
  const { rest, shares, along, normal } = skin;
  const [x, y, z] = rest;
  const hair = fur(rest, 24, seed);
  const legs = shares[REGION.fore]! + shares[REGION.hind]!;
  const [u, v] = unrolled(skin);
  const cell = flatCells(10.5 * u, 10.5 * v, seed);
  const size = 0.33 + 0.08 * noise(5 * x, 5 * y, 5 * z, seed + 2);
  const where =
    (shares[REGION.torso]! * smoothstep(-0.8, -0.3, normal[1]) + legs * smoothstep(0.18, 0.36, y)) *
    smoothstep(0.6, 0.46, x);
  const spots = smoothstep(size, size - 0.08, cell.nearest) * where;
  const ground = blend<LinearColor>([0.25, 0.19, 0.115], [0.36, 0.3, 0.21], smoothstep(-0.2, -0.9, normal[1]));
  const mane = blend(ground, [0.2, 0.13, 0.07], 0.7 * shares[REGION.mane]!);
  const dark =
    shares[REGION.muzzle]! * smoothstep(0.08, 0.2, along[REGION.muzzle]!) +
    0.75 * shares[REGION.foot]! +
    legs * 0.5 * smoothstep(0.3, 0.1, y) +
    shares[REGION.tail]! * smoothstep(0.12, 0.22, along[REGION.tail]!) +
    0.5 * shares[REGION.ear]!;
  const spotted = blend(mane, [0.035, 0.022, 0.015], clamp01(0.95 * spots));
  return scale(blend(spotted, [0.028, 0.022, 0.018], clamp01(0.9 * dark)), 0.92 + 0.22 * hair);
};
