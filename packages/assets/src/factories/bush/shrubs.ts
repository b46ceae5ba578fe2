// The table of shrubs: crowns of leaves that begin at the ground. Shapes after Johnson and More, Collins Tree Guide (2004).
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { furrowedBark, smoothBark } from '../tree/bark.ts';
import { lobe } from '../tree/broad-trees.ts';
import type { CrownTable } from '../tree/crown-table.ts';

/** A green dome. */
export const LEAFY: CrownTable = {
  lobes: [
    lobe(0, 0.66, 0, 0.66, 0.62),
    lobe(0.42, 0.5, 0.2, 0.52, 0.5),
    lobe(-0.42, 0.52, -0.2, 0.5, 0.5),
    lobe(0.1, 0.48, -0.42, 0.48, 0.46),
    lobe(-0.12, 0.5, 0.42, 0.48, 0.48),
    lobe(0, 0.36, 0, 0.7, 0.34),
  ],
  freedom: 0.9,
  points: 640,
  step: 0.085,
  reach: 1.5,
  kill: 0.14,
  trunk: [
    [0, 0, 0],
    [0, 0.06, 0],
  ],
  tropism: [0, 0.05, 0],
  twigRadius: 0.005,
  trunkRadius: 0.05,
  leaves: {
    count: 8000,
    length: 0.092,
    halfWidth: 0.034,
    inner: [0.03, 0.07, 0.014],
    outer: [0.125, 0.215, 0.045],
    level: 0.1,
    hanging: 0,
    clump: 0.17,
    spread: 1.15,
  },
  bark: smoothBark([0.15, 0.11, 0.08], 0.2),
};

/** Arching twigs between few leaves, and berries. */
export const BERRY: CrownTable = {
  ...LEAFY,
  freedom: 1.1,
  leaves: {
    ...LEAFY.leaves,
    count: 5600,
    length: 0.1,
    halfWidth: 0.032,
    inner: [0.03, 0.06, 0.018],
    outer: [0.115, 0.18, 0.05],
    level: 0.3,
    clump: 0.3,
    spread: 1,
  },
  fruit: {
    count: 200,
    radius: 0.03,
    colors: [
      [0.5, 0.022, 0.02],
      [0.5, 0.022, 0.02],
      [0.06, 0.075, 0.27],
      [0.6, 0.18, 0.02],
    ],
  },
};

/** Stems that spread from the ground. */
const STEMS: readonly (readonly Vector3[])[] = [0, 1, 2, 3, 4, 5, 6].map((stem) => {
  const [x, z] = [cosDegrees(51 * stem + 13), sinDegrees(51 * stem + 13)];
  const out = 0.2 + 0.05 * (stem % 3);
  return [
    [0, 0.045, 0],
    [0.45 * out * x, 0.17, 0.45 * out * z],
    [out * x, 0.36, out * z],
  ];
});

/** Crooked grey twigs with long thorns, and small leaves: a blackthorn or a wait-a-bit thorn, on stony ground. */
export const THORN: CrownTable = {
  ...LEAFY,
  lobes: [
    lobe(0, 0.72, 0, 0.62, 0.5),
    lobe(0.5, 0.6, 0.2, 0.5, 0.42),
    lobe(-0.5, 0.62, -0.25, 0.5, 0.42),
    lobe(0.05, 0.55, -0.5, 0.42, 0.4),
  ],
  points: 360,
  limbs: STEMS,
  step: 0.1,
  kill: 0.16,
  tropism: [0, 0.12, 0],
  crookedness: 0.55,
  twigRadius: 0.008,
  trunkRadius: 0.045,
  leaves: {
    ...LEAFY.leaves,
    count: 1700,
    length: 0.05,
    halfWidth: 0.016,
    inner: [0.07, 0.085, 0.035],
    outer: [0.19, 0.21, 0.09],
    clump: 0,
    spread: 0.35,
  },
  thorns: { count: 900, length: 0.085, color: [0.5, 0.46, 0.38] },
  bark: furrowedBark([0.21, 0.195, 0.18], [0.09, 0.082, 0.074]),
};
