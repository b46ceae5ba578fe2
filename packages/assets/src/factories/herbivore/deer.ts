// The table of deer and antelopes: red deer, moose, springbok.
// Proportions are from side views: Goldfinger, Animal Anatomy for Artists, 2004; Nowak, Walker's Mammals of the World; Estes,
// The Behavior Guide to African Mammals, 1991.
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { deerCoat, mooseCoat, springbokCoat } from './deer-coats.ts';
import { bodyLump, headLump, longFace } from './lumps.ts';

// biome-ignore format: a row for each part of the body
const DEER_HEAD = {
  headPitch: -28,
  skull: [[0, 0, 0.085, 0.07], [0.11, 0.0, 0.074, 0.064], [0.25, -0.022, 0.045, 0.04], [0.345, -0.03, 0.036, 0.036]],
  jaw: [[0.05, -0.058, 0.052, 0.042], [0.18, -0.055, 0.036, 0.034], [0.31, -0.058, 0.022, 0.028]],
  eye: { at: [0.115, 0.03], radius: 0.019, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.378, -0.016, 0], radius: 0.022, color: [0.012, 0.011, 0.011] },
  ear: { at: [-0.045, 0.05, 0.065], tip: [-0.12, 0.13, 0.24], radius: 0.05, shape: 'leaf', face: [0.8, -0.2, 0.5] },
} satisfies Partial<QuadrupedTable>;
const HIND_POLL = { neck: [[0.82, 1.5, 0]], headPitch: -28 } as const;
const STAG_POLL = { neck: [[0.84, 1.46, 0]], headPitch: -28 } as const;

// biome-ignore format: a row for each part of the body
export const HIND: QuadrupedTable = {
  ...DEER_HEAD,
  blend: 0.08,
  torso: [[-0.56, 1, 0.185, 0.145], [-0.24, 0.975, 0.195, 0.17], [0.14, 0.945, 0.225, 0.165], [0.4, 0.98, 0.205, 0.13]],
  neck: [[0.52, 1.08, 0.155, 0.09], [0.7, 1.32, 0.105, 0.07], [0.82, 1.5, 0.085, 0.062]],
  fore: [[0.42, 0.95, 0.14, 0.07], [0.34, 0.68, 0.078, 0.05], [0.38, 0.4, 0.042], [0.37, 0.12, 0.029], [0.41, 0.038, 0.036]],
  hind: [[-0.52, 0.97, 0.19, 0.11], [-0.38, 0.69, 0.09, 0.065], [-0.64, 0.46, 0.043], [-0.59, 0.12, 0.029], [-0.54, 0.038, 0.036]],
  spread: [0.1, 0.1],
  tail: [[-0.72, 1.09, 0.04], [-0.78, 0.98, 0.03]],
  foot: 'cloven', lies: 'tucked',
  flesh: [
    ...longFace(DEER_HEAD, { cheek: 0.9, nostril: 0.9 }),
    bodyLump([0.26, 1.12, 0], [0.4, 1.12, 0], [0.06, 0.07], 0.08, { flatness: 0.6 }),
    bodyLump([-0.48, 1.1, 0.05], [-0.66, 1.02, 0.06], [0.08, 0.07], 0.08, { on: 'hips' }),
  ],
  coat: deerCoat(HIND_POLL, 0),
};

// biome-ignore format: a row for each part of the body
export const STAG: QuadrupedTable = {
  ...HIND,
  torso: [[-0.58, 1, 0.19, 0.15], [-0.24, 0.98, 0.2, 0.175], [0.14, 0.96, 0.24, 0.18], [0.42, 1, 0.235, 0.15]],
  neck: [[0.55, 1.08, 0.2, 0.12], [0.73, 1.28, 0.155, 0.105], [0.84, 1.46, 0.105, 0.08]],
  flesh: [
    ...longFace(DEER_HEAD, { cheek: 1 }),
    bodyLump([0.26, 1.16, 0], [0.42, 1.17, 0], [0.07, 0.08], 0.08, { flatness: 0.6 }),
    bodyLump([-0.48, 1.1, 0.05], [-0.66, 1.02, 0.06], [0.08, 0.07], 0.08, { on: 'hips' }),
    // The mane of the rut hangs under the neck.
    bodyLump([0.62, 1.08, 0], [0.78, 1.24, 0], [0.14, 0.12], 0.06, { on: 'neck0', flatness: 0.75, region: 'neck' }),
    bodyLump([0.74, 1.2, 0], [0.86, 1.36, 0], [0.11, 0.06], 0.05, { on: 'neck1', flatness: 0.75, region: 'neck' }),
  ],
  fur: [{ regions: ['neck'], spacing: 0.055, length: 0.1, halfWidth: 0.016, lift: 0.2, sag: 0.55, beyond: 0.4 }],
  horns: 'antlers', coat: deerCoat(STAG_POLL, 1),
};

// biome-ignore format: a row for each part of the body
const SPRINGBOK_HEAD = {
  headPitch: -30,
  skull: [[0, 0, 0.085, 0.07], [0.1, 0.0, 0.074, 0.064], [0.22, -0.02, 0.047, 0.042], [0.31, -0.028, 0.036, 0.036]],
  jaw: [[0.05, -0.055, 0.05, 0.042], [0.16, -0.055, 0.036, 0.034], [0.28, -0.056, 0.022, 0.028]],
  eye: { at: [0.11, 0.03], radius: 0.02, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.342, -0.014, 0], radius: 0.018, color: [0.03, 0.022, 0.02] },
  ear: { at: [-0.045, 0.05, 0.06], tip: [-0.14, 0.17, 0.19], radius: 0.04, shape: 'leaf', face: [0.8, -0.2, 0.5] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const SPRINGBOK: QuadrupedTable = {
  ...HIND, ...SPRINGBOK_HEAD,
  torso: [[-0.5, 0.97, 0.165, 0.13], [-0.22, 0.945, 0.165, 0.15], [0.12, 0.92, 0.195, 0.15], [0.36, 0.95, 0.18, 0.12]],
  neck: [[0.46, 1.04, 0.125, 0.08], [0.6, 1.24, 0.085, 0.062], [0.68, 1.42, 0.075, 0.06]],
  fore: [[0.38, 0.93, 0.125, 0.065], [0.31, 0.68, 0.066, 0.045], [0.35, 0.41, 0.036], [0.34, 0.12, 0.025], [0.38, 0.036, 0.033]],
  hind: [[-0.46, 0.95, 0.165, 0.1], [-0.33, 0.69, 0.08, 0.06], [-0.58, 0.47, 0.038], [-0.53, 0.12, 0.025], [-0.48, 0.036, 0.033]],
  spread: [0.09, 0.09],
  tail: [[-0.64, 1.05, 0.03], [-0.72, 0.92, 0.02], [-0.73, 0.78, 0.014]],
  tuft: { radius: 0.02, length: 0.12, locks: 10, color: [0.03, 0.02, 0.015] },
  flesh: [
    ...longFace(SPRINGBOK_HEAD, { cheek: 0.9, nostril: 0.9 }),
    bodyLump([-0.42, 1.05, 0.05], [-0.58, 0.97, 0.06], [0.075, 0.065], 0.07, { on: 'hips' }),
  ],
  horns: 'lyre', coat: springbokCoat({ neck: [[0.68, 1.42, 0]], headPitch: -30 }),
};

// biome-ignore format: a row for each part of the body
const MOOSE_HEAD = {
  headPitch: -30,
  skull: [[0, 0, 0.1, 0.085], [0.16, 0, 0.085, 0.075], [0.42, -0.015, 0.07, 0.055], [0.6, -0.05, 0.088, 0.066]],
  jaw: [[0.06, -0.075, 0.075, 0.055], [0.28, -0.075, 0.05, 0.042], [0.52, -0.115, 0.034, 0.04]],
  eye: { at: [0.15, 0.035], radius: 0.017, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.635, -0.02, 0.01], radius: 0.02, color: [0.008, 0.007, 0.007] },
  ear: { at: [-0.05, 0.07, 0.07], tip: [-0.12, 0.16, 0.24], radius: 0.048, shape: 'leaf', face: [0.8, -0.2, 0.5] },
} satisfies Partial<QuadrupedTable>;

// biome-ignore format: a row for each part of the body
export const MOOSE: QuadrupedTable = {
  ...HIND, ...MOOSE_HEAD,
  torso: [[-0.56, 1.16, 0.2, 0.16], [-0.24, 1.17, 0.24, 0.19], [0.14, 1.18, 0.29, 0.2], [0.42, 1.2, 0.28, 0.16]],
  neck: [[0.58, 1.24, 0.22, 0.12], [0.76, 1.36, 0.175, 0.105], [0.9, 1.46, 0.135, 0.09]],
  fore: [[0.42, 1.1, 0.17, 0.085], [0.34, 0.8, 0.092, 0.06], [0.38, 0.46, 0.05], [0.37, 0.14, 0.034], [0.42, 0.044, 0.048]],
  hind: [[-0.52, 1.12, 0.2, 0.12], [-0.38, 0.8, 0.1, 0.07], [-0.66, 0.53, 0.05], [-0.61, 0.14, 0.034], [-0.55, 0.044, 0.048]],
  spread: [0.115, 0.11],
  tail: [[-0.74, 1.24, 0.035], [-0.79, 1.14, 0.025]],
  flesh: [
    ...longFace(MOOSE_HEAD, { cheek: 0.9, nostril: 1.1, lip: 1 }),
    // The hump over the shoulders.
    bodyLump([0.14, 1.38, 0], [0.42, 1.42, 0], [0.13, 0.15], 0.1, { flatness: 0.6 }),
    bodyLump([0.42, 1.42, 0], [0.62, 1.36, 0], [0.14, 0.12], 0.1, { flatness: 0.6 }),
    bodyLump([-0.48, 1.26, 0.05], [-0.64, 1.18, 0.06], [0.08, 0.07], 0.08, { on: 'hips' }),
    // The nose hangs over the mouth; the bell under the throat.
    headLump([0.46, 0.04, 0], [0.6, 0.0, 0], [0.055, 0.07], 0.05, { region: 'muzzle' }),
    headLump([0.6, -0.06, 0], [0.645, -0.12, 0], [0.075, 0.05], 0.03, { region: 'muzzle', flatness: 0.8 }),
    headLump([0.2, -0.1, 0], [0.29, -0.29, 0], [0.07, 0.045], 0.03, { on: 'jaw', flatness: 0.5 }),
  ],
  fur: [{ regions: ['neck'], spacing: 0.07, length: 0.1, halfWidth: 0.018, lift: 0.14, sag: 0.5, beyond: 0.6 }],
  horns: 'palms', coat: mooseCoat({ neck: [[0.9, 1.46, 0]], headPitch: -30 }),
};
