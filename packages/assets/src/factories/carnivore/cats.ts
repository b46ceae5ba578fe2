// The table of cats, at the lion's scale: every model is brought to height 1.
// Proportions are from side views: Nowak, Walker's Mammals of the World; Goldfinger, Animal Anatomy for Artists, 2004;
// Sunquist and Sunquist, Wild Cats of the World, 2002.
import type { Ear, Eye, Flesh, Fur, QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { cheetahCoat, leopardCoat, lionCoat, tabbyCoat, tigerCoat } from './cat-coats.ts';
import { onHead, onMuzzle } from './lumps.ts';
import { type Head, resizeHead } from './resize.ts';

const BIG_EYE: Eye = { at: [0.19, 0.04], radius: 0.021, iris: [0.18, 0.095, 0.02], slant: 16, lid: 0.6 };
const ROUND_EAR: Ear = {
  at: [-0.01, 0.125, 0.1],
  tip: [-0.03, 0.198, 0.146],
  radius: 0.055,
  shape: 'round',
  face: [0.85, -0.1, 0.35],
};

/** A flat forehead, a long broad nose, full whisker pads, a strong chin. */
// biome-ignore format: a row for each part of the head
const BIG_HEAD: Head = {
  skull: [[0.02, 0.02, 0.135, 0.138], [0.11, 0.035, 0.108, 0.12], [0.185, -0.01, 0.086, 0.09], [0.285, -0.05, 0.07, 0.082]],
  jaw: [[0.08, -0.09, 0.085, 0.1], [0.262, -0.122, 0.055, 0.068]],
  flesh: [
    onHead([0.03, -0.02, 0.09], [0.14, -0.035, 0.092], [0.08, 0.056], 0.05), // cheekbone
    onHead([0.11, 0.088, 0.052], [0.175, 0.074, 0.065], [0.036, 0.024], 0.03), // brow
    onHead([0.15, 0.05, 0], [0.325, -0.008, 0], [0.055, 0.048], 0.03), // bridge
    onMuzzle([0.245, -0.066, 0.045], [0.3, -0.076, 0.044], [0.062, 0.058], 0.018), // whisker pads
    onMuzzle([0.255, -0.145, 0], [0.288, -0.15, 0], [0.05, 0.046], 0.03), // chin
  ],
  ear: ROUND_EAR,
  eye: BIG_EYE,
  nose: { at: [0.36, -0.018, 0], radius: 0.03, color: [0.075, 0.034, 0.03] },
};

/** A round skull, a short face, large eyes. */
// biome-ignore format: a row for each part of the head
const SMALL_HEAD: Head = {
  skull: [[0, 0.02, 0.125, 0.122], [0.09, 0.04, 0.112, 0.115], [0.16, -0.01, 0.076, 0.08], [0.225, -0.048, 0.052, 0.062]],
  jaw: [[0.06, -0.07, 0.072, 0.086], [0.2, -0.1, 0.04, 0.05]],
  flesh: [
    onHead([0.02, -0.02, 0.075], [0.12, -0.035, 0.075], [0.07, 0.05], 0.045),
    onHead([0.13, 0.045, 0], [0.245, -0.018, 0], [0.042, 0.032], 0.03),
    onMuzzle([0.2, -0.062, 0.03], [0.238, -0.068, 0.03], [0.043, 0.04], 0.015),
    onMuzzle([0.2, -0.114, 0], [0.224, -0.116, 0], [0.035, 0.03], 0.025),
  ],
  ear: { ...ROUND_EAR, at: [-0.01, 0.105, 0.085], tip: [-0.03, 0.175, 0.13], radius: 0.052 },
  eye: { at: [0.158, 0.036], radius: 0.021, iris: [0.3, 0.16, 0.02], slant: 18, lid: 0.25 },
  nose: { at: [0.272, -0.03, 0], radius: 0.023, color: [0.02, 0.015, 0.015] },
};

/** The hair of cats lies close; a fringe shows at the throat and under the belly. */
const CHEEKS: readonly Flesh[] = [onHead([0, -0.06, 0.1], [0.06, -0.1, 0.11], [0.075, 0.05], 0.04)];

// biome-ignore format: a row for each part of the body
const LIONESS: QuadrupedTable = {
  blend: 0.1,
  torso: [[-0.7, 0.87, 0.195, 0.155], [-0.3, 0.85, 0.19, 0.16], [0.12, 0.81, 0.25, 0.185], [0.46, 0.84, 0.25, 0.18]],
  neck: [[0.62, 0.94, 0.195, 0.15], [0.84, 1.06, 0.155, 0.135]],
  headPitch: -14,
  ...resizeHead(BIG_HEAD, 1.06),
  fore: [[0.46, 0.8, 0.16, 0.1], [0.38, 0.52, 0.1], [0.44, 0.25, 0.07], [0.43, 0.09, 0.064], [0.54, 0.056, 0.066, 0.076]],
  hind: [[-0.6, 0.8, 0.215, 0.125], [-0.46, 0.54, 0.115, 0.09], [-0.74, 0.29, 0.06], [-0.69, 0.085, 0.058], [-0.58, 0.052, 0.06, 0.07]],
  spread: [0.15, 0.13],
  tail: [[-0.86, 0.94, 0.055], [-1.02, 0.78, 0.043], [-1.1, 0.5, 0.037], [-1.22, 0.33, 0.035], [-1.4, 0.36, 0.034]],
  tuft: { radius: 0.05, length: 0.16, locks: 20, color: [0.04, 0.025, 0.018] },
  foot: 'paw', coat: lionCoat, lies: 'stretched',
};

const maned = (on: string, from: Flesh['from'], to: Flesh['to'], radii: Flesh['radii']): Flesh => ({
  on,
  from,
  to,
  radii,
  blend: 0.09,
  region: 'mane',
});

/** A wreath behind the face, a beard, a bib down the chest, and hair over the shoulders. */
const MANE: readonly Flesh[] = [
  maned('chest', [0.36, 1.0, 0.05], [0.56, 1.06, 0.07], [0.17, 0.2]),
  maned('neck0', [0.56, 0.66, 0], [0.66, 0.82, 0], [0.12, 0.2]),
  maned('neck0', [0.56, 0.88, 0.1], [0.68, 0.98, 0.12], [0.17, 0.18]),
  maned('neck1', [0.6, 1.17, 0], [0.75, 1.19, 0], [0.13, 0.1]),
  maned('neck1', [0.64, 1.08, 0.13], [0.78, 1.08, 0.15], [0.13, 0.105]),
  maned('neck1', [0.7, 0.96, 0.15], [0.84, 0.95, 0.15], [0.14, 0.115]),
  maned('neck1', [0.7, 0.82, 0.05], [0.88, 0.83, 0.05], [0.16, 0.11]),
];

const MANE_FUR: Fur = { regions: ['mane'], spacing: 0.056, length: 0.19, halfWidth: 0.026, lift: 0.15, sag: 0.62 };

const LION_HEAD = resizeHead(BIG_HEAD, 1.12);

// biome-ignore format: a row for each part of the body
export const LION: QuadrupedTable = {
  ...LIONESS,
  ...LION_HEAD,
  torso: [[-0.7, 0.87, 0.2, 0.165], [-0.3, 0.85, 0.205, 0.175], [0.12, 0.82, 0.265, 0.2], [0.46, 0.85, 0.27, 0.195]],
  flesh: [...LION_HEAD.flesh!, ...MANE],
  fur: [MANE_FUR],
};

export { LIONESS };

const { tuft: _, ...TUFTLESS } = LIONESS;

// biome-ignore format: a row for each part of the body
export const TIGER: QuadrupedTable = {
  ...TUFTLESS,
  ...BIG_HEAD,
  neck: [[0.6, 0.93, 0.2, 0.16], [0.8, 1.03, 0.165, 0.15]],
  flesh: [...BIG_HEAD.flesh!, ...CHEEKS, onHead([-0.02, -0.04, 0.09], [0.02, -0.1, 0.1], [0.09, 0.06], 0.05)],
  eye: { ...BIG_EYE, iris: [0.45, 0.3, 0.05] },
  nose: { ...BIG_HEAD.nose, color: [0.16, 0.075, 0.065] },
  tail: [[-0.86, 0.93, 0.055], [-1.03, 0.74, 0.045], [-1.12, 0.46, 0.04], [-1.26, 0.3, 0.038], [-1.46, 0.36, 0.036]],
  fur: [{ regions: ['head', 'neck'], spacing: 0.046, length: 0.085, halfWidth: 0.015, lift: 0.2, sag: 0.5, beyond: 0.37, within: 0.5 }],
  coat: tigerCoat,
};

/** Low and strong, with a long tail. */
// biome-ignore format: a row for each part of the body
export const LEOPARD: QuadrupedTable = {
  ...TUFTLESS,
  ...resizeHead(BIG_HEAD, 0.97),
  torso: [[-0.74, 0.8, 0.185, 0.145], [-0.3, 0.78, 0.185, 0.15], [0.12, 0.76, 0.22, 0.165], [0.46, 0.78, 0.22, 0.16]],
  neck: [[0.62, 0.87, 0.17, 0.135], [0.82, 0.97, 0.14, 0.125]],
  fore: [[0.46, 0.74, 0.15, 0.095], [0.38, 0.48, 0.092], [0.44, 0.23, 0.064], [0.43, 0.085, 0.058], [0.53, 0.052, 0.06, 0.07]],
  hind: [[-0.63, 0.74, 0.2, 0.12], [-0.48, 0.5, 0.105, 0.085], [-0.75, 0.27, 0.056], [-0.7, 0.08, 0.053], [-0.6, 0.05, 0.056, 0.066]],
  eye: { ...resizeHead(BIG_HEAD, 0.97).eye, iris: [0.32, 0.27, 0.09] },
  tail: [[-0.88, 0.87, 0.055], [-1.06, 0.68, 0.044], [-1.18, 0.42, 0.04], [-1.36, 0.26, 0.04], [-1.62, 0.34, 0.038], [-1.78, 0.5, 0.03]],
  coat: leopardCoat,
};

/** A racer: long thin legs, a deep chest, a waist, a small round head. */
// biome-ignore format: a row for each part of the body
export const CHEETAH: QuadrupedTable = {
  ...TUFTLESS,
  ...resizeHead(SMALL_HEAD, 0.8),
  blend: 0.085,
  torso: [[-0.64, 0.92, 0.15, 0.115], [-0.3, 0.93, 0.135, 0.11], [0.1, 0.86, 0.21, 0.13], [0.42, 0.88, 0.195, 0.12]],
  neck: [[0.56, 1.0, 0.135, 0.095], [0.76, 1.14, 0.108, 0.09]],
  fore: [[0.42, 0.86, 0.13, 0.075], [0.36, 0.57, 0.07, 0.055], [0.4, 0.28, 0.045], [0.395, 0.085, 0.041], [0.475, 0.045, 0.045, 0.052]],
  hind: [[-0.56, 0.88, 0.165, 0.095], [-0.42, 0.6, 0.092, 0.068], [-0.7, 0.34, 0.046], [-0.64, 0.085, 0.041], [-0.555, 0.045, 0.045, 0.05]],
  spread: [0.11, 0.1],
  tail: [[-0.75, 0.99, 0.045], [-0.92, 0.84, 0.04], [-1.04, 0.58, 0.037], [-1.2, 0.4, 0.037], [-1.42, 0.42, 0.036], [-1.52, 0.52, 0.03]],
  coat: cheetahCoat,
};

/** The house cat: a large head with pointed ears, thin legs, a long tail that curls up at its end. */
// biome-ignore format: a row for each part of the body
export const CAT: QuadrupedTable = {
  ...TUFTLESS,
  ...SMALL_HEAD,
  blend: 0.09,
  torso: [[-0.66, 0.78, 0.185, 0.155], [-0.28, 0.78, 0.19, 0.17], [0.12, 0.77, 0.2, 0.165], [0.4, 0.79, 0.19, 0.145]],
  neck: [[0.53, 0.9, 0.15, 0.13], [0.7, 1.06, 0.128, 0.12]],
  fore: [[0.4, 0.75, 0.14, 0.085], [0.35, 0.5, 0.075, 0.064], [0.4, 0.25, 0.052], [0.39, 0.085, 0.048], [0.465, 0.05, 0.052, 0.058]],
  hind: [[-0.56, 0.74, 0.19, 0.11], [-0.42, 0.5, 0.1, 0.08], [-0.68, 0.28, 0.05], [-0.63, 0.085, 0.047], [-0.54, 0.05, 0.05, 0.056]],
  spread: [0.12, 0.11],
  ear: { at: [0, 0.1, 0.075], tip: [0.005, 0.27, 0.125], radius: 0.072, shape: 'point', face: [0.9, -0.05, 0.3] },
  eye: { ...SMALL_HEAD.eye, radius: 0.026, iris: [0.25, 0.34, 0.06] },
  nose: { ...SMALL_HEAD.nose, radius: 0.018, color: [0.16, 0.07, 0.06] },
  tail: [[-0.8, 0.88, 0.055], [-1.0, 0.84, 0.05], [-1.22, 0.86, 0.048], [-1.36, 1.02, 0.045], [-1.36, 1.22, 0.038]],
  grain: { pelt: 'shaggy', size: 0.5 },
  whiskers: 0.24,
  coat: tabbyCoat,
};
