// The table of trees of temperate woods with a crown of leaves. Shapes after Coombes, Trees (1992), and the growth forms in
// Johnson and More, Collins Tree Guide (2004); colors are albedos of leaves in summer.
import { BIRCH_BARK, furrowedBark, smoothBark } from './bark.ts';
import type { CrownTable, Lobe } from './crown-table.ts';

export const lobe = (x: number, y: number, z: number, radius: number, halfHeight: number): Lobe => ({
  center: [x, y, z],
  radius,
  halfHeight,
});

/** Broad, of billows, on crooked limbs. */
export const OAK: CrownTable = {
  lobes: [
    lobe(0, 5.7, 0, 2.7, 2.3),
    lobe(2.5, 4.5, 0.9, 2, 1.45),
    lobe(-2.6, 4.8, -0.7, 1.95, 1.4),
    lobe(0.4, 4.2, -2.5, 1.9, 1.4),
    lobe(-0.6, 4.3, 2.5, 1.9, 1.4),
    lobe(0.7, 7.4, 0.3, 1.7, 1.25),
  ],
  points: 1100,
  step: 0.26,
  reach: 2.6,
  kill: 0.5,
  trunk: [
    [0, 0, 0],
    [0.06, 0.8, 0.02],
    [0.02, 1.6, 0.08],
    [0.1, 2.3, 0.05],
  ],
  clear: 1.7,
  tropism: [0, 0.08, 0],
  crookedness: 0.3,
  twigRadius: 0.016,
  trunkRadius: 0.42,
  leaves: {
    count: 11_200,
    length: 0.27,
    halfWidth: 0.085,
    inner: [0.03, 0.07, 0.012],
    outer: [0.11, 0.185, 0.035],
    level: 0.1,
    hanging: 0,
    clump: 1,
    spread: 1,
  },
  bark: furrowedBark([0.17, 0.14, 0.105], [0.045, 0.035, 0.026], 0.16),
};

/** A tall dome down to low branches, on a smooth grey trunk. */
export const BEECH: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 6, 0, 2.7, 3.4),
    lobe(1.5, 4.5, 0.5, 2, 2.1),
    lobe(-1.5, 4.7, -0.4, 2, 2.1),
    lobe(0.1, 4.4, -1.4, 1.9, 1.9),
    lobe(-0.1, 4.6, 1.5, 1.9, 1.9),
    lobe(0.5, 8.1, 0.3, 1.8, 1.7),
    lobe(-0.6, 8, -0.3, 1.7, 1.6),
  ],
  points: 1150,
  clear: 1.9,
  tropism: [0, 0.25, 0],
  crookedness: 0.18,
  leaves: {
    ...OAK.leaves,
    length: 0.26,
    halfWidth: 0.09,
    inner: [0.035, 0.09, 0.014],
    outer: [0.13, 0.25, 0.035],
    level: 0.45,
    clump: 0.75,
  },
  bark: smoothBark([0.26, 0.255, 0.235], 0.8),
  trunkRadius: 0.36,
};

/** Slender and airy, with hanging twigs. */
export const BIRCH: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 5.6, 0, 1.35, 2.7),
    lobe(0.75, 4.2, 0.4, 1.15, 1.5),
    lobe(-0.75, 4.7, -0.4, 1.15, 1.7),
    lobe(0.1, 3.7, -0.8, 0.9, 1.2),
    lobe(0.1, 7.9, 0, 0.85, 1.5),
  ],
  points: 800,
  step: 0.22,
  reach: 1.6,
  kill: 0.38,
  trunk: [
    [0, 0, 0],
    [0.05, 1.4, 0.03],
    [0, 2.8, 0.06],
    [0.06, 4.2, 0.02],
    [0.02, 5.6, 0.04],
    [0.08, 6.8, 0],
  ],
  clear: 2.3,
  tropism: [0, 0.22, 0],
  crookedness: 0.2,
  twigRadius: 0.008,
  trunkRadius: 0.17,
  girth: (height) => Math.max(0.3, 1.1 - 0.11 * height),
  leaves: {
    count: 10_500,
    length: 0.19,
    halfWidth: 0.07,
    inner: [0.06, 0.115, 0.018],
    outer: [0.2, 0.29, 0.05],
    level: 0,
    hanging: 0.5,
    clump: 0.45,
    shoots: { count: 900, length: [0.25, 1.1], share: 0.7 },
  },
  bark: BIRCH_BARK,
};

/** The Lombardy poplar: a column of steep branches. */
export const POPLAR: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 3.4, 0, 0.95, 2.6),
    lobe(0.15, 6, 0.1, 1.1, 3),
    lobe(-0.15, 7.2, 0, 1, 3),
    lobe(0, 9.8, 0, 0.62, 2.8),
  ],
  freedom: 0.6,
  points: 1000,
  step: 0.24,
  reach: 1.4,
  kill: 0.42,
  trunk: [
    [0, 0, 0],
    [0, 2.5, 0],
    [0, 5, 0],
    [0, 7.5, 0],
    [0, 11, 0],
  ],
  clear: 0.7,
  tropism: [0, 0.75, 0],
  crookedness: 0.15,
  trunkRadius: 0.3,
  twigRadius: 0.012,
  leaves: {
    ...OAK.leaves,
    count: 11_000,
    length: 0.23,
    halfWidth: 0.085,
    inner: [0.03, 0.075, 0.013],
    outer: [0.12, 0.21, 0.04],
    level: 0,
    rising: 0.55,
    clump: 0.6,
  },
  bark: furrowedBark([0.2, 0.18, 0.15], [0.08, 0.07, 0.055]),
};

/** The weeping willow: a dome whose curtains nearly reach the ground. */
export const WILLOW: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 5.5, 0, 2.2, 1.3),
    lobe(2.1, 4.7, 0.7, 1.5, 1.1),
    lobe(-2.1, 4.8, -0.7, 1.5, 1.1),
    lobe(0.4, 4.7, -2.1, 1.5, 1.1),
    lobe(-0.4, 4.7, 2.1, 1.5, 1.1),
  ],
  points: 900,
  step: 0.26,
  kill: 0.42,
  clear: 1.3,
  tropism: [0, 0.05, 0],
  leaves: {
    count: 11_800,
    length: 0.36,
    halfWidth: 0.048,
    inner: [0.05, 0.09, 0.018],
    outer: [0.19, 0.27, 0.06],
    level: 0,
    hanging: 0.8,
    clump: 0,
    shoots: { count: 520, length: [1.2, 4.4], share: 0.84 },
  },
  bark: furrowedBark([0.22, 0.19, 0.14], [0.07, 0.056, 0.04], 0.14),
};

/** A low round crown full of apples. */
export const APPLE: CrownTable = {
  ...OAK,
  lobes: [
    lobe(0, 2.7, 0, 1.5, 1.1),
    lobe(1.05, 2.3, 0.4, 1.05, 0.8),
    lobe(-1.05, 2.4, -0.3, 1.05, 0.8),
    lobe(0.1, 2.3, -1.05, 1, 0.75),
    lobe(-0.2, 2.35, 1.05, 1, 0.75),
  ],
  points: 700,
  step: 0.16,
  reach: 1.6,
  kill: 0.3,
  trunk: [
    [0, 0, 0],
    [0.04, 0.4, 0.02],
    [-0.02, 0.8, 0.05],
    [0.05, 1.2, 0],
  ],
  clear: 0.9,
  crookedness: 0.34,
  twigRadius: 0.009,
  trunkRadius: 0.16,
  leaves: {
    ...OAK.leaves,
    count: 9500,
    length: 0.16,
    halfWidth: 0.052,
    inner: [0.035, 0.075, 0.018],
    outer: [0.13, 0.21, 0.05],
    clump: 0.55,
  },
  fruit: {
    count: 70,
    radius: 0.06,
    colors: [
      [0.5, 0.035, 0.02],
      [0.55, 0.07, 0.025],
      [0.55, 0.4, 0.05],
    ],
  },
  bark: furrowedBark([0.19, 0.165, 0.14], [0.07, 0.06, 0.05]),
};
