// The table of dogs and their like, and of the hyena, which only looks like one.
// Proportions are from side views: Nowak, Walker's Mammals of the World; Goldfinger, Animal Anatomy for Artists, 2004;
// Mech, The Wolf, 1970.
import type { Flesh, QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { collieCoat, foxCoat, hyenaCoat, wolfCoat } from './dog-coats.ts';
import { onHead, onMuzzle } from './lumps.ts';
import { type Head, resizeHead } from './resize.ts';

/** A broad skull, cheeks full of hair, a long strong muzzle with little of a step before it. */
// biome-ignore format: a row for each part of the head
const WOLF_HEAD: Head = {
  skull: [[0.01, 0.015, 0.095, 0.095], [0.09, 0.022, 0.074, 0.078], [0.15, -0.01, 0.05, 0.05], [0.285, -0.036, 0.037, 0.036]],
  jaw: [[0.07, -0.05, 0.052, 0.056], [0.262, -0.076, 0.023, 0.027]],
  flesh: [
    onHead([0, -0.045, 0.075], [0.05, -0.075, 0.085], [0.062, 0.04], 0.03),
    onHead([0.08, 0.062, 0.03], [0.125, 0.047, 0.034], [0.024, 0.016], 0.02),
    onHead([0.12, 0.026, 0], [0.3, -0.016, 0], [0.03, 0.024], 0.02),
    onMuzzle([0.2, -0.058, 0.02], [0.28, -0.06, 0.017], [0.028, 0.024], 0.015),
    onMuzzle([0.24, -0.085, 0], [0.27, -0.085, 0], [0.024, 0.02], 0.015),
  ],
  ear: { at: [-0.015, 0.075, 0.058], tip: [-0.005, 0.195, 0.088], radius: 0.05, shape: 'point', face: [0.9, -0.05, 0.3] },
  eye: { at: [0.122, 0.03], radius: 0.0135, iris: [0.42, 0.27, 0.05], slant: 22, lid: 0.5 },
  nose: { at: [0.322, -0.02, 0], radius: 0.023, color: [0.012, 0.012, 0.012] },
};

/** Long legs, a narrow chest, a ruff, a tail that hangs. */
// biome-ignore format: a row for each part of the body
export const WOLF: QuadrupedTable = {
  blend: 0.06,
  torso: [[-0.46, 0.665, 0.125, 0.1], [-0.18, 0.655, 0.128, 0.105], [0.1, 0.63, 0.165, 0.12], [0.32, 0.635, 0.165, 0.11]],
  neck: [[0.42, 0.71, 0.145, 0.11], [0.57, 0.84, 0.125, 0.105]],
  headPitch: -12,
  ...WOLF_HEAD,
  fore: [[0.32, 0.64, 0.11, 0.065], [0.25, 0.43, 0.06, 0.052], [0.29, 0.22, 0.036], [0.28, 0.065, 0.031], [0.335, 0.033, 0.034, 0.04]],
  hind: [[-0.4, 0.63, 0.14, 0.085], [-0.3, 0.43, 0.068, 0.056], [-0.53, 0.26, 0.036], [-0.485, 0.065, 0.03], [-0.43, 0.033, 0.033, 0.038]],
  spread: [0.085, 0.08],
  tail: [[-0.56, 0.7, 0.045], [-0.66, 0.58, 0.062], [-0.71, 0.42, 0.07], [-0.735, 0.26, 0.055], [-0.74, 0.16, 0.02]],
  foot: 'paw',
  bulges: [[[0.44, 0.65, 0.155, 0.12], [0.56, 0.77, 0.15, 0.135]]],
  fur: [
    { regions: ['neck', 'head'], spacing: 0.05, length: 0.09, halfWidth: 0.014, lift: 0.2, sag: 0.35, beyond: 0.27 },
    { regions: ['torso'], spacing: 0.066, length: 0.085, halfWidth: 0.016, lift: 0.14, sag: 0.25 },
    { regions: ['tail'], spacing: 0.046, length: 0.085, halfWidth: 0.016, lift: 0.26, sag: 0.1 },
  ],
  grain: { pelt: 'shaggy', size: 0.42 }, coat: wolfCoat, lies: 'stretched',
};

/** The forehead rises in a step; the ears are half erect. */
// biome-ignore format: a row for each part of the head
const DOG_HEAD: Head = {
  skull: [[0.01, 0.025, 0.088, 0.086], [0.085, 0.042, 0.068, 0.07], [0.14, -0.015, 0.043, 0.046], [0.24, -0.035, 0.037, 0.038]],
  jaw: [[0.06, -0.045, 0.05, 0.055], [0.225, -0.076, 0.022, 0.028]],
  flesh: [
    onHead([0, -0.045, 0.06], [0.05, -0.06, 0.066], [0.055, 0.038], 0.03),
    onHead([0.085, 0.075, 0.03], [0.118, 0.062, 0.034], [0.024, 0.018], 0.02),
    onHead([0.135, 0.012, 0], [0.255, -0.012, 0], [0.028, 0.024], 0.015),
    onMuzzle([0.18, -0.056, 0.024], [0.242, -0.06, 0.021], [0.028, 0.025], 0.015),
    onMuzzle([0.205, -0.086, 0], [0.232, -0.086, 0], [0.022, 0.018], 0.015),
  ],
  ear: { at: [-0.015, 0.082, 0.06], tip: [0.045, 0.07, 0.15], radius: 0.05, shape: 'leaf', face: [0.55, -0.8, 0.25] },
  eye: { at: [0.112, 0.036], radius: 0.016, iris: [0.12, 0.05, 0.015], lid: 0.2 },
  nose: { at: [0.278, -0.02, 0], radius: 0.024, color: [0.012, 0.012, 0.012] },
};

/** A sheepdog: a long coat, a feathered tail that is carried up. */
// biome-ignore format: a row for each part of the body
export const DOG: QuadrupedTable = {
  ...WOLF,
  ...resizeHead(DOG_HEAD, 1.06),
  torso: [[-0.42, 0.6, 0.13, 0.11], [-0.16, 0.595, 0.14, 0.12], [0.1, 0.58, 0.17, 0.13], [0.3, 0.59, 0.165, 0.12]],
  neck: [[0.38, 0.68, 0.135, 0.105], [0.48, 0.83, 0.115, 0.1]],
  headPitch: -8,
  fore: [[0.3, 0.58, 0.11, 0.068], [0.24, 0.39, 0.06, 0.054], [0.275, 0.2, 0.036], [0.265, 0.06, 0.033], [0.32, 0.034, 0.036, 0.042]],
  hind: [[-0.36, 0.57, 0.14, 0.088], [-0.27, 0.39, 0.068, 0.058], [-0.46, 0.24, 0.037], [-0.42, 0.06, 0.032], [-0.365, 0.034, 0.035, 0.04]],
  tail: [[-0.5, 0.65, 0.04], [-0.63, 0.67, 0.055], [-0.76, 0.75, 0.062], [-0.84, 0.88, 0.055], [-0.83, 1.0, 0.02]],
  bulges: [[[0.38, 0.58, 0.15, 0.12], [0.46, 0.72, 0.135, 0.12]]],
  fur: [
    { regions: ['neck'], spacing: 0.046, length: 0.1, halfWidth: 0.017, lift: 0.25, sag: 0.6 },
    { regions: ['torso'], spacing: 0.056, length: 0.1, halfWidth: 0.017, lift: 0.15, sag: 0.5 },
    { regions: ['tail'], spacing: 0.044, length: 0.12, halfWidth: 0.017, lift: 0.32, sag: 0.35 },
  ],
  tongue: 0.06,
  coat: collieCoat,
};

/** Small and light, with large ears, a thin muzzle and a long brush. */
// biome-ignore format: a row for each part of the head
const FOX_HEAD: Head = {
  skull: [[0.01, 0.01, 0.076, 0.078], [0.07, 0.01, 0.058, 0.062], [0.12, -0.014, 0.036, 0.037], [0.222, -0.038, 0.022, 0.021]],
  jaw: [[0.05, -0.038, 0.038, 0.044], [0.2, -0.058, 0.013, 0.016]],
  flesh: [
    onHead([0, -0.035, 0.06], [0.04, -0.055, 0.075], [0.05, 0.03], 0.03),
    onHead([0.09, 0.016, 0], [0.23, -0.026, 0], [0.024, 0.015], 0.02),
    onMuzzle([0.15, -0.045, 0.013], [0.215, -0.05, 0.01], [0.018, 0.015], 0.012),
  ],
  ear: { at: [-0.008, 0.062, 0.048], tip: [0, 0.19, 0.085], radius: 0.05, shape: 'point', face: [0.9, -0.05, 0.3] },
  eye: { at: [0.095, 0.02], radius: 0.0115, iris: [0.38, 0.2, 0.03], slant: 24, lid: 0.4 },
  nose: { at: [0.243, -0.028, 0], radius: 0.016, color: [0.01, 0.01, 0.01] },
};

// biome-ignore format: a row for each part of the body
export const FOX: QuadrupedTable = {
  ...WOLF,
  ...resizeHead(FOX_HEAD, 1.08),
  torso: [[-0.4, 0.48, 0.1, 0.08], [-0.14, 0.475, 0.1, 0.085], [0.1, 0.46, 0.122, 0.095], [0.28, 0.465, 0.12, 0.088]],
  neck: [[0.35, 0.53, 0.104, 0.086], [0.46, 0.62, 0.09, 0.08]],
  fore: [[0.28, 0.47, 0.08, 0.05], [0.22, 0.31, 0.045], [0.25, 0.165, 0.028], [0.245, 0.05, 0.025], [0.29, 0.026, 0.027]],
  hind: [[-0.35, 0.46, 0.105, 0.068], [-0.27, 0.31, 0.05], [-0.45, 0.195, 0.028], [-0.41, 0.05, 0.025], [-0.365, 0.026, 0.027]],
  spread: [0.065, 0.06],
  tail: [[-0.48, 0.51, 0.035], [-0.62, 0.42, 0.068], [-0.79, 0.33, 0.088], [-0.97, 0.28, 0.078], [-1.1, 0.27, 0.02]],
  bulges: [],
  fur: [
    { regions: ['neck', 'head'], spacing: 0.042, length: 0.07, halfWidth: 0.011, lift: 0.22, sag: 0.35, beyond: 0.235, within: 0.5 },
    { regions: ['tail'], spacing: 0.042, length: 0.085, halfWidth: 0.015, lift: 0.26, sag: 0.1 },
  ],
  coat: foxCoat,
};

/** Heavy in front and low behind: a thick neck, a blunt dark muzzle, round ears. */
// biome-ignore format: a row for each part of the head
const HYENA_HEAD: Head = {
  skull: [[0.01, 0.015, 0.105, 0.105], [0.1, 0.015, 0.085, 0.09], [0.16, -0.015, 0.066, 0.064], [0.27, -0.045, 0.054, 0.054]],
  jaw: [[0.05, -0.06, 0.064, 0.07], [0.25, -0.09, 0.034, 0.04]],
  flesh: [
    onHead([0.03, -0.03, 0.07], [0.1, -0.045, 0.068], [0.058, 0.044], 0.03),
    onHead([0.09, 0.062, 0.036], [0.135, 0.048, 0.04], [0.024, 0.018], 0.02),
    onMuzzle([0.23, -0.065, 0.026], [0.29, -0.07, 0.024], [0.038, 0.035], 0.018),
    onMuzzle([0.235, -0.1, 0], [0.265, -0.1, 0], [0.03, 0.026], 0.02),
  ],
  ear: { at: [-0.015, 0.085, 0.07], tip: [-0.03, 0.17, 0.115], radius: 0.058, shape: 'round', face: [0.9, -0.05, 0.35] },
  eye: { at: [0.135, 0.028], radius: 0.0155, iris: [0.06, 0.03, 0.012], slant: 10, lid: 0.25 },
  nose: { at: [0.327, -0.03, 0], radius: 0.028, color: [0.012, 0.01, 0.01] },
};

const crest = (on: string, from: Flesh['from'], to: Flesh['to'], radii: Flesh['radii']): Flesh => ({
  on,
  from,
  to,
  radii,
  flatness: 0.4,
  blend: 0.03,
  region: 'mane',
});

// biome-ignore format: a row for each part of the body
export const HYENA: QuadrupedTable = {
  ...WOLF,
  ...resizeHead(HYENA_HEAD, 1.05),
  torso: [[-0.48, 0.56, 0.145, 0.12], [-0.2, 0.62, 0.17, 0.145], [0.12, 0.69, 0.205, 0.155], [0.34, 0.75, 0.2, 0.135]],
  neck: [[0.47, 0.83, 0.175, 0.125], [0.68, 0.92, 0.145, 0.12]],
  headPitch: -20,
  flesh: [
    ...resizeHead(HYENA_HEAD, 1.05).flesh!,
    crest('chest', [0.12, 0.86, 0], [0.32, 0.935, 0], [0.05, 0.06]),
    crest('neck0', [0.34, 0.94, 0], [0.47, 0.995, 0], [0.06, 0.055]),
    crest('neck1', [0.48, 1.0, 0], [0.6, 1.035, 0], [0.05, 0.04]),
  ],
  fore: [[0.35, 0.72, 0.14, 0.08], [0.29, 0.49, 0.072, 0.06], [0.33, 0.25, 0.043], [0.32, 0.065, 0.037], [0.38, 0.036, 0.039, 0.044]],
  hind: [[-0.42, 0.55, 0.145, 0.09], [-0.32, 0.37, 0.075, 0.062], [-0.5, 0.22, 0.042], [-0.46, 0.06, 0.035], [-0.41, 0.034, 0.037, 0.042]],
  spread: [0.1, 0.085],
  tail: [[-0.58, 0.6, 0.035], [-0.64, 0.49, 0.04], [-0.66, 0.36, 0.045], [-0.65, 0.24, 0.025]],
  bulges: [],
  fur: [
    { regions: ['mane'], spacing: 0.042, length: 0.1, halfWidth: 0.015, lift: 0.55, sag: 0 },
    { regions: ['tail'], spacing: 0.036, length: 0.09, halfWidth: 0.014, lift: 0.28, sag: 0.1 },
  ],
  coat: hyenaCoat,
};
