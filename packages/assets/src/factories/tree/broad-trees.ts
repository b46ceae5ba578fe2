// The table of trees with a crown of leaves. Shapes after Coombes, Trees (1992), and field photographs' proportions.
import type { LinearColor } from '@diorama/geometry';
import { scale } from '../../build/vectors.ts';
import type { CrownTable, Lobe } from './crown-table.ts';

const lobe = (x: number, y: number, z: number, radius: number, halfHeight: number): Lobe => ({
  center: [x, y, z],
  radius,
  halfHeight,
});

/** One color, lighter and darker by the grain. */
const plainBark =
  (color: LinearColor) =>
  (_: number, grain: number): LinearColor =>
    scale(color, 0.8 + 0.4 * grain);

export const OAK: CrownTable = {
  lobes: [
    lobe(0, 5.6, 0, 3, 2.5),
    lobe(1.9, 4.4, 0.8, 2.2, 1.7),
    lobe(-2, 4.6, -0.6, 2.1, 1.6),
    lobe(0.2, 4.2, -2, 2, 1.6),
    lobe(-0.4, 4.1, 2, 2, 1.6),
    lobe(0.2, 7.1, 0.2, 1.8, 1.4),
  ],
  points: 1300,
  step: 0.24,
  reach: 2.4,
  kill: 0.45,
  trunk: [
    [0, 0, 0],
    [0.06, 0.8, 0.02],
    [0.02, 1.6, 0.08],
    [0.1, 2.4, 0.05],
  ],
  tropism: [0, 0.1, 0],
  twigRadius: 0.014,
  trunkRadius: 0.4,
  leaves: {
    count: 5600,
    length: 0.36,
    halfWidth: 0.13,
    inner: [0.045, 0.11, 0.018],
    outer: [0.12, 0.2, 0.035],
    level: 0,
    hanging: 0,
  },
  bark: plainBark([0.13, 0.1, 0.075]),
  center: [0, 4.2, 0],
};

export const BEECH: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 6.2, 0, 2.6, 3.4),
    lobe(1.3, 4.8, 0.5, 1.9, 2),
    lobe(-1.3, 5, -0.4, 1.9, 2),
    lobe(0.1, 8.4, 0.1, 1.5, 1.8),
  ],
  leaves: { ...OAK.leaves, length: 0.3, halfWidth: 0.11, inner: [0.05, 0.13, 0.02], outer: [0.15, 0.26, 0.04] },
  bark: plainBark([0.24, 0.23, 0.21]),
  trunkRadius: 0.34,
  center: [0, 5, 0],
};

export const BIRCH: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 5.4, 0, 1.5, 3),
    lobe(0.6, 4.2, 0.4, 1.3, 1.6),
    lobe(-0.6, 4.6, -0.4, 1.3, 1.8),
    lobe(0.1, 7.8, 0, 0.9, 1.6),
  ],
  points: 1000,
  step: 0.2,
  kill: 0.36,
  trunk: [
    [0, 0, 0],
    [0.05, 1.4, 0.03],
    [0, 2.8, 0.06],
    [0.06, 4.2, 0.02],
    [0.02, 5.6, 0.04],
  ],
  tropism: [0, 0.12, 0],
  twigRadius: 0.009,
  trunkRadius: 0.15,
  leaves: {
    count: 4600,
    length: 0.2,
    halfWidth: 0.085,
    inner: [0.08, 0.15, 0.025],
    outer: [0.2, 0.3, 0.05],
    level: 0,
    hanging: 0.45,
  },
  // White, with dark scars across, and dark at the foot.
  bark: (height, grain) =>
    height < 0.35 || grain > 0.82 ? [0.06, 0.055, 0.05] : height > 5.5 ? [0.2, 0.15, 0.12] : [0.72, 0.7, 0.65],
  center: [0, 5, 0],
};

export const POPLAR: CrownTable = {
  ...OAK,
  lobes: [lobe(0, 4, 0, 1.05, 2.8), lobe(0, 7, 0, 1.1, 3.2), lobe(0, 10, 0, 0.75, 2.6)],
  points: 1200,
  step: 0.22,
  kill: 0.4,
  trunk: [
    [0, 0, 0],
    [0, 2.5, 0],
    [0, 5, 0],
    [0, 7.5, 0],
    [0, 10, 0],
  ],
  tropism: [0, 0.9, 0],
  trunkRadius: 0.3,
  leaves: { ...OAK.leaves, length: 0.28, halfWidth: 0.11, inner: [0.05, 0.12, 0.02], outer: [0.13, 0.23, 0.045] },
  bark: plainBark([0.17, 0.15, 0.12]),
  center: [0, 5.5, 0],
};

export const WILLOW: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 5, 0, 2.4, 1.5),
    lobe(1.9, 4, 0.6, 1.7, 1.4),
    lobe(-1.9, 4.1, -0.6, 1.7, 1.4),
    lobe(0.3, 4, -1.8, 1.7, 1.4),
    lobe(-0.3, 4, 1.8, 1.7, 1.4),
  ],
  tropism: [0, -0.25, 0],
  leaves: {
    count: 6400,
    length: 0.85,
    halfWidth: 0.055,
    inner: [0.09, 0.15, 0.03],
    outer: [0.22, 0.3, 0.07],
    level: 0,
    hanging: 0.82,
  },
  center: [0, 3.6, 0],
};

/** Umbrella acacia, Vachellia tortilis: limbs that spread like a V, under flat layers. */
export const UMBRELLA_ACACIA: CrownTable = {
  lobes: [
    lobe(0, 5.35, 0, 2.6, 0.5),
    lobe(2.4, 4.95, 0.6, 2.2, 0.42),
    lobe(-2.5, 5, -0.5, 2.1, 0.42),
    lobe(0.4, 4.9, 2.4, 2, 0.4),
    lobe(-0.2, 4.85, -2.4, 2.1, 0.4),
  ],
  points: 900,
  step: 0.2,
  reach: 4.5,
  kill: 0.4,
  trunk: [
    [0, 0, 0],
    [0.1, 0.5, 0.05],
    [0.12, 1, 0.02],
    [0.1, 1.4, 0],
  ],
  limbs: [
    [
      [0.1, 1.4, 0],
      [0.7, 2.5, 0.3],
      [1.3, 3.6, 0.6],
      [2, 4.5, 0.9],
    ],
    [
      [0.1, 1.4, 0],
      [-0.6, 2.4, 0.1],
      [-1.3, 3.5, -0.2],
      [-2.1, 4.5, -0.5],
    ],
    [
      [0.1, 1.4, 0],
      [0.1, 2.6, -0.6],
      [0.2, 3.7, -1.1],
      [-0.1, 4.6, -1.9],
    ],
    [
      [0.1, 1.4, 0],
      [0.2, 2.7, 0.5],
      [0, 3.8, 1],
      [0.4, 4.6, 1.8],
    ],
  ],
  tropism: [0, 0, 0],
  twigRadius: 0.014,
  trunkRadius: 0.26,
  leaves: {
    count: 5600,
    length: 0.28,
    halfWidth: 0.085,
    inner: [0.075, 0.12, 0.025],
    outer: [0.17, 0.22, 0.055],
    level: 0.85,
    hanging: 0,
  },
  bark: plainBark([0.17, 0.12, 0.085]),
  center: [0, 2, 0],
};

/** A broad tree in winter. */
export const BARE_TREE: CrownTable = {
  ...OAK,
  points: 1500,
  step: 0.22,
  kill: 0.34,
  leaves: { ...OAK.leaves, count: 0 },
  bark: plainBark([0.16, 0.135, 0.11]),
};
