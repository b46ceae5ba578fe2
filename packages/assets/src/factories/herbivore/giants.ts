// The table of the giants of the savanna: elephant, rhinoceros, giraffe.
// Proportions are from side views: Nowak, Walker's Mammals of the World; Estes, The Behavior Guide to African Mammals, 1991.
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { elephantCoat, giraffeCoat, rhinoCoat } from './giant-coats.ts';
import { bodyLump, headLump, longFace } from './lumps.ts';

// biome-ignore format: a row for each part of the body
export const ELEPHANT: QuadrupedTable = {
  grain: { pelt: 'hide', size: 0.9 },
  blend: 0.28,
  torso: [[-1.1, 2.08, 0.62, 0.52], [-0.4, 1.97, 0.79, 0.7], [0.4, 1.88, 0.82, 0.7], [0.95, 2.12, 0.7, 0.52]],
  neck: [[1.3, 2.42, 0.5, 0.42], [1.6, 2.58, 0.42, 0.38]],
  headPitch: 0,
  skull: [[0, 0.16, 0.44, 0.36], [0.28, 0.02, 0.36, 0.32], [0.47, -0.3, 0.26, 0.24]],
  jaw: [[0.15, -0.4, 0.25, 0.2], [0.36, -0.68, 0.13, 0.1]],
  fore: [[0.92, 1.85, 0.5, 0.28], [0.86, 1.3, 0.31], [0.92, 0.75, 0.24], [0.9, 0.3, 0.21], [0.94, 0.1, 0.25]],
  hind: [[-1, 1.85, 0.58, 0.32], [-0.82, 1.25, 0.38, 0.32], [-1.06, 0.75, 0.25], [-1.02, 0.3, 0.2], [-0.97, 0.1, 0.24]],
  spread: [0.42, 0.38],
  tail: [[-1.7, 2.28, 0.09], [-1.83, 1.8, 0.05], [-1.84, 1.2, 0.04]],
  tuft: { radius: 0.06, length: 0.3, locks: 18, color: [0.02, 0.02, 0.02] },
  ear: { at: [-0.05, 0.1, 0.36], tip: [0, 0, 0], radius: 0.5, shape: 'fan' },
  eye: { at: [0.36, 0.02], radius: 0.042, iris: [0.05, 0.025, 0.01] },
  nose: { at: [0.45, -0.3, 0], radius: 0.02, color: [0.12, 0.1, 0.09] },
  foot: 'pillar', horns: 'tusks', coat: elephantCoat, lies: 'stretched',
  trunk: [[0.52, -0.35, 0.26, 0.23], [0.72, -0.82, 0.2], [0.8, -1.32, 0.155], [0.82, -1.76, 0.125], [0.92, -2.1, 0.105], [1.12, -2.22, 0.09], [1.25, -2.1, 0.075]],
  flesh: [
    // The two domes of the forehead, brows, cheek bones, and the sockets of the tusks.
    headLump([0.02, 0.42, 0.12], [0.16, 0.3, 0.13], [0.22, 0.22], 0.14),
    headLump([0.26, 0.14, 0.24], [0.46, 0.1, 0.21], [0.1, 0.07], 0.06),
    headLump([0.1, -0.12, 0.26], [0.34, -0.2, 0.25], [0.14, 0.1], 0.09),
    headLump([0.36, -0.24, 0.17], [0.44, -0.56, 0.2], [0.15, 0.125], 0.07),
    headLump([0.46, -0.7, 0], [0.58, -0.84, 0], [0.09, 0.03], 0.06, { on: 'jaw' }),
    // An African elephant's back is hollow between shoulders and croup.
    bodyLump([0.62, 2.5, 0], [1.0, 2.56, 0], [0.3, 0.34], 0.26, { flatness: 0.8 }),
    bodyLump([-0.95, 2.46, 0], [-1.3, 2.28, 0], [0.26, 0.3], 0.24, { on: 'hips', flatness: 0.8 }),
    bodyLump([-0.3, 1.22, 0], [0.4, 1.16, 0], [0.2, 0.2], 0.25),
  ],
};

// biome-ignore format: a row for each part of the body
const RHINO_HEAD = {
  headPitch: -38,
  skull: [[0, 0.02, 0.2, 0.17], [0.2, -0.03, 0.17, 0.15], [0.5, -0.1, 0.13, 0.12], [0.7, -0.14, 0.125, 0.14]],
  jaw: [[0.08, -0.15, 0.14, 0.1], [0.36, -0.19, 0.1, 0.09], [0.66, -0.24, 0.06, 0.12]],
  eye: { at: [0.34, 0.0], radius: 0.022, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.745, -0.1, 0.03], radius: 0.03, color: [0.015, 0.013, 0.012] },
  ear: { at: [-0.08, 0.14, 0.13], tip: [-0.14, 0.36, 0.24], radius: 0.075, shape: 'leaf', face: [0.9, 0, 0.4] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const RHINO: QuadrupedTable = {
  grain: { pelt: 'hide', size: 0.7 },
  ...RHINO_HEAD, blend: 0.16,
  torso: [[-0.92, 1.2, 0.38, 0.33], [-0.4, 1.1, 0.46, 0.44], [0.2, 1.08, 0.47, 0.44], [0.62, 1.14, 0.43, 0.32]],
  neck: [[0.84, 1.22, 0.36, 0.25], [1.06, 1.22, 0.29, 0.21], [1.26, 1.18, 0.22, 0.18]],
  fore: [[0.62, 1.04, 0.28, 0.16], [0.54, 0.7, 0.19, 0.14], [0.6, 0.4, 0.13], [0.59, 0.16, 0.115], [0.62, 0.07, 0.14]],
  hind: [[-0.78, 1.08, 0.36, 0.21], [-0.6, 0.7, 0.21, 0.15], [-0.84, 0.42, 0.13], [-0.81, 0.16, 0.11], [-0.77, 0.07, 0.135]],
  spread: [0.25, 0.24],
  tail: [[-1.26, 1.36, 0.05], [-1.36, 1.1, 0.035], [-1.38, 0.8, 0.026]],
  tuft: { radius: 0.035, length: 0.14, locks: 12, color: [0.02, 0.018, 0.016] },
  foot: 'pillar', horns: 'rhino', coat: rhinoCoat, lies: 'tucked',
  flesh: [
    ...longFace(RHINO_HEAD, { cheek: 0.9, nostril: 0.9, lip: 0.9 }),
    // The square lip of a grazer, the hump of the neck, and the plates of the hide.
    headLump([0.72, -0.22, 0.07], [0.78, -0.24, 0.05], [0.07, 0.05], 0.05, { region: 'muzzle' }),
    headLump([0.62, -0.02, 0], [0.76, -0.04, 0], [0.09, 0.08], 0.06, { region: 'muzzle', flatness: 1.2 }),
    bodyLump([0.56, 1.46, 0], [0.84, 1.46, 0], [0.16, 0.18], 0.14, { flatness: 0.8 }),
    bodyLump([-0.86, 1.36, 0.1], [-1.1, 1.22, 0.12], [0.2, 0.2], 0.1, { on: 'hips' }),
    bodyLump([0.5, 1.3, 0.22], [0.56, 0.86, 0.26], [0.17, 0.14], 0.05),
    bodyLump([0.86, 1.44, 0.08], [1.0, 0.98, 0.1], [0.14, 0.12], 0.03, { region: 'neck', on: 'neck0' }),
    bodyLump([-0.7, 1.26, 0.2], [-0.62, 0.84, 0.26], [0.22, 0.16], 0.05, { on: 'hips' }),
    bodyLump([-0.3, 0.68, 0], [0.3, 0.66, 0], [0.16, 0.16], 0.14, { flatness: 1.2 }),
  ],
};

// biome-ignore format: a row for each part of the body
const GIRAFFE_HEAD = {
  headPitch: -32,
  skull: [[0, 0.05, 0.125, 0.1], [0.16, 0.05, 0.12, 0.1], [0.4, -0.015, 0.075, 0.066], [0.58, -0.04, 0.06, 0.06]],
  jaw: [[0.09, -0.07, 0.08, 0.06], [0.3, -0.08, 0.055, 0.05], [0.54, -0.1, 0.035, 0.045]],
  eye: { at: [0.2, 0.08], radius: 0.028, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.6, -0.012, 0.01], radius: 0.017, color: [0.02, 0.016, 0.014] },
  ear: { at: [-0.06, 0.08, 0.1], tip: [-0.14, 0.12, 0.36], radius: 0.06, shape: 'leaf', face: [0.9, 0, 0.4] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const GIRAFFE: QuadrupedTable = {
  ...GIRAFFE_HEAD, blend: 0.15,
  torso: [[-0.78, 2.14, 0.34, 0.27], [-0.36, 2.18, 0.41, 0.34], [0.1, 2.28, 0.48, 0.36], [0.48, 2.46, 0.45, 0.29]],
  neck: [[0.72, 2.8, 0.36, 0.19], [0.96, 3.4, 0.22, 0.13], [1.14, 3.95, 0.155, 0.11], [1.3, 4.42, 0.12, 0.095]],
  fore: [[0.48, 2.2, 0.28, 0.13], [0.4, 1.66, 0.16, 0.1], [0.46, 0.95, 0.092], [0.44, 0.22, 0.062], [0.51, 0.08, 0.095]],
  hind: [[-0.68, 2.08, 0.35, 0.18], [-0.48, 1.55, 0.21, 0.13], [-0.82, 0.98, 0.095], [-0.76, 0.22, 0.062], [-0.69, 0.08, 0.095]],
  spread: [0.19, 0.19],
  tail: [[-1.08, 2.25, 0.05], [-1.18, 1.9, 0.04], [-1.2, 1.4, 0.03]],
  tuft: { radius: 0.05, length: 0.5, locks: 20, color: [0.015, 0.012, 0.01] },
  foot: 'cloven', mane: 'upright', horns: 'ossicones', lies: 'tucked', splay: 24, walks: 'pace', straddle: 6,
  flesh: [
    ...longFace(GIRAFFE_HEAD, { cheek: 0.9, nostril: 1, lip: 1.1 }),
    // The bump of the forehead, the withers, the breast.
    headLump([0.16, 0.14, 0], [0.24, 0.12, 0], [0.06, 0.05], 0.05),
    bodyLump([0.3, 2.78, 0], [0.6, 2.9, 0], [0.16, 0.18], 0.14, { flatness: 0.6 }),
    bodyLump([0.8, 2.36, 0], [0.7, 2.1, 0], [0.18, 0.16], 0.12, { flatness: 0.9 }),
  ],
  coat: giraffeCoat({ neck: [[1.3, 4.42, 0]], headPitch: -32 }),
};
