// The table of herbivores of other families: dromedary, pig, kangaroo.
// Proportions are from side views: Goldfinger, Animal Anatomy for Artists, 2004; Nowak, Walker's Mammals of the World.
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { bodyLump, headLump, longFace } from './lumps.ts';
import { camelCoat, kangarooCoat, pigCoat } from './other-coats.ts';

// biome-ignore format: a row for each part of the body
const CAMEL_HEAD = {
  headPitch: -14,
  skull: [[0, 0.02, 0.1, 0.082], [0.14, 0.012, 0.088, 0.076], [0.3, -0.03, 0.06, 0.052], [0.42, -0.05, 0.055, 0.05]],
  jaw: [[0.06, -0.06, 0.062, 0.05], [0.22, -0.085, 0.045, 0.042], [0.38, -0.11, 0.03, 0.04]],
  eye: { at: [0.155, 0.045], radius: 0.021, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.447, -0.018, 0.008], radius: 0.015, color: [0.02, 0.014, 0.01] },
  ear: { at: [-0.05, 0.075, 0.06], tip: [-0.1, 0.15, 0.11], radius: 0.034, shape: 'leaf' },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const DROMEDARY: QuadrupedTable = {
  ...CAMEL_HEAD, blend: 0.12,
  torso: [[-0.64, 1.36, 0.23, 0.19], [-0.28, 1.42, 0.3, 0.27], [0.14, 1.38, 0.35, 0.29], [0.5, 1.34, 0.32, 0.21]],
  // One hump; the pad of the breast.
  flesh: [
    ...longFace(CAMEL_HEAD, { cheek: 0.9, brow: 1.4, nostril: 0.9, lip: 1.2 }),
    bodyLump([-0.32, 1.68, 0], [0.14, 1.7, 0], [0.17, 0.17], 0.14, { flatness: 0.75 }),
    bodyLump([-0.12, 1.84, 0], [-0.05, 1.95, 0], [0.17, 0.1], 0.14, { flatness: 0.75 }),
    bodyLump([0.46, 1.06, 0], [0.54, 1.04, 0], [0.09, 0.08], 0.06),
    headLump([0.43, -0.085, 0.014], [0.465, -0.115, 0.012], [0.035, 0.024], 0.02, { region: 'muzzle' }),
  ],
  neck: [[0.76, 1.22, 0.19, 0.12], [1.02, 1.3, 0.13, 0.095], [1.17, 1.58, 0.11, 0.085], [1.24, 1.92, 0.095, 0.08]],
  fore: [[0.5, 1.3, 0.18, 0.1], [0.42, 0.95, 0.11, 0.075], [0.47, 0.56, 0.072], [0.46, 0.16, 0.046], [0.53, 0.05, 0.06]],
  hind: [[-0.58, 1.34, 0.21, 0.12], [-0.42, 0.96, 0.12, 0.085], [-0.72, 0.62, 0.064], [-0.67, 0.16, 0.045], [-0.59, 0.05, 0.057]],
  spread: [0.14, 0.13],
  tail: [[-0.83, 1.46, 0.035], [-0.92, 1.26, 0.026], [-0.94, 0.96, 0.02]],
  tuft: { radius: 0.04, length: 0.2, locks: 14, color: [0.06, 0.035, 0.02] },
  foot: 'cloven', hoofColor: [0.14, 0.095, 0.06], lies: 'tucked', walks: 'pace',
  coat: camelCoat({ neck: [[1.24, 1.92, 0]], headPitch: -14 }),
};

// biome-ignore format: a row for each part of the body
const PIG_HEAD = {
  headPitch: -24,
  skull: [[0, 0.03, 0.13, 0.125], [0.12, 0.01, 0.11, 0.105], [0.25, -0.03, 0.075, 0.07], [0.36, -0.045, 0.062, 0.06]],
  jaw: [[0.04, -0.08, 0.1, 0.095], [0.17, -0.09, 0.062, 0.065], [0.31, -0.1, 0.036, 0.042]],
  eye: { at: [0.155, 0.045], radius: 0.014, iris: [0.12, 0.08, 0.05] },
  nose: { at: [0.43, -0.045, 0.026], radius: 0.015, color: [0.05, 0.02, 0.018] },
  ear: { at: [-0.01, 0.12, 0.09], tip: [0.16, 0.0, 0.15], radius: 0.08, shape: 'leaf', face: [0.1, -0.6, -0.75] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const PIG: QuadrupedTable = {
  ...PIG_HEAD, blend: 0.09,
  torso: [[-0.48, 0.575, 0.225, 0.19], [-0.18, 0.6, 0.265, 0.24], [0.16, 0.58, 0.265, 0.24], [0.44, 0.575, 0.235, 0.19]],
  neck: [[0.56, 0.62, 0.21, 0.17], [0.68, 0.66, 0.165, 0.15]],
  fore: [[0.4, 0.52, 0.16, 0.09], [0.35, 0.34, 0.085, 0.068], [0.38, 0.2, 0.052], [0.375, 0.08, 0.038], [0.405, 0.032, 0.042]],
  hind: [[-0.42, 0.54, 0.22, 0.13], [-0.31, 0.35, 0.11, 0.085], [-0.47, 0.22, 0.052], [-0.44, 0.08, 0.038], [-0.405, 0.032, 0.042]],
  spread: [0.13, 0.13],
  tail: [[-0.68, 0.7, 0.03], [-0.73, 0.72, 0.018]],
  curl: { radius: 0.045, thickness: 0.016, color: [0.46, 0.27, 0.21] },
  snout: { at: [0.425, -0.045], radius: 0.066, color: [0.44, 0.21, 0.17] },
  foot: 'cloven', hoofColor: [0.12, 0.09, 0.07], lies: 'tucked',
  flesh: [
    // Jowls, brows, the wrinkled bridge.
    headLump([0.04, -0.07, 0.07], [0.14, -0.08, 0.055], [0.085, 0.07], 0.05),
    headLump([0.1, 0.07, 0.06], [0.18, 0.055, 0.05], [0.035, 0.025], 0.03),
    headLump([0.24, 0.0, 0], [0.36, -0.02, 0], [0.05, 0.05], 0.04, { region: 'muzzle' }),
    headLump([0.26, -0.12, 0], [0.33, -0.125, 0], [0.035, 0.028], 0.03, { on: 'jaw', region: 'muzzle' }),
    bodyLump([-0.46, 0.66, 0.09], [-0.6, 0.56, 0.1], [0.15, 0.13], 0.08, { on: 'hips' }),
    bodyLump([0.34, 0.52, 0.12], [0.36, 0.42, 0.13], [0.13, 0.1], 0.07),
    // Two rows of teats.
    bodyLump([-0.3, 0.32, 0.06], [0.26, 0.31, 0.06], [0.035, 0.03], 0.04),
  ],
  coat: pigCoat,
};

// biome-ignore format: a row for each part of the body
const KANGAROO_HEAD = {
  headPitch: -18,
  skull: [[0, 0.01, 0.086, 0.073], [0.1, 0.006, 0.076, 0.067], [0.2, -0.016, 0.054, 0.047], [0.275, -0.026, 0.043, 0.041]],
  jaw: [[0.04, -0.046, 0.054, 0.047], [0.14, -0.052, 0.04, 0.039], [0.245, -0.06, 0.025, 0.031]],
  eye: { at: [0.112, 0.034], radius: 0.016, iris: [0.03, 0.015, 0.01], lid: 0.3 },
  nose: { at: [0.315, -0.014, 0], radius: 0.021, color: [0.012, 0.01, 0.01] },
  ear: { at: [-0.02, 0.066, 0.05], tip: [-0.05, 0.26, 0.11], radius: 0.055, shape: 'leaf', face: [0.8, 0, 0.6] },
} satisfies Partial<QuadrupedTable>;

/** It stands on its hind legs and its tail. */
// biome-ignore format: a row for each part of the body
export const KANGAROO: QuadrupedTable = {
  ...KANGAROO_HEAD, blend: 0.07, stance: 'biped',
  torso: [[-0.2, 0.56, 0.2, 0.17], [-0.06, 0.74, 0.19, 0.17], [0.06, 0.92, 0.145, 0.13], [0.14, 1.08, 0.115, 0.1]],
  neck: [[0.18, 1.18, 0.085, 0.07], [0.22, 1.3, 0.068, 0.058], [0.26, 1.4, 0.062, 0.055]],
  fore: [[0.17, 1.04, 0.075, 0.05], [0.17, 0.86, 0.042], [0.27, 0.74, 0.03], [0.33, 0.7, 0.024], [0.37, 0.66, 0.024]],
  hind: [[-0.16, 0.52, 0.2, 0.13], [0.1, 0.42, 0.12, 0.085], [-0.24, 0.14, 0.05], [-0.2, 0.05, 0.038], [0.16, 0.028, 0.034]],
  spread: [0.09, 0.11],
  tail: [[-0.36, 0.42, 0.11], [-0.56, 0.2, 0.075], [-0.84, 0.07, 0.055], [-1.1, 0.045, 0.04], [-1.36, 0.035, 0.02]],
  foot: 'paw', lies: 'stretched',
  flesh: [...longFace(KANGAROO_HEAD, { cheek: 0.9, nostril: 0.9 })],
  coat: kangarooCoat({ neck: [[0.26, 1.4, 0]], headPitch: -18 }),
};
