// The coats of bears and of the otter.
import type { LinearColor } from '@diorama/geometry';
import { hash, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import { clamp01, fur } from '../quadruped/coat-patterns.ts';

type CoatOf = (seed: number) => Coat;

/** Brown from blond to nearly black; legs darker, the hump and the face paler. */
export const brownBearCoat: CoatOf = (seed) => {
  const blond = hash(1, 2, 3, seed);
  const ground = blend<LinearColor>([0.06, 0.034, 0.02], [0.17, 0.1, 0.055], blond);
  return ({ rest, shares, normal }) => {
    const hair = fur(rest, 14, seed);
    const legs = (shares[REGION.fore]! + shares[REGION.hind]!) * smoothstep(0.75, 0.3, rest[1]);
    const brown = blend(ground, scale(ground, 0.4), clamp01(legs + shares[REGION.foot]!));
    const tipped = blend(
      brown,
      scale(ground, 1.7),
      0.6 * shares[REGION.torso]! * smoothstep(0.3, 1, normal[1]) * smoothstep(0, 0.4, rest[0]),
    );
    const face = blend(tipped, [0.21, 0.135, 0.08], 0.75 * shares[REGION.muzzle]!);
    return scale(face, 1 + 0.3 * hair);
  };
};

/** Creamy white, a little yellow below. */
export const polarBearCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const hair = fur(rest, 12, seed);
    const cream = clamp01(0.5 * smoothstep(0.3, -0.7, normal[1]) + 0.35 * shares[REGION.foot]! + 0.3 * hair);
    const white = blend<LinearColor>([0.6, 0.57, 0.5], [0.5, 0.43, 0.31], cream);
    return scale(blend(white, [0.3, 0.27, 0.23], 0.35 * shares[REGION.muzzle]!), 0.97 + 0.08 * hair);
  };

/** Dark brown, with a pale throat, chin and cheeks. */
export const otterCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const hair = fur(rest, 45, seed);
    const throat =
      (shares[REGION.neck]! + shares[REGION.muzzle]! + shares[REGION.head]!) * smoothstep(0.15, -0.4, normal[1]);
    const brown = blend<LinearColor>(
      [0.062, 0.037, 0.022],
      [0.3, 0.235, 0.165],
      clamp01(throat + 0.45 * smoothstep(-0.3, -0.9, normal[1])),
    );
    return scale(brown, 0.92 + 0.4 * hair);
  };
