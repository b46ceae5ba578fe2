// The table of conifers that are cones of boughs. Shapes after Farjon, A Handbook of the World's Conifers (2010).

import { furrowedBark } from './bark.ts';
import type { ConiferTable } from './build-conifer.ts';

/** Norway spruce: layers of boughs that droop and lift their tips, with combs of hanging twigs. */
export const SPRUCE: ConiferTable = {
  height: 10,
  trunkRadius: 0.22,
  clear: 0.06,
  reach: 2.35,
  taper: 0.78,
  gap: 0.46,
  boughs: [6, 9],
  rise: -0.38,
  lift: 0.3,
  sprays: 52,
  sprayLength: 0.52,
  sprayWidth: 0.06,
  spread: 0.42,
  hanging: 0.35,
  inner: [0.01, 0.032, 0.012],
  outer: [0.045, 0.105, 0.04],
  bark: furrowedBark([0.17, 0.115, 0.085], [0.07, 0.045, 0.032], 0.06),
};

export const SNOWY_SPRUCE: ConiferTable = { ...SPRUCE, rise: -0.5, lift: 0.22, snow: 0.75 };

/** Light green tufts on long thin boughs, between which one sees the sky. */
export const LARCH: ConiferTable = {
  ...SPRUCE,
  clear: 0.13,
  reach: 2.15,
  taper: 0.75,
  gap: 0.58,
  boughs: [5, 7],
  rise: -0.12,
  lift: 0.34,
  sprays: 80,
  sprayLength: 0.25,
  sprayWidth: 0.04,
  spread: 0.24,
  hanging: 0.55,
  inner: [0.07, 0.125, 0.022],
  outer: [0.19, 0.29, 0.05],
  bark: furrowedBark([0.24, 0.165, 0.125], [0.1, 0.065, 0.05], 0.1),
};

/** Grey broken boughs on a bare trunk. */
export const DEAD_SPRUCE: ConiferTable = {
  ...SPRUCE,
  clear: 0.1,
  reach: 1.6,
  gap: 0.36,
  boughs: [3, 6],
  rise: -0.25,
  lift: -0.2,
  sprays: 0,
  bark: furrowedBark([0.3, 0.28, 0.255], [0.12, 0.105, 0.095], 0.06),
};
