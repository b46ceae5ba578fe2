// The coats of elephants, rhinoceroses and giraffes: wrinkled hides, polygons with pale joints.
import type { LinearColor } from '@diorama/geometry';
import { cells, fractal, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import { REGION } from '../../solid/round-cone.ts';
import { type CoatOf, drawOf, type HeadPlace, headPlaces, over } from './coat-tools.ts';

/** Grey with the dust of its country, wrinkles across trunk and legs, pink at ears and trunk. */
export const elephantCoat: CoatOf = (seed) => {
  const dust = blend<LinearColor>([0.2, 0.165, 0.135], [0.25, 0.15, 0.095], drawOf(seed, 1));
  return ({ rest, shares, normal }) => {
    const [x, y, z] = rest;
    const wrinkle = Math.abs(noise(7 * x, 20 * y, 7 * z, seed));
    const pink = 0.25 * shares[REGION.ear]! + 0.15 * shares[REGION.trunk]!;
    const grey = blend<LinearColor>([0.135, 0.122, 0.112], [0.27, 0.19, 0.155], pink);
    const dusty = 0.7 * smoothstep(0.2, 0.9, normal[1]) + 0.5 * smoothstep(0.7, 0.1, y);
    const hide = over(grey, dust, dusty * (0.6 + 0.6 * fractal(1.6 * x, 1.6 * y, 1.6 * z, seed + 7)));
    return scale(hide, 0.95 + 0.22 * fractal(2 * x, 2 * y, 2 * z, seed) - 0.2 * smoothstep(0.12, 0, wrinkle));
  };
};

/** Grey mud; the folds behind the shoulder, before the thigh and round the neck are dark. */
export const rhinoCoat: CoatOf = (seed) => {
  const mud = blend<LinearColor>([0.2, 0.175, 0.15], [0.22, 0.155, 0.11], drawOf(seed, 1));
  return ({ rest, shares, normal }) => {
    const [x, y, z] = rest;
    const wrinkle = Math.abs(noise(9 * x, 14 * y, 9 * z, seed));
    const dusty = 0.6 * smoothstep(0.1, 0.9, normal[1]) + 0.7 * smoothstep(0.5, 0.1, y);
    const hide = over([0.15, 0.14, 0.132], mud, dusty * (0.6 + 0.7 * fractal(2 * x, 2 * y, 2 * z, seed + 7)));
    const trunk = shares[REGION.torso]! + shares[REGION.fore]! + shares[REGION.hind]! + shares[REGION.neck]!;
    const fold = (at: number, lean: number) =>
      smoothstep(0.035, 0.008, Math.abs(x - at - lean * (y - 1) - 0.02 * noise(4 * x, 4 * y, 4 * z, seed)));
    const folds = Math.max(fold(0.24, -0.1), fold(-0.42, 0.12), fold(0.82, 0.3)) * smoothstep(0.62, 0.75, y);
    return scale(
      hide,
      0.95 + 0.2 * fractal(2 * x, 2 * y, 2 * z, seed) - 0.16 * smoothstep(0.12, 0, wrinkle) - 0.5 * trunk * folds,
    );
  };
};

/** Polygons with pale joints; shins and belly plain. */
export const giraffeCoat =
  (head: HeadPlace): CoatOf =>
  (seed) => {
    const onHead = headPlaces(head);
    const patchColor = blend<LinearColor>([0.17, 0.066, 0.024], [0.095, 0.04, 0.02], drawOf(seed, 1));
    const size = 0.85 + 0.3 * drawOf(seed, 2);
    return ({ rest, shares, normal }) => {
      const [x, y, z] = rest;
      const [hx] = onHead(rest);
      const face = shares[REGION.head]! + shares[REGION.muzzle]!;
      const legs = shares[REGION.fore]! + shares[REGION.hind]!;
      const fineness = size * (3.3 + 0.9 * (shares[REGION.neck]! + legs) + 4 * face);
      const wobble = 0.1 * noise(9 * x, 9 * y, 9 * z, seed + 5);
      // Columns across the body, so that each side shows whole polygons.
      const cell = cells([x * fineness + wobble, y * fineness * 0.8, z * fineness * 0.3 + (z > 0 ? 20 : 0)], seed);
      const fade =
        smoothstep(0.75, 1.35, y) * (1 - face * smoothstep(0.15, 0.35, hx)) * (1 - 0.8 * shares[REGION.ear]!);
      const patch =
        smoothstep(0.04, 0.075, cell.second - cell.nearest) *
        fade *
        (1 - shares[REGION.torso]! * smoothstep(-0.75, -0.95, normal[1])) *
        (1 - 0.6 * face);
      // Each patch is darkest in its middle.
      const tone = scale(patchColor, (0.85 + 0.35 * cell.id) * (1.2 - 0.45 * smoothstep(0.5, 0.1, cell.nearest)));
      const ground = over([0.45, 0.35, 0.22], [0.5, 0.43, 0.32], smoothstep(1.2, 0.6, y));
      const crest = shares[REGION.neck]! * smoothstep(0.05, 0.03, Math.abs(z)) * smoothstep(-0.2, -0.6, normal[0]);
      let color = over(blend(ground, tone, patch), [0.13, 0.055, 0.025], 0.8 * crest);
      color = over(color, [0.32, 0.23, 0.14], 0.7 * face * smoothstep(0.2, 0.4, hx));
      color = over(color, [0.12, 0.085, 0.06], 0.8 * face * smoothstep(0.56, 0.62, hx));
      return color;
    };
  };
