// The table of broad trees without leaves.
import { furrowedBark } from './bark.ts';
import { OAK } from './broad-trees.ts';
import type { CrownTable } from './crown-table.ts';

/** An oak in winter. */
export const BARE_TREE: CrownTable = {
  ...OAK,
  points: 2100,
  step: 0.22,
  kill: 0.31,
  crookedness: 0.36,
  twigRadius: 0.009,
  leaves: { ...OAK.leaves, count: 0 },
  bark: furrowedBark([0.17, 0.15, 0.125], [0.05, 0.042, 0.034], 0.16),
};

/** A tree long dead: grey, crooked, its twigs and many limbs broken off. */
export const DEAD_TREE: CrownTable = {
  ...OAK,
  freedom: 1.6,
  points: 95,
  step: 0.3,
  reach: 3.2,
  kill: 0.8,
  clear: 2,
  tropism: [0, 0.15, 0],
  crookedness: 0.6,
  twigRadius: 0.034,
  trunkRadius: 0.36,
  leaves: { ...OAK.leaves, count: 0 },
  bark: furrowedBark([0.3, 0.285, 0.265], [0.1, 0.092, 0.084], 0.2),
};
