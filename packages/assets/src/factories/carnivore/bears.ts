// The table of bears and of the otter.
// Proportions are from side views: Nowak, Walker's Mammals of the World; Goldfinger, Animal Anatomy for Artists, 2004;
// Kruuk, Otters, 2006.
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { brownBearCoat, otterCoat, polarBearCoat } from './bear-coats.ts';
import { FOX } from './dogs.ts';
import { onHead, onMuzzle } from './lumps.ts';
import { type Head, resizeHead } from './resize.ts';

/** A wide skull with a hollow before the forehead, a long muzzle, small eyes, round ears far apart. */
// biome-ignore format: a row for each part of the head
const BEAR_HEAD: Head = {
  skull: [[0, 0.03, 0.18, 0.18], [0.12, 0.045, 0.138, 0.145], [0.235, -0.04, 0.088, 0.088], [0.4, -0.068, 0.066, 0.064]],
  jaw: [[0.1, -0.1, 0.09, 0.1], [0.36, -0.128, 0.04, 0.047]],
  flesh: [
    onHead([0.02, -0.04, 0.12], [0.12, -0.06, 0.11], [0.1, 0.07], 0.06),
    onHead([0.13, 0.11, 0.06], [0.19, 0.085, 0.07], [0.05, 0.035], 0.04),
    onHead([0.24, 0.01, 0], [0.43, -0.03, 0], [0.055, 0.046], 0.035),
    onMuzzle([0.34, -0.1, 0.03], [0.42, -0.1, 0.026], [0.045, 0.04], 0.025),
  ],
  ear: { at: [-0.05, 0.155, 0.125], tip: [-0.075, 0.24, 0.175], radius: 0.068, shape: 'round', face: [0.9, -0.05, 0.3] },
  eye: { at: [0.205, 0.04], radius: 0.018, iris: [0.05, 0.025, 0.01], lid: 0.25 },
  nose: { at: [0.462, -0.035, 0], radius: 0.042, color: [0.012, 0.01, 0.01] },
};

// biome-ignore format: a row for each part of the body
export const BROWN_BEAR: QuadrupedTable = {
  blend: 0.12,
  torso: [[-0.64, 0.78, 0.31, 0.27], [-0.22, 0.8, 0.32, 0.29], [0.2, 0.82, 0.335, 0.29], [0.46, 0.86, 0.33, 0.26]],
  neck: [[0.68, 0.9, 0.26, 0.22], [0.88, 0.94, 0.21, 0.19]],
  headPitch: -14,
  ...BEAR_HEAD,
  fore: [[0.48, 0.8, 0.22, 0.15], [0.41, 0.5, 0.15, 0.125], [0.46, 0.25, 0.108], [0.45, 0.1, 0.092], [0.58, 0.062, 0.07, 0.095]],
  hind: [[-0.6, 0.7, 0.29, 0.17], [-0.42, 0.43, 0.17, 0.14], [-0.64, 0.23, 0.105], [-0.6, 0.09, 0.088], [-0.44, 0.058, 0.066, 0.092]],
  spread: [0.19, 0.18],
  tail: [[-0.93, 0.88, 0.07], [-1.0, 0.82, 0.04]],
  foot: 'paw', claws: { length: 0.07, color: [0.07, 0.055, 0.042] },
  bulges: [[[0.34, 1.08, 0.19, 0.15], [0.54, 1.08, 0.18, 0.14]]],
  fur: [
    { regions: ['torso', 'neck'], spacing: 0.072, length: 0.14, halfWidth: 0.022, lift: 0.09, sag: 0.55 },
    { regions: ['head'], spacing: 0.07, length: 0.08, halfWidth: 0.018, lift: 0.1, sag: 0.35, beyond: 0.4 },
    { regions: ['fore', 'hind'], spacing: 0.078, length: 0.1, halfWidth: 0.021, lift: 0.12, sag: 0.4 },
  ],
  grain: { pelt: 'shaggy', size: 0.6 }, coat: brownBearCoat, lies: 'stretched',
};

/** Longer and lower in front than the brown bear, without its hump: a long neck, a narrow head, small ears, great feet. */
// biome-ignore format: a row for each part of the body
export const POLAR_BEAR: QuadrupedTable = {
  ...BROWN_BEAR,
  ...resizeHead(BEAR_HEAD, 0.88),
  skull: [[0, 0.02, 0.14, 0.135], [0.12, 0.02, 0.112, 0.112], [0.22, -0.025, 0.08, 0.078], [0.37, -0.055, 0.06, 0.058]],
  torso: [[-0.68, 0.84, 0.32, 0.27], [-0.24, 0.82, 0.31, 0.28], [0.2, 0.8, 0.31, 0.27], [0.46, 0.82, 0.29, 0.23]],
  neck: [[0.7, 0.88, 0.22, 0.18], [1.06, 0.96, 0.155, 0.135]],
  flesh: [
    onHead([0.24, 0, 0], [0.4, -0.025, 0], [0.05, 0.042], 0.035),
    onMuzzle([0.31, -0.088, 0.026], [0.38, -0.09, 0.024], [0.04, 0.036], 0.025),
  ],
  ear: { at: [-0.03, 0.105, 0.09], tip: [-0.045, 0.16, 0.125], radius: 0.045, shape: 'round', face: [0.9, -0.05, 0.3] },
  eye: { at: [0.185, 0.03], radius: 0.018, iris: [0.03, 0.018, 0.01], lid: 0.15 },
  nose: { at: [0.428, -0.035, 0], radius: 0.04, color: [0.01, 0.01, 0.01] },
  claws: { length: 0.06, color: [0.03, 0.028, 0.025] },
  tail: [[-0.98, 0.92, 0.07], [-1.05, 0.86, 0.04]],
  bulges: [],
  fur: [
    { regions: ['torso', 'neck'], spacing: 0.1, length: 0.1, halfWidth: 0.022, lift: 0.09, sag: 0.45, beyond: 0.55 },
    { regions: ['fore', 'hind'], spacing: 0.1, length: 0.085, halfWidth: 0.022, lift: 0.09, sag: 0.4 },
  ],
  coat: polarBearCoat,
};

/** A long low body, a broad flat head with small ears, a thick tail that tapers. */
// biome-ignore format: a row for each part of the body
export const OTTER: QuadrupedTable = {
  ...FOX,
  torso: [[-0.4, 0.255, 0.11, 0.105], [-0.14, 0.285, 0.125, 0.12], [0.1, 0.26, 0.118, 0.11], [0.28, 0.265, 0.108, 0.1]],
  neck: [[0.37, 0.305, 0.1, 0.095], [0.48, 0.375, 0.092, 0.092]],
  headPitch: -10,
  skull: [[0.01, 0.01, 0.08, 0.1], [0.07, 0.012, 0.066, 0.09], [0.115, -0.004, 0.053, 0.074], [0.155, -0.018, 0.044, 0.062]],
  jaw: [[0.06, -0.032, 0.044, 0.066], [0.14, -0.05, 0.028, 0.044]],
  flesh: [
    onHead([0.02, -0.02, 0.05], [0.07, -0.025, 0.05], [0.045, 0.036], 0.03),
    onMuzzle([0.13, -0.03, 0.036], [0.172, -0.034, 0.028], [0.041, 0.036], 0.012),
    onMuzzle([0.13, -0.06, 0], [0.15, -0.06, 0], [0.02, 0.017], 0.015),
  ],
  ear: { at: [-0.012, 0.035, 0.085], tip: [-0.02, 0.062, 0.107], radius: 0.022, shape: 'round', face: [0.8, 0, 0.5] },
  eye: { at: [0.118, 0.026], radius: 0.0105, iris: [0.02, 0.014, 0.01] },
  nose: { at: [0.2, -0.008, 0], radius: 0.022, color: [0.02, 0.015, 0.015] },
  fore: [[0.27, 0.25, 0.068, 0.052], [0.225, 0.155, 0.045], [0.25, 0.085, 0.033], [0.25, 0.035, 0.028], [0.305, 0.022, 0.026, 0.036]],
  hind: [[-0.35, 0.24, 0.09, 0.068], [-0.27, 0.14, 0.05], [-0.38, 0.085, 0.032], [-0.355, 0.035, 0.028], [-0.28, 0.022, 0.026, 0.038]],
  spread: [0.078, 0.078],
  tail: [[-0.46, 0.24, 0.09], [-0.64, 0.16, 0.068], [-0.84, 0.095, 0.044], [-1.06, 0.075, 0.014]],
  fur: [{ regions: ['torso', 'neck'], spacing: 0.036, length: 0.055, halfWidth: 0.009, lift: 0.08, sag: 0.4, beyond: 0.2 }],
  grain: { pelt: 'shaggy', size: 0.2 },
  whiskers: 0.1,
  coat: otterCoat,
};
