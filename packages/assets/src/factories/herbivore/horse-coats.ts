// The coats of horses and their like: zebras' bands, a bay's black points, a grey's dapples, a donkey's cross.
import { atan2, type LinearColor } from '@diorama/geometry';
import { cells, fractal, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Skin } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { band, clamp01 } from '../quadruped/coat-patterns.ts';
import { type CoatOf, drawOf, type HeadPlace, hairShade, headPlaces, over } from './coat-tools.ts';

/** Bands across barrel and neck, a fan of them at the rump, rings on the legs, a dark muzzle. */
export const zebraCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const finer = 0.92 + 0.18 * drawOf(seed, 1);
    return ({ rest, shares, along, normal }) => {
      const [x, y, z] = rest;
      const [hx, hy] = onHead(rest);
      const wobble = 0.5 * fractal(3 * x, 3 * y, 3 * z, seed);
      const rear = smoothstep(-0.05, -0.4, x);
      const barrel = band(8 * finer * (x + 0.62) + 0.8 * wobble, 0.52, 0.07);
      const rump = band(atan2(y - 0.62, 0.02 - x) * 4 * finer + 0.6 * wobble, 0.54, 0.07);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const high = smoothstep(0.62, 0.85, y);
      const flank = barrel * (1 - rear) + rump * rear;
      const stripes =
        shares[REGION.torso]! * flank +
        shares[REGION.neck]! * band(8.5 * finer * along[REGION.neck]! + 0.5 * wobble, 0.55, 0.08) +
        face * band(15 * hx + 11 * Math.abs(z) - 14 * hy + 0.4 * wobble, 0.5, 0.12) +
        shares[REGION.fore]! * (band(13 * y + 0.5 * wobble, 0.48, 0.09) * (1 - high) + barrel * high) +
        shares[REGION.hind]! * (band(12 * y + 4 * x + 0.6 * wobble, 0.5, 0.09) * (1 - high) + rump * high) +
        shares[REGION.tail]! * band(16 * along[REGION.tail]!, 0.5, 0.1) +
        shares[REGION.ear]! * smoothstep(0.6, 0.8, 0.5 + 0.5 * normal[1]) +
        1.2 * shares[REGION.foot]! * smoothstep(0.12, 0.08, y);
      // Where two patterns meet, each place is of the one color or the other.
      const clean = smoothstep(0.32, 0.62, stripes);
      const nose = face * smoothstep(0.41, 0.47, hx);
      const belly = 1 - 0.9 * shares[REGION.torso]! * smoothstep(-0.6, -0.9, normal[1]);
      return blend<LinearColor>([0.5, 0.475, 0.43], [0.014, 0.012, 0.012], clamp01(Math.max(clean, nose) * belly));
    };
  };

/** The colors of a horse. */
export interface HorseColors {
  readonly body: LinearColor;
  /** The lower legs, the muzzle and the rims of the ears. */
  readonly points: LinearColor;
  /** Paler belly, muzzle and inner legs; the body's color if left out. */
  readonly under?: LinearColor;
  /** How strong the dapples of a grey are. */
  readonly dapples?: number;
}

/** One color, dark points, and the white marks of an individual: socks of four heights, and a star, stripe or blaze. */
export const horseCoat =
  ({ body, points, under = body, dapples = 0 }: HorseColors, head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const white: LinearColor = [0.56, 0.54, 0.5];
    const socks = [0, 1, 2, 3].map((leg) => {
      const drawn = drawOf(seed, leg + 2);
      return drawn < 0.45 ? 0 : 0.12 + 0.5 * (drawn - 0.45);
    });
    const mark = drawOf(seed, 7);
    const shade = (0.7 + 0.55 * drawOf(seed, 8)) * (1 - 0.2 * dapples);
    return (skin) => {
      const { rest, shares, normal } = skin;
      const [x, y, z] = rest;
      const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.72, 0.5, y) + shares[REGION.foot]!;
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const muzzle = 0.8 * face * smoothstep(0.38, 0.52, hx);
      let color = over(scale(body, shade), under, 0.8 * smoothstep(-0.3, -0.95, normal[1]));
      if (dapples > 0) {
        const cell = cells([11 * x, 11 * y, 11 * z], seed);
        const trunk = shares[REGION.torso]! + 0.6 * shares[REGION.neck]! + 0.5 * shares[REGION.hind]!;
        color = over(color, scale(points, 0.8), dapples * trunk * smoothstep(0.25, 0.6, cell.nearest));
      }
      color = over(color, points, legs + muzzle + 0.35 * shares[REGION.ear]!);
      const wide = mark < 0.3 ? 0 : mark < 0.55 ? 0.02 : 0.038;
      const length = mark > 0.8 ? 0.6 : mark > 0.55 ? 0.42 : 0.2;
      const ragged = 0.012 * fractal(14 * x, 14 * y, 14 * z, seed);
      const blaze =
        wide === 0 || hy < 0.01
          ? 0
          : face *
            smoothstep(wide + 0.008, wide - 0.004, Math.abs(z) + ragged) *
            smoothstep(0.06, 0.09, hx) *
            smoothstep(length, length - 0.05, hx);
      color = over(color, white, blaze + sockOf(skin, socks, ragged));
      return scale(color, hairShade(rest, 9, 0.09, seed));
    };
  };

function sockOf({ rest, shares }: Skin, socks: readonly number[], ragged: number): number {
  const leg = (shares[REGION.hind]! > shares[REGION.fore]! || rest[0] < 0 ? 2 : 0) + (rest[2] > 0 ? 1 : 0);
  const height = socks[leg]!;
  const isLeg = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
  return height === 0 ? 0 : isLeg * smoothstep(height + 0.02, height - 0.02, rest[1] + 2 * ragged);
}

/** Grey or brown, with a pale muzzle, eye rings and belly, and a dark cross over the withers. */
export const donkeyCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const brown = drawOf(seed, 1);
    const body = blend<LinearColor>([0.17, 0.15, 0.135], [0.12, 0.075, 0.05], brown < 0.6 ? 0.2 * brown : brown);
    return ({ rest, shares, normal }) => {
      const [x, y, z] = rest;
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const [ex, ey] = [hx - 0.15, hy - 0.05];
      const eyeRing = face * smoothstep(0.06, 0.04, Math.sqrt(ex * ex + ey * ey));
      const pale =
        face * smoothstep(0.36, 0.43, hx) +
        0.55 * eyeRing +
        (shares[REGION.torso]! + 0.6 * shares[REGION.neck]!) * smoothstep(-0.35, -0.8, normal[1]) +
        0.5 * (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.7, 0.5, y);
      const back = shares[REGION.torso]! * smoothstep(0.035, 0.015, Math.abs(z)) * smoothstep(0.3, 0.8, normal[1]);
      const shoulder =
        (shares[REGION.torso]! + shares[REGION.fore]! + shares[REGION.neck]!) *
        smoothstep(0.04, 0.02, Math.abs(x - 0.37)) *
        smoothstep(0.85, 1, y);
      const coat = over(over(body, [0.46, 0.43, 0.38], pale), [0.03, 0.024, 0.02], Math.max(back, shoulder));
      const nostrils = face * smoothstep(0.5, 0.53, hx);
      const tips = 0.7 * shares[REGION.ear]! * smoothstep(0.2, 0.34, hy);
      return scale(over(coat, [0.05, 0.04, 0.036], 0.5 * nostrils + tips), hairShade(rest, 16, 0.12, seed));
    };
  };
