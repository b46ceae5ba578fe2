// The table of trees of warm and dry countries, and of pines, which have crowns of their kind. Shapes after Coates Palgrave,
// Trees of Southern Africa (2002), and Farjon, A Handbook of the World's Conifers (2010).
import type { Vector3 } from '@diorama/geometry';
import { smoothstep } from '../../build/noise.ts';
import { furrowedBark, pineBark, smoothBark } from './bark.ts';
import { lobe } from './broad-trees.ts';
import type { CrownTable } from './crown-table.ts';

/** Umbrella thorn, Vachellia tortilis: limbs that spread like a V, under flat layers. */
export const UMBRELLA_ACACIA: CrownTable = {
  lobes: [
    lobe(0, 5.45, 0, 2.3, 0.36),
    lobe(2.6, 5, 0.6, 2.1, 0.3),
    lobe(-2.7, 5.1, -0.5, 2, 0.3),
    lobe(0.4, 4.9, 2.5, 1.9, 0.28),
    lobe(-0.2, 5, -2.5, 2, 0.28),
    lobe(1.5, 4.2, -1.3, 0.95, 0.16),
    lobe(-1.5, 4.15, 1.2, 0.95, 0.16),
  ],
  points: 850,
  step: 0.22,
  reach: 4.5,
  kill: 0.42,
  trunk: [
    [0, 0, 0],
    [0.1, 0.5, 0.05],
    [0.12, 1, 0.02],
    [0.1, 1.4, 0],
  ],
  limbs: limbsOf([2, 4.5, 0.9], [-2.1, 4.5, -0.5], [-0.1, 4.6, -1.9], [0.4, 4.6, 1.8]),
  tropism: [0, 0, 0],
  crookedness: 0.26,
  twigRadius: 0.013,
  trunkRadius: 0.27,
  leaves: {
    count: 11_400,
    length: 0.25,
    halfWidth: 0.075,
    inner: [0.04, 0.062, 0.014],
    outer: [0.16, 0.205, 0.055],
    level: 0.85,
    hanging: 0,
    clump: 0.5,
  },
  bark: furrowedBark([0.2, 0.15, 0.11], [0.06, 0.043, 0.032]),
};

/** Limbs from the acacia's fork, each to its end, bowed outwards. */
function limbsOf(...ends: readonly Vector3[]): Vector3[][] {
  return ends.map(([x, y, z]) =>
    [0, 0.33, 0.66, 1].map((t): Vector3 => {
      const out = t * (1.15 - 0.15 * t);
      return [0.1 + (x - 0.1) * out, 1.4 + (y - 1.4) * t, z * out];
    }),
  );
}

/** A bottle of a trunk; a few stubby limbs like roots, with little on them. */
export const BAOBAB: CrownTable = {
  ...UMBRELLA_ACACIA,
  lobes: [
    lobe(0, 9.3, 0, 1.9, 0.8),
    lobe(3.1, 8.2, 0.8, 1.6, 0.75),
    lobe(-3.1, 8.4, -0.7, 1.6, 0.75),
    lobe(0.6, 8.5, -2.9, 1.5, 0.7),
    lobe(-0.5, 8.3, 2.9, 1.5, 0.7),
  ],
  points: 480,
  step: 0.26,
  reach: 5,
  kill: 0.5,
  trunk: [
    [0, 0, 0],
    [0, 1.6, 0],
    [0.05, 3.2, 0.03],
    [0, 4.8, 0],
    [0, 6.3, 0],
  ],
  limbs: [
    [
      [0, 6.05, 0],
      [1.2, 6.9, 0.3],
      [2.2, 7.4, 0.6],
      [3, 8, 0.8],
    ],
    [
      [0, 6.05, 0],
      [-1.2, 7, -0.3],
      [-2.1, 7.6, -0.4],
      [-3, 8.1, -0.7],
    ],
    [
      [0, 6.05, 0],
      [0.3, 7, -1.1],
      [0.4, 7.6, -2],
      [0.6, 8.2, -2.8],
    ],
    [
      [0, 6.05, 0],
      [-0.2, 7, 1.1],
      [-0.4, 7.5, 2],
      [-0.5, 8, 2.8],
    ],
    [
      [0, 6.05, 0],
      [0.15, 7.2, 0.2],
      [-0.1, 8.2, -0.1],
      [0.1, 9, 0.1],
    ],
  ],
  crookedness: 0.36,
  twigRadius: 0.028,
  trunkRadius: 0.74,
  girth: (height) =>
    1 + 0.55 * smoothstep(7.3, 5, height) + 0.32 * smoothstep(5.6, 2.6, height) * smoothstep(-2.5, 1.6, height),
  leaves: {
    ...UMBRELLA_ACACIA.leaves,
    count: 5200,
    length: 0.27,
    halfWidth: 0.085,
    inner: [0.04, 0.075, 0.016],
    outer: [0.13, 0.19, 0.05],
    level: 0.4,
    clump: 0.8,
    spread: 0.7,
  },
  bark: { ...smoothBark([0.25, 0.21, 0.18], 0.25), furrows: 0.16, grain: 0.3 },
};

/** The Italian cypress: a dark narrow flame. */
export const CYPRESS: CrownTable = {
  ...UMBRELLA_ACACIA,
  lobes: [
    lobe(0, 2.9, 0, 0.74, 2.6),
    lobe(0.04, 4.6, 0.03, 0.85, 3.6),
    lobe(-0.04, 6.4, 0, 0.72, 3.4),
    lobe(0, 8.2, 0, 0.48, 3.2),
  ],
  freedom: 0.4,
  points: 900,
  step: 0.2,
  reach: 1.2,
  kill: 0.36,
  trunk: [
    [0, 0, 0],
    [0, 2.5, 0],
    [0, 5, 0],
    [0, 7.5, 0],
    [0, 10.4, 0],
  ],
  limbs: [],
  clear: 0.45,
  tropism: [0, 0.8, 0],
  crookedness: 0.12,
  twigRadius: 0.01,
  trunkRadius: 0.19,
  leaves: {
    count: 12_500,
    length: 0.3,
    halfWidth: 0.06,
    inner: [0.012, 0.03, 0.01],
    outer: [0.05, 0.095, 0.03],
    level: 0,
    hanging: 0,
    rising: 0.75,
    clump: 0,
    spread: 0.9,
  },
  bark: furrowedBark([0.2, 0.15, 0.115], [0.08, 0.06, 0.045]),
};

/** The Scots pine: a bare trunk, orange above, and flat clouds of needles on bent limbs. */
export const PINE: CrownTable = {
  ...UMBRELLA_ACACIA,
  lobes: [
    lobe(0.2, 9.7, 0, 1.7, 0.7),
    lobe(1.6, 8.8, 0.5, 1.45, 0.6),
    lobe(-1.5, 9, -0.5, 1.4, 0.58),
    lobe(0.3, 8.6, -1.7, 1.35, 0.55),
    lobe(-0.4, 8.4, 1.7, 1.35, 0.55),
    lobe(-1.8, 7.5, 0.7, 1.25, 0.48),
    lobe(1.8, 7.1, -0.8, 1.2, 0.45),
    lobe(0.6, 6.5, 1.3, 0.9, 0.35),
  ],
  points: 1000,
  step: 0.2,
  reach: 2.4,
  kill: 0.4,
  trunk: [
    [0, 0, 0],
    [0.1, 2.2, 0.05],
    [0.02, 4.4, 0.12],
    [0.12, 6.4, 0.02],
    [0.02, 8.2, 0.1],
    [0.1, 9.4, 0.05],
  ],
  limbs: [],
  clear: 5.6,
  tropism: [0, 0.06, 0],
  crookedness: 0.34,
  twigRadius: 0.014,
  trunkRadius: 0.26,
  girth: (height) => 1 - 0.055 * height,
  leaves: {
    count: 3500,
    length: 0.34,
    halfWidth: 0.036,
    inner: [0.016, 0.037, 0.015],
    outer: [0.075, 0.135, 0.055],
    level: 0.6,
    hanging: 0,
    rising: 0.25,
    clump: 0.6,
    spread: 0.9,
    needles: 3,
  },
  bark: pineBark(3.6),
};
