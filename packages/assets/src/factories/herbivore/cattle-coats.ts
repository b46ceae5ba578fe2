// The coats of cattle, sheep and goats: patches and udders, wool with a bare face, a goat's dark stripes.
import type { LinearColor } from '@diorama/geometry';
import { cells, fractal, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Skin } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { type CoatOf, drawOf, type HeadPlace, hairShade, headPlaces, over } from './coat-tools.ts';

/** The bare skin of an udder and of a muzzle. */
const PINK: LinearColor = [0.42, 0.24, 0.19];

/** One color, darker towards head and legs, a pale ring round a dark muzzle; or a Hereford's white face, crest, brisket and feet. */
export const brownCowCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>([0.135, 0.06, 0.027], [0.085, 0.045, 0.026], drawOf(seed, 1));
    const isHereford = drawOf(seed, 2) < 0.5;
    return (skin) => {
      const { rest, shares, normal } = skin;
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const dark = 0.45 * (shares[REGION.neck]! + face) + 0.4 * legsOf(skin, 0.6, 0.2);
      const belly = 0.5 * shares[REGION.torso]! * smoothstep(-0.4, -0.9, normal[1]);
      let color = over(over(body, scale(body, isHereford ? 0.85 : 0.55), dark), [0.36, 0.2, 0.1], belly);
      color = over(color, [0.5, 0.4, 0.29], face * smoothstep(0.36, 0.42, hx));
      if (isHereford) color = over(color, [0.58, 0.53, 0.46], herefordWhite(skin, face, hx, seed));
      color = over(
        color,
        isHereford ? PINK : [0.05, 0.038, 0.035],
        face * smoothstep(0.48, 0.505, hx) * smoothstep(-0.1, -0.055, hy),
      );
      color = over(color, PINK, udder(skin));
      return scale(color, hairShade(rest, 12, 0.12, seed));
    };
  };

/** Which parts of a Hereford are white: 1 where they are. */
function herefordWhite({ rest, shares, normal }: Skin, face: number, hx: number, seed: number): number {
  const [x, y, z] = rest;
  const ragged = 0.05 * fractal(9 * x, 9 * y, 9 * z, seed + 5);
  const crest =
    (shares[REGION.neck]! + shares[REGION.torso]!) *
    smoothstep(0.05, 0.025, Math.abs(z) + ragged) *
    smoothstep(0.3, 0.7, normal[1]);
  const under = (shares[REGION.neck]! + shares[REGION.torso]!) * smoothstep(-0.55, -0.75, normal[1] + 3 * ragged);
  const feet = legsOf({ rest: [x, y + ragged, z], shares }, 0.3, 0.24);
  return face * smoothstep(-0.06, 0.0, hx + ragged) + crest * smoothstep(0.3, 0.4, x) + under + feet;
}

/** White with large black patches, a mostly black head with a white blaze, white feet, a pink muzzle and udder. */
export const holsteinCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const [level, blaze] = [0.12 * (drawOf(seed, 1) - 0.5), 0.025 + 0.04 * drawOf(seed, 2)];
    return (skin) => {
      const { rest, shares, normal } = skin;
      const [x, y, z] = rest;
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const ragged = 0.05 * fractal(6 * x, 6 * y, 6 * z, seed + 4);
      const shape = fractal(1.55 * x + 3, 1.55 * y, 1.2 * z + (z > 0 ? 7 : 0), seed) + ragged;
      const patch = smoothstep(-0.015, 0.015, shape - level) * smoothstep(-0.95, -0.75, normal[1]);
      const above = 1 - legsOf(skin, 0.66, 0.58);
      const trunk = (1 - face) * patch * above * (1 - shares[REGION.tail]! * smoothstep(0.9, 0.7, y));
      const mask = face * smoothstep(blaze, blaze + 0.015, Math.abs(z) + 0.2 * ragged + (hy < 0 ? 0.1 : 0));
      const black = Math.max(trunk, mask * smoothstep(0.44, 0.4, hx), shares[REGION.ear]!);
      let color = over([0.56, 0.545, 0.51], [0.014, 0.012, 0.012], black);
      color = over(color, [0.4, 0.25, 0.21], 0.85 * face * smoothstep(0.45, 0.495, hx));
      color = over(color, PINK, udder(skin));
      return scale(color, hairShade(rest, 12, 0.06, seed));
    };
  };

/** Nearly black, thin hair over grey skin; old ones browner. */
export const buffaloCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>([0.022, 0.019, 0.017], [0.042, 0.031, 0.025], drawOf(seed, 1));
    return ({ rest, shares }) => {
      const [hx] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const mud = 0.3 * smoothstep(0.1, 0.5, fractal(3 * rest[0], 3 * rest[1], 3 * rest[2], seed + 2));
      const color = over(body, [0.13, 0.1, 0.075], mud * (1 - face));
      return scale(
        over(color, [0.012, 0.011, 0.011], face * smoothstep(0.4, 0.45, hx)),
        hairShade(rest, 14, 0.25, seed),
      );
    };
  };

/** Wool in cream to grey; the face and the legs bare, black or white. */
export const sheepCoat: CoatOf = (seed) => {
  const fleece = blend<LinearColor>([0.54, 0.5, 0.42], [0.42, 0.385, 0.32], drawOf(seed, 1));
  const bare: LinearColor = drawOf(seed, 2) < 0.6 ? [0.022, 0.019, 0.018] : [0.45, 0.41, 0.35];
  return (skin) => {
    const { rest, shares } = skin;
    const { nearest } = cells([22 * rest[0], 22 * rest[1], 22 * rest[2]], seed);
    const face = shares[REGION.head]! + shares[REGION.muzzle]! + shares[REGION.ear]! + shares[REGION.foot]!;
    return over(scale(fleece, 1.08 - 0.4 * nearest), bare, 1.3 * face + legsOf(skin, 0.37, 0.31));
  };
};

/** Fawn, brown or grey, with a dark line down the back, dark shins, and stripes from the eyes to the muzzle. */
export const goatCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const kind = drawOf(seed, 1);
    const body: LinearColor = kind < 0.45 ? [0.19, 0.115, 0.068] : kind < 0.7 ? [0.46, 0.43, 0.37] : [0.13, 0.1, 0.08];
    const dark = scale([0.06, 0.04, 0.03], kind < 0.45 ? 0.8 : kind < 0.7 ? 3 : 0.5) as unknown as LinearColor;
    return (skin) => {
      const { rest, shares, normal } = skin;
      const [hx, hy, z] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const back =
        (shares[REGION.torso]! + shares[REGION.neck]!) *
        smoothstep(0.035, 0.015, Math.abs(z)) *
        smoothstep(0, 0.5, normal[1]);
      const stripe =
        face * smoothstep(0.028, 0.016, Math.abs(hy - 0.02 + 0.1 * (hx - 0.1))) * smoothstep(0.02, 0.06, hx);
      const belly = shares[REGION.torso]! * smoothstep(-0.3, -0.8, normal[1]);
      let color = over(body, scale(body, 1.5), 0.6 * belly + 0.5 * face * (1 - stripe));
      color = over(color, dark, back + 0.8 * stripe + 0.8 * legsOf(skin, 0.3, 0.2) + 0.6 * shares[REGION.tail]!);
      return scale(color, hairShade(rest, 20, 0.3, seed));
    };
  };

/** 1 below `low` on the legs, 0 above `high`. */
function legsOf({ rest, shares }: Pick<Skin, 'rest' | 'shares'>, high: number, low: number): number {
  const legs = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
  return legs * smoothstep(high, low, rest[1]);
}

/** 1 on the udder of a cow: between the thighs, under the belly. */
function udder({ rest, shares }: Skin): number {
  const [x, y, z] = rest;
  return (
    (shares[REGION.torso]! + 0.5 * shares[REGION.hind]!) *
    smoothstep(0.67, 0.63, y) *
    smoothstep(-0.11, -0.19, x) *
    smoothstep(-0.73, -0.65, x) *
    smoothstep(0.16, 0.13, Math.abs(z))
  );
}
