// Long-legged birds. Proportions after del Hoyo et al., Handbook of the Birds of the World, vol. 1.
import type { LinearColor } from '@diorama/geometry';
import { noise, smoothstep } from '../../../build/noise.ts';
import { blend } from '../../../build/vectors.ts';
import type { BirdTable } from '../bird-table.ts';
import { border, feathered } from '../plumages.ts';

const INK: LinearColor = [0.016, 0.018, 0.026];
const heronPlumage = feathered(32, 0.24, ({ rest: [x, y, z], way, up }) => {
  const back = blend<LinearColor>([0.42, 0.42, 0.41], [0.15, 0.175, 0.21], smoothstep(-0.55, 0.15, up));
  const body = blend(back, [0.5, 0.5, 0.49], border(way, 1.15, 0.3));
  const neck = blend<LinearColor>(body, [0.33, 0.34, 0.35], border(way, 1.3, 0.2) * smoothstep(0.2, 0.9, up));
  // Two rows of short streaks run down the front of the neck.
  const front = smoothstep(-0.45, -0.85, up) * border(way, 0.95, 0.2) * border(-way, -1.95, 0.1);
  const streaks =
    smoothstep(0.0, 0.35, noise(18 * x, 34 * y, 9 + Math.sign(z), 3)) * smoothstep(0.004, 0.008, Math.abs(z));
  const streaked = blend(neck, INK, front * streaks);
  const brow =
    border(way, 2.05, 0.1) * smoothstep(0.3, 0.5, up) * smoothstep(0.97, 0.85, up) * border(-way, -2.85, 0.1);
  return blend(streaked, INK, brow);
});

// biome-ignore format: a row for each part of the body
export const GREY_HERON: BirdTable = {
  body: [[-0.27, 0.5, 0.03, 0.03], [-0.16, 0.535, 0.085, 0.075], [0.0, 0.585, 0.118, 0.1], [0.115, 0.64, 0.092, 0.08]],
  neck: [[0.185, 0.7, 0.056, 0.048], [0.222, 0.77, 0.034, 0.031], [0.185, 0.84, 0.028, 0.026], [0.145, 0.91, 0.026, 0.024], [0.162, 0.98, 0.026, 0.024]],
  head: [[0.205, 1.022, 0.031, 0.027], [0.25, 1.024, 0.032, 0.026], [0.295, 1.012, 0.02, 0.018]],
  beak: {
    upper: [[0.3, 1.016, 0.016, 0.013], [0.37, 1.004, 0.01, 0.0085], [0.455, 0.988, 0.002, 0.002]],
    lower: [[0.3, 1.001, 0.011, 0.011], [0.37, 0.993, 0.007, 0.007], [0.448, 0.984, 0.002, 0.002]],
    color: [0.62, 0.36, 0.06], tip: [0.45, 0.25, 0.05],
  },
  eye: { at: [0.277, 1.025], radius: 0.0085, iris: [0.7, 0.55, 0.04], ring: [0.05, 0.05, 0.04] },
  leg: { points: [[-0.01, 0.53, 0.045], [-0.05, 0.27, 0.045], [-0.005, 0.016, 0.048]], thigh: [0.048, 0.014], thighColor: [0.4, 0.4, 0.4], radius: 0.0095, color: [0.17, 0.135, 0.075], toe: 0.095, toeRadius: 0.0065, toes: 'three', claw: 0.014 },
  tail: { at: [-0.265, 0.5, 0], feathers: 9, length: 0.13, spread: [9, 26], halfWidth: 0.02, pitch: -30, rounding: 0.08, tint: { color: [0.16, 0.185, 0.22] }, coverts: [0.19, 0.215, 0.25] },
  wing: { kind: 'feathers', span: 1.85, chord: 0.37, at: [0.09, 0.655, 0.075], end: 'round', lesser: { color: [0.2, 0.225, 0.265], tip: [0.25, 0.275, 0.31] }, greater: { color: [0.18, 0.205, 0.245], tip: [0.24, 0.265, 0.3] }, secondary: { color: [0.03, 0.034, 0.045] }, tertial: { color: [0.17, 0.195, 0.235] }, primary: { color: [0.02, 0.022, 0.03] }, under: [0.24, 0.26, 0.29], folded: [[0.1, 0.655, 0.075, 0.02], [-0.04, 0.6, 0.088, 0.024], [-0.21, 0.52, 0.06, 0.016]], folds: [-0.32, 0.465] },
  flight: { body: 20, neck: [40, 95, -70, -90, 10], legs: 'trail', beat: [34, 8] },
  perch: { body: 6, crouch: 0.1 }, swim: { body: 20, depth: 0.34 },
  plumes: [
    { from: [0.205, 1.048], to: [0.185, 1.042], around: [0.25, 0.4], count: 6, angle: 176, length: 0.15, halfWidth: 0.006, droop: 0.35, splay: 0.02, color: INK, on: 'head' },
    { from: [0.2, 0.655], to: [0.24, 0.74], around: [0, 0.6], count: 16, angle: 254, length: 0.1, halfWidth: 0.006, droop: 0, splay: 0.02, color: [0.6, 0.6, 0.58], on: 'body' },
    { from: [0.03, 0.69], to: [-0.12, 0.6], around: [0.3, 0.8], count: 16, angle: 212, length: 0.17, halfWidth: 0.007, droop: 0.1, splay: 0.05, color: [0.4, 0.42, 0.45], on: 'body' },
  ],
  plumage: heronPlumage,
};

const PINK: LinearColor = [0.68, 0.27, 0.23];
// biome-ignore format: a row for each part of the body
export const FLAMINGO: BirdTable = {
  ...GREY_HERON,
  body: [[-0.23, 0.79, 0.03, 0.035], [-0.13, 0.82, 0.085, 0.085], [0.02, 0.855, 0.118, 0.108], [0.125, 0.89, 0.095, 0.085]],
  neck: [[0.195, 0.95, 0.052, 0.046], [0.235, 1.03, 0.03, 0.028], [0.222, 1.12, 0.025, 0.024], [0.19, 1.21, 0.023, 0.022], [0.195, 1.295, 0.023, 0.022]],
  head: [[0.233, 1.352, 0.03, 0.026], [0.277, 1.365, 0.035, 0.03], [0.313, 1.345, 0.028, 0.025]],
  beak: {
    upper: [[0.322, 1.34, 0.019, 0.019], [0.36, 1.315, 0.014, 0.017], [0.382, 1.275, 0.011, 0.014], [0.375, 1.232, 0.004, 0.006]],
    lower: [[0.312, 1.32, 0.02, 0.018], [0.341, 1.297, 0.019, 0.017], [0.36, 1.264, 0.013, 0.013], [0.366, 1.236, 0.004, 0.006]],
    color: [0.66, 0.36, 0.31], tip: [0.014, 0.013, 0.013], tipShare: 0.42,
  },
  eye: { at: [0.29, 1.37], radius: 0.0075, iris: [0.66, 0.5, 0.1], ring: [0.5, 0.2, 0.18] },
  leg: { points: [[0, 0.8, 0.05], [-0.035, 0.43, 0.05], [0.01, 0.014, 0.05]], thigh: [0.05, 0.013], thighColor: PINK, radius: 0.0105, color: [0.62, 0.24, 0.23], toe: 0.075, toeRadius: 0.006, toes: 'webbed', claw: 0.007 },
  tail: { at: [-0.225, 0.79, 0], feathers: 9, length: 0.1, spread: [10, 28], halfWidth: 0.02, pitch: -32, rounding: 0.2, tint: { color: PINK }, coverts: PINK },
  wing: { kind: 'feathers', span: 1.55, chord: 0.24, at: [0.1, 0.9, 0.08], end: 'pointed', lesser: { color: [0.7, 0.22, 0.18] }, greater: { color: [0.7, 0.3, 0.26] }, secondary: { color: [0.018, 0.016, 0.017] }, tertial: { color: [0.7, 0.33, 0.29] }, primary: { color: [0.016, 0.015, 0.016] }, under: [0.7, 0.2, 0.16], folded: [[0.11, 0.9, 0.08, 0.02], [-0.03, 0.865, 0.09, 0.024], [-0.19, 0.81, 0.055, 0.016]], folds: [-0.28, 0.765] },
  flight: { body: 18, neck: [-40, -36, -8, 18, 12], head: -8, legs: 'trail', beat: [36, 16] },
  perch: { body: 4, crouch: 0.08 }, swim: { body: 16, depth: 0.34 },
  plumes: [{ from: [0.0, 0.95], to: [-0.15, 0.87], around: [0.2, 0.8], count: 18, angle: 206, length: 0.15, halfWidth: 0.013, droop: 0.12, splay: 0.05, color: [0.7, 0.31, 0.27], on: 'body' }],
  plumage: feathered(30, 0.16, ({ way, up }) => {
    const body = blend<LinearColor>([0.72, 0.37, 0.33], PINK, smoothstep(-0.6, 0.4, up));
    return blend<LinearColor>(body, [0.7, 0.3, 0.26], border(way, 1.4, 0.6));
  }),
};
