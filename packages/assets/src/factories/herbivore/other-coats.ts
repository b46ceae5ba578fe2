// The coats of the camel, the pig and the kangaroo.
import type { LinearColor } from '@diorama/geometry';
import { fractal, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import { REGION } from '../../solid/round-cone.ts';
import { type CoatOf, drawOf, type HeadPlace, hairShade, headPlaces, over } from './coat-tools.ts';

/** Sand, paler or darker; woolly and dark on the hump, the shoulders, the crown and the throat. */
export const camelCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>([0.34, 0.235, 0.135], [0.22, 0.125, 0.062], drawOf(seed, 1));
    return ({ rest, shares, normal }) => {
      const [, y] = rest;
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const hump = shares[REGION.torso]! * smoothstep(1.72, 1.95, y);
      const throat = shares[REGION.neck]! * smoothstep(0, -0.6, normal[1]);
      const crown = face * smoothstep(0.1, 0.02, hx) * smoothstep(0.02, 0.07, hy);
      let color = over(body, scale(body, 1.35), 0.7 * smoothstep(0.1, -0.7, normal[1]));
      color = over(color, scale(body, 0.5), 0.75 * hump + 0.7 * throat + 0.7 * crown);
      color = over(color, scale(body, 1.2), face * smoothstep(0.1, 0.25, hx));
      return scale(color, hairShade(rest, 14, 0.25 + 0.2 * hump, seed));
    };
  };

/** Pink under white bristles; some have the black saddle or the black spots of old breeds. */
export const pigCoat: CoatOf = (seed) => {
  const kind = drawOf(seed, 1);
  return ({ rest, shares, normal }) => {
    const [x, y, z] = rest;
    const face = shares[REGION.head]! + shares[REGION.muzzle]!;
    const pink = over(
      [0.5, 0.31, 0.245],
      [0.46, 0.235, 0.185],
      shares[REGION.ear]! + 0.6 * shares[REGION.muzzle]! + 0.5 * shares[REGION.foot]!,
    );
    const dirt =
      0.35 * smoothstep(0.3, 0.1, y) +
      0.3 * smoothstep(0.15, 0.5, fractal(4 * x, 4 * y, 4 * z, seed + 3)) * smoothstep(0, -0.7, normal[1]);
    const spot = smoothstep(0.2, 0.24, fractal(3.2 * x, 3.2 * y, 3.2 * z, seed)) * (1 - 0.6 * face);
    const black = kind > 0.8 ? spot : 0;
    const color = over(over(pink, [0.16, 0.115, 0.08], dirt), [0.03, 0.026, 0.025], black);
    return scale(color, hairShade(rest, 12, 0.08, seed));
  };
};

/** Red or grey fur, pale below; dark paws, tail end and muzzle, a pale stripe on the cheek. */
export const kangarooCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const body = blend<LinearColor>(
      [0.19, 0.092, 0.046],
      [0.115, 0.086, 0.066],
      smoothstep(0.35, 0.65, drawOf(seed, 1)),
    );
    return ({ rest, shares, normal }) => {
      const [hx, hy] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const trunk = shares[REGION.torso]! + shares[REGION.neck]! + 0.8 * shares[REGION.hind]!;
      const front = smoothstep(0.1, -0.55, normal[1] - 0.5 * normal[0] * shares[REGION.torso]!);
      const belly = trunk * smoothstep(-0.05, -0.6, normal[1]) + 0 * front;
      const cheek = face * smoothstep(0.035, 0.02, Math.abs(hy + 0.02)) * smoothstep(0.05, 0.1, hx);
      let color = over(
        body,
        [0.36, 0.285, 0.21],
        0.85 * belly + 0.8 * cheek + 0.5 * face * smoothstep(-0.03, -0.06, hy),
      );
      const ends = shares[REGION.foot]! + 0.6 * shares[REGION.fore]! * smoothstep(0.75, 0.5, rest[1]);
      const tip = shares[REGION.tail]! * smoothstep(-0.9, -1.3, rest[0]);
      color = over(color, [0.035, 0.026, 0.022], 0.75 * ends + 0.5 * tip + 0.8 * face * smoothstep(0.17, 0.22, hx));
      return scale(color, hairShade(rest, 18, 0.2, seed));
    };
  };
