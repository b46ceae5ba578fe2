// The table of cattle, sheep and goats.
// Proportions are from side views: Goldfinger, Animal Anatomy for Artists, 2004; Nowak, Walker's Mammals of the World.
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { brownCowCoat, buffaloCoat, goatCoat, holsteinCoat, sheepCoat } from './cattle-coats.ts';
import { bodyLump, enlargedHead, headLump, longFace } from './lumps.ts';

// biome-ignore format: a row for each part of the body
const COW_HEAD = enlargedHead({
  headPitch: -42,
  skull: [[0, 0.02, 0.13, 0.12], [0.14, 0.012, 0.122, 0.112], [0.3, -0.02, 0.09, 0.084], [0.4, -0.035, 0.084, 0.092]],
  jaw: [[0.06, -0.09, 0.092, 0.068], [0.2, -0.095, 0.072, 0.062], [0.38, -0.105, 0.046, 0.066]],
  eye: { at: [0.15, 0.052], radius: 0.024, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.45, -0.01, 0.01], radius: 0.022, color: [0.012, 0.009, 0.009] },
  ear: { at: [-0.02, 0.05, 0.11], tip: [-0.05, 0.03, 0.34], radius: 0.068, shape: 'leaf', face: [0.9, -0.2, 0.2] },
}, 1.12);
const COW_POLL = { neck: [[0.982, 1.34, 0]], headPitch: -42 } as const;

// biome-ignore format: a row for each part of the body
const COW_FLESH = [
  ...longFace(COW_HEAD, { cheek: 1, nostril: 1.1, lip: 0.9 }),
  // The poll between the horns, the broad muzzle.
  headLump([-0.05, 0.1, 0], [0.02, 0.12, 0], [0.06, 0.06], 0.05, { flatness: 1.4 }),
  // Withers, hooks and pins, the brisket and the dewlap.
  bodyLump([0.222, 1.22, 0], [0.482, 1.24, 0], [0.07, 0.09], 0.1, { flatness: 0.7 }),
  bodyLump([-0.488, 1.26, 0.14], [-0.528, 1.22, 0.18], [0.05, 0.06], 0.05, { on: 'hips' }),
  bodyLump([-0.868, 1.18, 0.06], [-0.828, 1.1, 0.07], [0.07, 0.07], 0.06, { on: 'hips' }),
  bodyLump([0.702, 0.78, 0], [0.542, 0.7, 0], [0.1, 0.09], 0.08, { flatness: 0.75 }),
  // The blades of the shoulders, and the muscles of the thighs.
  bodyLump([0.43, 1.2, 0.13], [0.56, 0.9, 0.185], [0.06, 0.09], 0.035, { flatness: 0.7 }),
  bodyLump([-0.56, 1.1, 0.17], [-0.64, 0.86, 0.18], [0.1, 0.12], 0.05, { on: 'hips', flatness: 0.7 }),
  bodyLump([-0.34, 1.02, 0.24], [0.1, 0.96, 0.26], [0.12, 0.13], 0.06, { flatness: 0.7 }),
  bodyLump([0.762, 0.92, 0], [0.922, 1.12, 0], [0.1, 0.05], 0.05, { flatness: 0.4, region: 'neck', on: 'neck0' }),
] as const;

// biome-ignore format: a row for each part of the body
export const BROWN_COW: QuadrupedTable = {
  ...COW_HEAD, blend: 0.11,
  torso: [[-0.688, 1.06, 0.27, 0.23], [-0.301, 0.99, 0.345, 0.315], [0.155, 0.955, 0.37, 0.32], [0.482, 1.0, 0.32, 0.23]],
  neck: [[0.662, 1.11, 0.25, 0.15], [0.842, 1.23, 0.195, 0.12], [0.982, 1.34, 0.145, 0.105]],
  fore: [[0.462, 0.94, 0.2, 0.11], [0.382, 0.66, 0.115, 0.085], [0.422, 0.38, 0.068], [0.412, 0.13, 0.05], [0.462, 0.05, 0.062]],
  hind: [[-0.588, 0.98, 0.26, 0.16], [-0.438, 0.68, 0.14, 0.1], [-0.708, 0.44, 0.066], [-0.668, 0.13, 0.05], [-0.608, 0.05, 0.062]],
  spread: [0.17, 0.17],
  tail: [[-0.908, 1.22, 0.035], [-0.988, 1.04, 0.026], [-0.998, 0.68, 0.02]],
  tuft: { radius: 0.04, length: 0.26, locks: 18, color: [0.03, 0.02, 0.015] },
  foot: 'cloven', horns: 'cattle', lies: 'tucked',
  flesh: [
    ...COW_FLESH,
    bodyLump([-0.388, 0.66, 0.05], [-0.528, 0.68, 0.05], [0.075, 0.07], 0.04, { on: 'hips' }),
  ],
  coat: brownCowCoat(COW_POLL),
};

// biome-ignore format: a row for each part of the body
const { horns: _, ...HORNLESS_COW } = BROWN_COW;

// biome-ignore format: a row for each part of the body
export const DAIRY_COW: QuadrupedTable = {
  ...HORNLESS_COW,
  torso: [[-0.705, 1.06, 0.25, 0.22], [-0.301, 0.99, 0.34, 0.31], [0.155, 0.98, 0.34, 0.29], [0.482, 1.02, 0.285, 0.195]],
  tuft: { radius: 0.04, length: 0.26, locks: 18, color: [0.5, 0.48, 0.44] },
  hoofColor: [0.09, 0.07, 0.055],
  flesh: [
    ...COW_FLESH,
    // A large udder with its four teats.
    bodyLump([-0.29, 0.62, 0.07], [-0.54, 0.62, 0.07], [0.11, 0.13], 0.04, { on: 'udder' }),
    bodyLump([-0.29, 0.52, 0.08], [-0.28, 0.43, 0.085], [0.03, 0.02], 0.02, { on: 'udder' }),
    bodyLump([-0.5, 0.52, 0.08], [-0.49, 0.43, 0.085], [0.03, 0.02], 0.02, { on: 'udder' }),
  ],
  coat: holsteinCoat(COW_POLL),
};

// biome-ignore format: a row for each part of the body
const BUFFALO_HEAD = {
  headPitch: -46,
  skull: [[0, 0.02, 0.14, 0.13], [0.16, 0.012, 0.13, 0.115], [0.36, -0.02, 0.095, 0.085], [0.47, -0.035, 0.09, 0.094]],
  jaw: [[0.06, -0.09, 0.095, 0.07], [0.22, -0.09, 0.075, 0.06], [0.45, -0.11, 0.045, 0.06]],
  eye: { at: [0.17, 0.045], radius: 0.022, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.52, -0.012, 0.01], radius: 0.022, color: [0.006, 0.005, 0.005] },
  ear: { at: [-0.01, -0.01, 0.13], tip: [-0.02, -0.16, 0.36], radius: 0.085, shape: 'leaf', face: [0.9, -0.2, 0.2] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const BUFFALO: QuadrupedTable = {
  ...BROWN_COW, ...BUFFALO_HEAD, horns: 'buffalo',
  torso: [[-0.694, 1.02, 0.27, 0.23], [-0.311, 0.99, 0.34, 0.31], [0.16, 0.98, 0.38, 0.32], [0.481, 1.02, 0.37, 0.25]],
  neck: [[0.661, 1.1, 0.28, 0.17], [0.841, 1.18, 0.23, 0.145], [0.981, 1.24, 0.17, 0.12]],
  fore: [[0.481, 0.92, 0.22, 0.12], [0.401, 0.62, 0.125, 0.09], [0.441, 0.36, 0.076], [0.431, 0.13, 0.058], [0.481, 0.05, 0.07]],
  hind: [[-0.594, 0.94, 0.26, 0.16], [-0.444, 0.64, 0.145, 0.1], [-0.694, 0.42, 0.074], [-0.654, 0.13, 0.057], [-0.594, 0.05, 0.07]],
  spread: [0.19, 0.18],
  tail: [[-0.914, 1.16, 0.035], [-0.994, 0.98, 0.026], [-1.004, 0.64, 0.02]],
  tuft: { radius: 0.04, length: 0.2, locks: 16, color: [0.012, 0.01, 0.009] },
  flesh: [
    ...longFace(BUFFALO_HEAD, { cheek: 1, nostril: 1.1, lip: 0.9 }),
    bodyLump([0.201, 1.28, 0], [0.501, 1.32, 0], [0.1, 0.13], 0.1, { flatness: 0.65 }),
    bodyLump([0.501, 1.3, 0], [0.721, 1.26, 0], [0.12, 0.1], 0.1, { flatness: 0.65 }),
    bodyLump([-0.514, 1.22, 0.14], [-0.554, 1.18, 0.18], [0.05, 0.06], 0.06, { on: 'hips' }),
    bodyLump([0.721, 0.76, 0], [0.541, 0.68, 0], [0.12, 0.1], 0.08, { flatness: 0.75 }),
    bodyLump([0.761, 0.88, 0], [0.921, 1, 0], [0.12, 0.07], 0.06, { flatness: 0.5, region: 'neck', on: 'neck0' }),
  ],
  coat: buffaloCoat({ neck: [[0.981, 1.24, 0]], headPitch: -46 }),
};

// biome-ignore format: a row for each part of the body
const SHEEP_HEAD = {
  headPitch: -34,
  skull: [[0, 0.015, 0.088, 0.074], [0.11, 0.008, 0.07, 0.06], [0.2, -0.012, 0.05, 0.044], [0.27, -0.025, 0.04, 0.04]],
  jaw: [[0.05, -0.05, 0.05, 0.042], [0.14, -0.055, 0.036, 0.036], [0.24, -0.062, 0.022, 0.03]],
  eye: { at: [0.115, 0.03], radius: 0.016, iris: [0.14, 0.085, 0.025] },
  nose: { at: [0.288, -0.012, 0.005], radius: 0.012, color: [0.012, 0.01, 0.01] },
  ear: { at: [-0.01, 0.03, 0.06], tip: [-0.02, -0.03, 0.2], radius: 0.04, shape: 'leaf', face: [0.9, -0.3, 0.2] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const SHEEP: QuadrupedTable = {
  ...SHEEP_HEAD, blend: 0.06,
  torso: [[-0.4, 0.6, 0.235, 0.22], [0, 0.585, 0.26, 0.25], [0.3, 0.6, 0.24, 0.205]],
  neck: [[0.44, 0.72, 0.16, 0.13], [0.53, 0.82, 0.125, 0.105], [0.6, 0.91, 0.1, 0.085]],
  fore: [[0.28, 0.55, 0.13, 0.08], [0.25, 0.38, 0.06], [0.28, 0.22, 0.034], [0.275, 0.08, 0.027], [0.305, 0.03, 0.033]],
  hind: [[-0.38, 0.55, 0.17, 0.1], [-0.3, 0.36, 0.07], [-0.45, 0.24, 0.036], [-0.42, 0.08, 0.027], [-0.385, 0.03, 0.033]],
  spread: [0.12, 0.12],
  tail: [[-0.61, 0.66, 0.06], [-0.66, 0.54, 0.05]],
  foot: 'cloven', wool: { depth: 0.032, perMetre: 13 }, coat: sheepCoat, lies: 'tucked',
  flesh: [...longFace(SHEEP_HEAD, { cheek: 0.9, nostril: 0.9 })],
};

const { wool: __, ...SHORN } = SHEEP;

// biome-ignore format: a row for each part of the body
const GOAT_HEAD = {
  headPitch: -36,
  skull: [[0, 0.01, 0.084, 0.07], [0.11, 0.004, 0.07, 0.06], [0.22, -0.012, 0.047, 0.042], [0.3, -0.022, 0.038, 0.038]],
  jaw: [[0.05, -0.05, 0.05, 0.042], [0.15, -0.054, 0.036, 0.034], [0.27, -0.058, 0.022, 0.028]],
  eye: { at: [0.115, 0.028], radius: 0.016, iris: [0.22, 0.13, 0.03] },
  nose: { at: [0.318, -0.01, 0.005], radius: 0.012, color: [0.012, 0.01, 0.01] },
  ear: { at: [-0.02, 0.03, 0.06], tip: [-0.04, 0.02, 0.22], radius: 0.042, shape: 'leaf', face: [0.9, -0.3, 0.2] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const GOAT: QuadrupedTable = {
  ...SHORN, ...GOAT_HEAD, horns: 'goat',
  torso: [[-0.4, 0.62, 0.165, 0.13], [0, 0.585, 0.195, 0.18], [0.3, 0.61, 0.185, 0.13]],
  neck: [[0.4, 0.72, 0.135, 0.085], [0.5, 0.88, 0.095, 0.065], [0.57, 0.99, 0.08, 0.058]],
  fore: [[0.29, 0.58, 0.12, 0.07], [0.25, 0.42, 0.06], [0.28, 0.25, 0.036], [0.275, 0.08, 0.027], [0.305, 0.03, 0.034]],
  hind: [[-0.38, 0.6, 0.155, 0.09], [-0.29, 0.42, 0.07], [-0.46, 0.28, 0.037], [-0.43, 0.08, 0.027], [-0.395, 0.03, 0.034]],
  spread: [0.1, 0.1],
  tail: [[-0.54, 0.72, 0.035], [-0.62, 0.8, 0.034], [-0.66, 0.88, 0.014]],
  beard: { at: [0.2, -0.085], length: 0.2, color: [0.06, 0.045, 0.035] },
  flesh: [
    ...longFace(GOAT_HEAD, { cheek: 0.9, nostril: 0.9 }),
    bodyLump([-0.36, 0.72, 0.06], [-0.46, 0.68, 0.06], [0.05, 0.05], 0.05, { on: 'hips' }),
  ],
  fur: [
    { regions: ['torso'], spacing: 0.055, length: 0.085, halfWidth: 0.014, lift: 0.12, sag: 0.6 },
    { regions: ['neck'], spacing: 0.05, length: 0.075, halfWidth: 0.012, lift: 0.12, sag: 0.5, beyond: 0.42 },
  ],
  grain: { pelt: 'shaggy', size: 0.4 },
  coat: goatCoat({ neck: [[0.57, 0.99, 0]], headPitch: -36 }),
};
