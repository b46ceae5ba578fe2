// The table of horses and their like: zebra, horse, donkey.
// Proportions are from side views: Goldfinger, Animal Anatomy for Artists, 2004; heights: Nowak, Walker's Mammals of the World.
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { donkeyCoat, horseCoat, zebraCoat } from './horse-coats.ts';
import { bodyLump, longFace } from './lumps.ts';

// biome-ignore format: a row for each part of the body
const ZEBRA_HEAD = {
  headPitch: -46,
  skull: [[0, 0, 0.105, 0.085], [0.15, 0.0, 0.108, 0.088], [0.35, -0.012, 0.07, 0.055], [0.48, -0.02, 0.058, 0.053]],
  jaw: [[0.07, -0.085, 0.098, 0.055], [0.22, -0.075, 0.065, 0.045], [0.46, -0.072, 0.034, 0.04]],
  eye: { at: [0.155, 0.045], radius: 0.02, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.505, 0.006, 0.01], radius: 0.016, color: [0.01, 0.008, 0.008] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const ZEBRA: QuadrupedTable = {
  ...ZEBRA_HEAD,
  blend: 0.1,
  torso: [[-0.583, 1.04, 0.25, 0.22], [-0.263, 0.99, 0.275, 0.255], [0.132, 0.97, 0.3, 0.255], [0.414, 1.02, 0.27, 0.19]],
  neck: [[0.554, 1.14, 0.23, 0.12], [0.754, 1.4, 0.175, 0.09], [0.894, 1.6, 0.13, 0.08]],
  fore: [[0.414, 0.98, 0.17, 0.09], [0.334, 0.7, 0.105, 0.07], [0.384, 0.42, 0.056], [0.374, 0.13, 0.04], [0.424, 0.045, 0.055]],
  hind: [[-0.543, 1.02, 0.24, 0.14], [-0.443, 0.75, 0.13, 0.09], [-0.663, 0.48, 0.058], [-0.633, 0.13, 0.042], [-0.573, 0.045, 0.055]],
  spread: [0.13, 0.13],
  tail: [[-0.823, 1.16, 0.035], [-0.923, 1, 0.028], [-0.963, 0.72, 0.02]],
  tuft: { radius: 0.045, length: 0.38, locks: 22, color: [0.03, 0.03, 0.03] },
  ear: { at: [-0.02, 0.09, 0.06], tip: [0.02, 0.26, 0.085], radius: 0.045, shape: 'leaf' },
  foot: 'hoof', mane: 'upright', lies: 'tucked',
  flesh: [
    ...longFace(ZEBRA_HEAD),
    bodyLump([0.274, 1.2, 0], [0.494, 1.24, 0], [0.1, 0.11], 0.1, { flatness: 0.6 }),
    bodyLump([-0.503, 1.17, 0.06], [-0.723, 1.08, 0.07], [0.11, 0.09], 0.1, { on: 'hips' }),
  ],
  coat: zebraCoat({ neck: [[0.894, 1.6, 0]], headPitch: -46 }),
};

// biome-ignore format: a row for each part of the body
const HORSE_HEAD = {
  headPitch: -44,
  skull: [[0, 0, 0.105, 0.08], [0.16, 0.0, 0.105, 0.085], [0.37, -0.012, 0.066, 0.053], [0.52, -0.02, 0.056, 0.053]],
  jaw: [[0.08, -0.09, 0.1, 0.055], [0.24, -0.078, 0.066, 0.045], [0.5, -0.072, 0.033, 0.04]],
  eye: { at: [0.165, 0.045], radius: 0.02, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.545, 0.004, 0.01], radius: 0.017, color: [0.008, 0.006, 0.006] },
} satisfies Partial<QuadrupedTable>;

const HORSE_POLL = { neck: [[1.022, 1.86, 0]], headPitch: -44 } as const;

// biome-ignore format: a row for each part of the body
export const BAY_HORSE: QuadrupedTable = {
  ...HORSE_HEAD,
  blend: 0.1,
  torso: [[-0.626, 1.21, 0.265, 0.225], [-0.258, 1.185, 0.275, 0.25], [0.129, 1.15, 0.315, 0.255], [0.442, 1.19, 0.29, 0.19]],
  neck: [[0.602, 1.35, 0.24, 0.115], [0.852, 1.66, 0.165, 0.085], [1.022, 1.86, 0.12, 0.075]],
  fore: [[0.462, 1.13, 0.18, 0.09], [0.372, 0.82, 0.11, 0.075], [0.422, 0.49, 0.06], [0.412, 0.15, 0.043], [0.472, 0.05, 0.062]],
  hind: [[-0.566, 1.16, 0.25, 0.145], [-0.466, 0.85, 0.14, 0.095], [-0.706, 0.55, 0.063], [-0.676, 0.15, 0.045], [-0.606, 0.05, 0.062]],
  spread: [0.14, 0.14],
  tail: [[-0.816, 1.25, 0.04], [-0.926, 1.17, 0.035], [-0.976, 1, 0.03]],
  tuft: { radius: 0.085, length: 0.78, locks: 48, color: [0.015, 0.012, 0.01] },
  ear: { at: [-0.02, 0.09, 0.055], tip: [0.03, 0.23, 0.07], radius: 0.034, shape: 'leaf' },
  foot: 'hoof', mane: 'hanging', lies: 'tucked',
  flesh: [
    ...longFace(HORSE_HEAD),
    // The withers, the croup, the two muscles of the breast, and the buttocks.
    bodyLump([0.182, 1.39, 0], [0.422, 1.41, 0], [0.1, 0.12], 0.1, { flatness: 0.55 }),
    bodyLump([-0.506, 1.36, 0.05], [-0.746, 1.25, 0.07], [0.1, 0.09], 0.1, { on: 'hips' }),
    bodyLump([0.622, 1.2, 0.075], [0.562, 1.06, 0.075], [0.1, 0.08], 0.06),
  ],
  coat: horseCoat({ body: [0.09, 0.032, 0.014], points: [0.012, 0.009, 0.008] }, HORSE_POLL),
};

export const GREY_HORSE: QuadrupedTable = {
  ...BAY_HORSE,
  coat: horseCoat(
    { body: [0.27, 0.265, 0.26], points: [0.055, 0.052, 0.052], under: [0.32, 0.31, 0.3], dapples: 0.55 },
    HORSE_POLL,
  ),
  maneColor: [0.1, 0.095, 0.09],
  tuft: { ...BAY_HORSE.tuft!, color: [0.16, 0.155, 0.15] },
};

export const CHESTNUT_HORSE: QuadrupedTable = {
  ...BAY_HORSE,
  coat: horseCoat({ body: [0.13, 0.05, 0.021], points: [0.105, 0.04, 0.017], under: [0.17, 0.08, 0.036] }, HORSE_POLL),
  maneColor: [0.22, 0.11, 0.045],
  tuft: { ...BAY_HORSE.tuft!, color: [0.2, 0.1, 0.04] },
  hoofColor: [0.12, 0.085, 0.06],
};

// biome-ignore format: a row for each part of the body
const DONKEY_HEAD = {
  ...ZEBRA_HEAD,
  skull: [[0, 0, 0.11, 0.09], [0.15, 0.0, 0.112, 0.092], [0.34, -0.012, 0.08, 0.064], [0.47, -0.02, 0.066, 0.062]],
  nose: { at: [0.503, 0.008, 0.01], radius: 0.017, color: [0.02, 0.016, 0.015] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const DONKEY: QuadrupedTable = {
  ...ZEBRA, ...DONKEY_HEAD,
  torso: [[-0.558, 0.98, 0.25, 0.21], [-0.26, 0.95, 0.285, 0.26], [0.13, 0.93, 0.29, 0.255], [0.391, 0.96, 0.255, 0.18]],
  neck: [[0.531, 1.06, 0.2, 0.105], [0.731, 1.27, 0.15, 0.085], [0.871, 1.44, 0.12, 0.08]],
  fore: [[0.391, 0.92, 0.16, 0.085], [0.311, 0.66, 0.098, 0.07], [0.361, 0.4, 0.055], [0.351, 0.13, 0.04], [0.391, 0.045, 0.05]],
  hind: [[-0.518, 0.96, 0.22, 0.13], [-0.388, 0.7, 0.12, 0.085], [-0.628, 0.45, 0.056], [-0.588, 0.13, 0.041], [-0.538, 0.045, 0.05]],
  tail: [[-0.788, 1.08, 0.035], [-0.878, 0.92, 0.028], [-0.908, 0.66, 0.02]],
  tuft: { radius: 0.045, length: 0.24, locks: 20, color: [0.03, 0.025, 0.02] },
  ear: { at: [-0.02, 0.09, 0.06], tip: [-0.08, 0.42, 0.15], radius: 0.058, shape: 'leaf' },
  flesh: [
    ...longFace(DONKEY_HEAD, { nostril: 1.1 }),
    bodyLump([-0.498, 1.12, 0.05], [-0.678, 1.02, 0.06], [0.1, 0.09], 0.1, { on: 'hips' }),
  ],
  coat: donkeyCoat({ neck: [[0.871, 1.44, 0]], headPitch: -46 }),
};
