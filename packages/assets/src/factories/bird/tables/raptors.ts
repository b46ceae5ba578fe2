// Eagles and owls. Proportions after del Hoyo et al., Handbook of the Birds of the World, and Svensson et al., Collins Bird Guide.
import type { LinearColor } from '@diorama/geometry';
import { noise, smoothstep } from '../../../build/noise.ts';
import { blend, scale } from '../../../build/vectors.ts';
import type { BirdTable } from '../bird-table.ts';
import { border, feathered } from '../plumages.ts';

const DARK: LinearColor = [0.062, 0.037, 0.022];
const TAWNY: LinearColor = [0.27, 0.14, 0.045];
const goldenPlumage = feathered(34, 0.55, ({ way, up }, ragged) => {
  const nape = border(way + 0.12 * ragged, 1.55, 0.4) * (0.55 + 0.45 * smoothstep(-0.7, 0.4, up));
  return blend(DARK, TAWNY, Math.min(1, nape));
});

// biome-ignore format: a row for each part of the body
export const GOLDEN_EAGLE: BirdTable = {
  body: [[-0.24, 0.225, 0.045, 0.06], [-0.15, 0.295, 0.105, 0.11], [-0.03, 0.395, 0.145, 0.15], [0.055, 0.515, 0.137, 0.145]],
  neck: [[0.1, 0.615, 0.102, 0.102], [0.132, 0.685, 0.076, 0.074]],
  head: [[0.158, 0.733, 0.058, 0.054], [0.2, 0.743, 0.05, 0.045], [0.235, 0.733, 0.033, 0.029]],
  bumps: [[0.215, 0.77, 0.034, 0.034, 0.008], [0.2, 0.72, 0.045, 0.035, 0.004], [0.222, 0.751, 0.044, 0.014, -0.004]],
  beak: {
    upper: [[0.246, 0.737, 0.026, 0.019], [0.272, 0.738, 0.024, 0.016], [0.294, 0.73, 0.017, 0.012], [0.306, 0.712, 0.0095, 0.007], [0.305, 0.694, 0.003, 0.003]],
    lower: [[0.246, 0.715, 0.011, 0.016], [0.272, 0.713, 0.009, 0.012], [0.289, 0.711, 0.004, 0.007]],
    color: [0.06, 0.062, 0.075], cere: [0.62, 0.4, 0.03], tip: [0.02, 0.02, 0.025], tipShare: 0.4,
  },
  flesh: [{ points: [[0.19, 0.768, 0.035], [0.218, 0.7675, 0.0385], [0.242, 0.756, 0.027]], radii: [0.004, 0.0085, 0.004], flatness: 0.8, color: [0.13, 0.07, 0.028], paired: true }],
  eye: { at: [0.222, 0.75], radius: 0.0105, iris: [0.42, 0.2, 0.03], forwards: 28 },
  leg: { points: [[0.01, 0.28, 0.075], [-0.025, 0.135, 0.08], [0.025, 0.03, 0.085]], thigh: [0.082, 0.042], thighColor: [0.085, 0.048, 0.026], feathered: true, radius: 0.015, color: [0.6, 0.4, 0.04], toe: 0.085, toeRadius: 0.013, toes: 'three', claw: 0.042 },
  tail: { at: [-0.22, 0.235, 0], feathers: 12, length: 0.29, spread: [8, 27], halfWidth: 0.032, pitch: -51, rounding: 0.1, tint: { color: [0.1, 0.075, 0.055], tip: [0.03, 0.022, 0.016], bars: 3 }, coverts: [0.07, 0.043, 0.026] },
  wing: { kind: 'feathers', span: 2.15, chord: 0.4, at: [0.08, 0.545, 0.1], end: 'fingers', lesser: { color: [0.1, 0.06, 0.03], tip: [0.15, 0.09, 0.045] }, greater: { color: [0.075, 0.047, 0.026], tip: [0.12, 0.08, 0.045] }, secondary: { color: [0.055, 0.038, 0.025], tip: [0.03, 0.022, 0.015] }, primary: { color: [0.03, 0.022, 0.016], tip: [0.014, 0.011, 0.009] }, under: [0.06, 0.036, 0.021], folded: [[0.1, 0.56, 0.085, 0.026], [-0.03, 0.43, 0.115, 0.032], [-0.17, 0.255, 0.075, 0.022]], folds: [-0.33, 0.125] },
  flight: { body: 48, neck: [4, 4], legs: 'trail', beat: [32, 10] },
  perch: { body: 8, crouch: 0.13 }, swim: { body: 44, depth: 0.36 },
  plumes: [{ from: [0.04, 0.665], to: [0.125, 0.77], around: [0.1, 1], count: 30, angle: 236, length: 0.07, halfWidth: 0.009, droop: 0, splay: 0.1, color: [0.3, 0.16, 0.055], on: 'neck' }],
  plumage: goldenPlumage,
};

const WHITE: LinearColor = [0.6, 0.59, 0.56];
// biome-ignore format: a row for each part of the body
export const BALD_EAGLE: BirdTable = {
  ...GOLDEN_EAGLE,
  beak: {
    upper: [[0.243, 0.735, 0.031, 0.023], [0.274, 0.738, 0.029, 0.02], [0.303, 0.728, 0.021, 0.015], [0.318, 0.706, 0.0115, 0.009], [0.317, 0.683, 0.0035, 0.0035]],
    lower: [[0.243, 0.71, 0.013, 0.019], [0.274, 0.708, 0.01, 0.014], [0.296, 0.705, 0.005, 0.009]],
    color: [0.66, 0.42, 0.035], tip: [0.55, 0.36, 0.06],
  },
  flesh: [{ points: [[0.19, 0.768, 0.035], [0.218, 0.7675, 0.0385], [0.242, 0.756, 0.027]], radii: [0.004, 0.0085, 0.004], flatness: 0.8, color: [0.5, 0.49, 0.46], paired: true }],
  eye: { at: [0.222, 0.751], radius: 0.0105, iris: [0.65, 0.55, 0.16], forwards: 28 },
  leg: { ...GOLDEN_EAGLE.leg, thighColor: [0.052, 0.034, 0.024], feathered: false, thigh: [0.078, 0.026], radius: 0.017, color: [0.62, 0.42, 0.04] },
  tail: { ...GOLDEN_EAGLE.tail, tint: { color: WHITE }, coverts: WHITE },
  wing: { ...GOLDEN_EAGLE.wing, lesser: { color: [0.06, 0.04, 0.027], tip: [0.1, 0.068, 0.045] }, greater: { color: [0.05, 0.034, 0.023], tip: [0.085, 0.058, 0.04] }, secondary: { color: [0.04, 0.028, 0.02] }, primary: { color: [0.026, 0.02, 0.015], tip: [0.014, 0.011, 0.009] }, under: [0.045, 0.03, 0.021] },
  plumes: [{ ...GOLDEN_EAGLE.plumes![0]!, color: WHITE, count: 34 }],
  plumage: feathered(34, 0.4, ({ way }, ragged) =>
    blend<LinearColor>([0.05, 0.033, 0.023], WHITE, border(way + 0.14 * ragged, 1.42, 0.12))),
};

const owlGround: LinearColor = [0.22, 0.135, 0.066];
const owlPlumage = feathered(40, 0.25, ({ rest: [x, y, z], way, up }, ragged) => {
  const front = smoothstep(0.35, -0.35, up);
  const ground = blend<LinearColor>(scale(owlGround, 0.6), [0.26, 0.165, 0.08], front);
  // Blotches that run down the breast and the crown, and fine bars across the belly.
  const streaks = smoothstep(0.0, 0.22, noise(z * 62 + 7, y * 17, x * 30, 5)) * border(way, 0.55, 0.5);
  const bars = smoothstep(0.1, 0.5, noise(z * 22, y * 95, x * 22, 9));
  const marked = blend(
    ground,
    [0.045, 0.029, 0.018],
    Math.min(1, front * (0.9 * streaks + 0.4 * bars) + (1 - front) * (0.5 * bars + 0.45 * streaks)),
  );
  const bib =
    front * border(way + 0.05 * ragged, 1.38, 0.16) * border(-way, -1.78, 0.2) * smoothstep(0.1, 0.05, Math.abs(z));
  return blend(marked, [0.55, 0.49, 0.4], 0.75 * bib);
});

// biome-ignore format: a row for each part of the body
export const EAGLE_OWL: BirdTable = {
  body: [[-0.1, 0.08, 0.045, 0.07], [-0.05, 0.17, 0.13, 0.138], [-0.02, 0.33, 0.155, 0.165], [0.0, 0.44, 0.14, 0.155]],
  neck: [[0.006, 0.515, 0.122, 0.14]],
  head: [[0.008, 0.57, 0.118, 0.142], [0.014, 0.612, 0.1, 0.128]],
  bumps: [[0.09, 0.64, 0.05, 0.06, 0.012]],
  disc: { at: [0.106, 0.578], radius: 0.08, color: [0.42, 0.34, 0.235], rim: [0.1, 0.068, 0.042] },
  beak: {
    upper: [[0.116, 0.572, 0.013, 0.013], [0.14, 0.563, 0.014, 0.012], [0.149, 0.542, 0.01, 0.009], [0.145, 0.523, 0.003, 0.003]],
    lower: [[0.118, 0.548, 0.009, 0.01], [0.135, 0.538, 0.007, 0.008], [0.139, 0.53, 0.003, 0.004]],
    color: [0.025, 0.025, 0.03],
  },
  eye: { at: [0.124, 0.59], z: 0.052, radius: 0.02, iris: [0.6, 0.2, 0.015], forwards: 66 },
  leg: { points: [[0.0, 0.13, 0.06], [-0.005, 0.07, 0.065], [0.03, 0.024, 0.068]], thigh: [0.062, 0.044], thighColor: [0.32, 0.22, 0.12], feathered: true, radius: 0.013, color: [0.3, 0.22, 0.13], toe: 0.06, toeRadius: 0.014, toes: 'yoked', claw: 0.032 },
  tail: { at: [-0.12, 0.15, 0], feathers: 9, length: 0.17, spread: [7, 26], halfWidth: 0.027, pitch: -58, rounding: 0.12, tint: { color: [0.2, 0.13, 0.07], bars: 4 }, coverts: [0.15, 0.095, 0.05] },
  wing: { kind: 'feathers', span: 1.65, chord: 0.34, at: [-0.01, 0.46, 0.12], end: 'round', lesser: { color: [0.13, 0.08, 0.042], tip: [0.27, 0.18, 0.1], bars: 1.5 }, greater: { color: [0.17, 0.11, 0.06], tip: [0.36, 0.27, 0.17], bars: 2 }, secondary: { color: [0.2, 0.13, 0.07], bars: 4 }, primary: { color: [0.22, 0.14, 0.075], tip: [0.1, 0.065, 0.035], bars: 5 }, under: [0.36, 0.26, 0.15], folded: [[-0.02, 0.47, 0.085, 0.026], [-0.07, 0.33, 0.1, 0.03], [-0.125, 0.19, 0.06, 0.018]], folds: [-0.17, 0.06] },
  flight: { body: 66, neck: [6], head: 0, legs: 'trail', beat: [34, 8] },
  perch: { body: 3, crouch: 0.2 }, swim: { body: 50, depth: 0.36 },
  grain: { pelt: 'shaggy', repeats: 1 },
  plumes: [{ from: [0.065, 0.66], to: [0.035, 0.69], around: [0.7, 0.92], count: 16, angle: 138, length: 0.062, halfWidth: 0.014, droop: -0.02, splay: 0.5, color: [0.075, 0.048, 0.028], on: 'head' }],
  plumage: owlPlumage,
};
