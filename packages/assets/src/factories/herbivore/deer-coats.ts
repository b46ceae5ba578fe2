// The coats of deer and antelopes: a pale rump, a shaggy throat, a dark band on the flank.
import type { LinearColor } from '@diorama/geometry';
import { fractal, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import { REGION } from '../../solid/round-cone.ts';
import { type CoatOf, drawOf, type HeadPlace, hairShade, headPlaces, over } from './coat-tools.ts';

/** Red deer in summer: russet, a buff rump patch with a dark rim, pale chin and belly; `throat` darkens a stag's neck. */
export const deerCoat =
  (head: HeadPlace, throat: number): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>([0.17, 0.073, 0.03], [0.145, 0.074, 0.037], drawOf(seed, 1));
    return ({ rest, shares, normal }) => {
      const [x, y, z] = rest;
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const neck = shares[REGION.neck]!;
      const behind = -x + 0.25 * Math.min(0, 0.95 - y) + 0.02 * fractal(20 * x, 20 * y, 20 * z, seed);
      const rear = shares[REGION.torso]! + shares[REGION.hind]! * smoothstep(0.72, 0.86, y) + shares[REGION.tail]!;
      const rump = rear * smoothstep(0.66, 0.69, behind);
      const rim = rear * smoothstep(0.61, 0.64, behind) * (1 - rump);
      const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.55, 0.25, y);
      const dark = 0.85 * throat * neck + 0.35 * neck * smoothstep(0.2, -0.6, normal[1]) + 0.55 * legs + 0.5 * rim;
      const belly = 0.7 * shares[REGION.torso]! * smoothstep(-0.4, -0.9, normal[1]);
      let color = over(over(body, [0.28, 0.19, 0.115], belly), [0.06, 0.034, 0.021], dark);
      color = over(color, [0.48, 0.38, 0.26], rump);
      // The chin and the rims of eyes and lips are pale, the muzzle is dark.
      const chin = face * smoothstep(-0.045, -0.075, hy) * smoothstep(0.08, 0.2, hx);
      const [ex, ey] = [hx - 0.115, hy - 0.03];
      const eyeRing = 0.45 * face * smoothstep(0.045, 0.025, Math.sqrt(ex * ex + ey * ey));
      color = over(color, [0.4, 0.32, 0.23], chin + eyeRing);
      color = over(color, [0.05, 0.033, 0.024], face * smoothstep(0.3, 0.345, hx) * smoothstep(-0.06, -0.03, hy));
      return scale(
        over(color, [0.03, 0.025, 0.02], shares[REGION.foot]! * smoothstep(0.1, 0.06, y)),
        hairShade(rest, 18, 0.16, seed),
      );
    };
  };

/** Springbok: cinnamon above, white below, between them a dark band; a white face with a brown stripe through the eye. */
export const springbokCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>([0.25, 0.132, 0.062], [0.2, 0.105, 0.052], drawOf(seed, 1));
    const white: LinearColor = [0.6, 0.57, 0.5];
    return ({ rest, shares, normal }) => {
      const [x, y] = rest;
      const [hx, hy, z] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const trunk =
        shares[REGION.torso]! +
        shares[REGION.fore]! * smoothstep(0.7, 0.76, y) +
        shares[REGION.hind]! * smoothstep(0.72, 0.78, y);
      // The band rises from the elbow to the hip.
      const level = y - (0.795 - 0.1 * x) + 0.012 * fractal(12 * x, 12 * y, 12 * z, seed);
      const below = smoothstep(0.01, -0.015, level);
      const flank = trunk * smoothstep(0.095, 0.075, level) * (1 - below) * smoothstep(0.46, 0.4, x);
      const rear = (shares[REGION.torso]! + shares[REGION.hind]! + shares[REGION.tail]!) * smoothstep(0.6, 0.63, -x);
      const inner =
        0.55 *
        (shares[REGION.fore]! + shares[REGION.hind]!) *
        smoothstep(0.74, 0.6, y) *
        smoothstep(0.2, -0.5, normal[0]);
      let color = over(body, [0.055, 0.026, 0.015], flank);
      color = over(color, white, trunk * below + rear * smoothstep(0.6, 0.7, y) + inner);
      color = over(color, white, 0.8 * shares[REGION.neck]! * smoothstep(-0.2, -0.6, normal[1]));
      // From the eye to the corner of the mouth.
      const line = hy - 0.02 + 0.28 * (hx - 0.11);
      const stripe = smoothstep(0.02, 0.012, Math.abs(line)) * smoothstep(0.06, 0.08, hx) * smoothstep(0.3, 0.27, hx);
      color = over(color, white, face * (1 - 0.85 * smoothstep(0.1, 0.04, hx)));
      color = over(color, [0.06, 0.03, 0.018], face * stripe);
      color = over(color, [0.1, 0.07, 0.06], 0.8 * face * smoothstep(0.315, 0.335, hx));
      return scale(color, hairShade(rest, 20, 0.1, seed));
    };
  };

/** Nearly black brown above, paler shoulders, long grey stockings, a pale nose. */
export const mooseCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>([0.045, 0.026, 0.017], [0.028, 0.018, 0.013], drawOf(seed, 1));
    return ({ rest, shares, normal }) => {
      const [, y] = rest;
      const [hx] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const legs = shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.foot]!;
      const stockings = legs * smoothstep(0.86, 0.6, y);
      const back = 0.3 * (shares[REGION.torso]! + shares[REGION.neck]!) * smoothstep(0.2, 0.9, normal[1]);
      let color = over(body, [0.15, 0.1, 0.065], back + 0.5 * shares[REGION.ear]!);
      color = over(color, [0.22, 0.19, 0.155], stockings);
      color = over(color, [0.13, 0.1, 0.08], 0.8 * face * smoothstep(0.32, 0.5, hx));
      return scale(color, hairShade(rest, 14, 0.3, seed));
    };
  };
