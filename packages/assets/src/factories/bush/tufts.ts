// The table of tufts: grasses, reeds, ferns, heather and flowers. Metres. Forms after Fitter et al., Collins Wild Flower Guide
// (2016), and Jermy and Camus, The Illustrated Field Guide to Ferns (1991).
import type { TuftTable } from './build-tuft.ts';

/** Dry grass that nods, some of it with ears. */
export const GRASS: TuftTable = {
  blades: 620,
  fewer: 6,
  radius: 0.15,
  height: [0.4, 0.95],
  dome: 0.2,
  halfWidth: 0.0075,
  lean: [0.1, 0.7],
  droop: 0.26,
  root: [0.1, 0.105, 0.03],
  tip: [0.42, 0.33, 0.14],
  head: { share: 0.1, kind: 'ear', colors: [[0.45, 0.34, 0.17]] },
};

/** Cattails. */
export const REEDS: TuftTable = {
  blades: 260,
  fewer: 3,
  radius: 0.42,
  height: [1, 2],
  dome: 0.15,
  halfWidth: 0.017,
  lean: [0.02, 0.3],
  droop: 0.06,
  root: [0.07, 0.115, 0.025],
  tip: [0.24, 0.27, 0.085],
  head: {
    share: 0.13,
    kind: 'spike',
    colors: [
      [0.1, 0.05, 0.022],
      [0.14, 0.075, 0.03],
    ],
  },
};

/** A shuttlecock of fronds, each a feather of feathers. */
export const FERN: TuftTable = {
  blades: 15,
  fewer: 1,
  radius: 0.06,
  height: [0.62, 1],
  dome: 0,
  halfWidth: 0.008,
  lean: [0.42, 1],
  droop: 0.4,
  root: [0.1, 0.08, 0.025],
  tip: [0.09, 0.2, 0.03],
  fronds: { pairs: 19, length: 0.31, leaflets: 10 },
};

/** A low mound of twigs, its upper half in bloom. */
export const HEATHER: TuftTable = {
  blades: 320,
  fewer: 8,
  radius: 0.34,
  height: [0.3, 0.48],
  dome: 0.5,
  halfWidth: 0.004,
  lean: [0.15, 0.6],
  droop: 0.04,
  root: [0.07, 0.055, 0.035],
  tip: [0.07, 0.1, 0.03],
  head: {
    share: 1,
    kind: 'bells',
    colors: [
      [0.27, 0.085, 0.25],
      [0.36, 0.15, 0.33],
      [0.21, 0.065, 0.2],
    ],
  },
};

/** Poppies, daisies and buttercups in a meadow's grass. */
export const FLOWERS: TuftTable = {
  blades: 240,
  fewer: 3,
  radius: 0.3,
  height: [0.26, 0.5],
  dome: 0.25,
  halfWidth: 0.007,
  lean: [0.05, 0.45],
  droop: 0.05,
  root: [0.045, 0.095, 0.02],
  tip: [0.12, 0.21, 0.045],
  head: {
    share: 0.42,
    kind: 'flower',
    colors: [
      [0.62, 0.035, 0.02],
      [0.82, 0.81, 0.78],
      [0.78, 0.55, 0.03],
      [0.14, 0.16, 0.55],
    ],
  },
};
