// Crows, songbirds and parrots. Proportions after del Hoyo et al., Handbook of the Birds of the World, and Svensson et al., Collins Bird Guide.
import type { LinearColor } from '@diorama/geometry';
import { mix, smoothstep } from '../../../build/noise.ts';
import { blend } from '../../../build/vectors.ts';
import type { BirdTable } from '../bird-table.ts';
import { border, feathered } from '../plumages.ts';

const BLACK: LinearColor = [0.015, 0.015, 0.02];
// biome-ignore format: a row for each part of the body
export const RAVEN: BirdTable = {
  body: [[-0.2, 0.205, 0.024, 0.03], [-0.12, 0.235, 0.06, 0.062], [0.0, 0.28, 0.086, 0.086], [0.075, 0.325, 0.082, 0.082]],
  neck: [[0.118, 0.375, 0.066, 0.064], [0.142, 0.415, 0.053, 0.05]],
  head: [[0.165, 0.444, 0.046, 0.042], [0.195, 0.45, 0.039, 0.035], [0.216, 0.444, 0.028, 0.025]],
  bumps: [[0.19, 0.482, 0, 0.04, 0.004]],
  beak: {
    upper: [[0.215, 0.45, 0.024, 0.017], [0.25, 0.45, 0.022, 0.014], [0.282, 0.438, 0.014, 0.01], [0.3, 0.419, 0.003, 0.003]],
    lower: [[0.215, 0.427, 0.013, 0.014], [0.25, 0.424, 0.01, 0.01], [0.285, 0.419, 0.004, 0.005]],
    color: [0.022, 0.022, 0.026],
  },
  eye: { at: [0.208, 0.455], radius: 0.0065, iris: [0.035, 0.02, 0.012] },
  leg: { points: [[0.0, 0.235, 0.045], [-0.025, 0.12, 0.048], [0.01, 0.014, 0.05]], thigh: [0.05, 0.017], thighColor: BLACK, radius: 0.009, color: [0.022, 0.022, 0.024], toe: 0.05, toeRadius: 0.007, toes: 'three', claw: 0.018 },
  tail: { at: [-0.19, 0.21, 0], feathers: 11, length: 0.21, spread: [7, 25], halfWidth: 0.021, pitch: -18, rounding: 0.28, tint: { color: [0.017, 0.017, 0.023] }, coverts: BLACK },
  wing: { kind: 'feathers', span: 1.3, chord: 0.23, at: [0.06, 0.355, 0.066], end: 'fingers', lesser: { color: [0.018, 0.018, 0.025], tip: [0.03, 0.03, 0.042] }, greater: { color: [0.018, 0.018, 0.026], tip: [0.03, 0.031, 0.045] }, secondary: { color: [0.017, 0.018, 0.026], tip: [0.028, 0.03, 0.045] }, primary: { color: [0.013, 0.013, 0.017] }, folded: [[0.075, 0.345, 0.06, 0.016], [-0.03, 0.29, 0.07, 0.019], [-0.16, 0.23, 0.045, 0.013]], folds: [-0.33, 0.165] },
  flight: { body: 26, neck: [4, 2], legs: 'tuck', beat: [32, 8] },
  perch: { body: 8, crouch: 0.2 }, swim: { body: 22, depth: 0.36 },
  plumage: feathered(45, 0.45, () => BLACK),
};

const OLIVE: LinearColor = [0.105, 0.078, 0.045];
// biome-ignore format: a row for each part of the body
export const ROBIN: BirdTable = {
  grain: { pelt: 'shaggy', repeats: 1 },
  ...RAVEN,
  body: [[-0.056, 0.063, 0.009, 0.012], [-0.036, 0.07, 0.026, 0.028], [-0.002, 0.082, 0.0425, 0.042], [0.021, 0.099, 0.039, 0.0385]],
  neck: [[0.034, 0.113, 0.032, 0.032]],
  head: [[0.041, 0.1235, 0.026, 0.0256], [0.0468, 0.1288, 0.024, 0.0236]],
  bumps: [[0.062, 0.108, 0, 0.018, 0.0035]],
  beak: {
    upper: [[0.0685, 0.1278, 0.0044, 0.0042], [0.0775, 0.1263, 0.003, 0.0026], [0.0865, 0.1238, 0.0008, 0.0008]],
    lower: [[0.0685, 0.1238, 0.003, 0.0034], [0.0775, 0.1233, 0.002, 0.0022], [0.0848, 0.1226, 0.0007, 0.0007]],
    color: [0.035, 0.028, 0.024],
  },
  eye: { at: [0.0595, 0.1325], radius: 0.0037, iris: [0.012, 0.008, 0.006] },
  leg: { points: [[0.0, 0.06, 0.015], [-0.012, 0.033, 0.016], [0.006, 0.005, 0.017]], thigh: [0.014, 0.0042], thighColor: [0.36, 0.33, 0.28], radius: 0.0015, color: [0.14, 0.085, 0.05], toe: 0.016, toeRadius: 0.0012, toes: 'three', claw: 0.005 },
  tail: { at: [-0.052, 0.062, 0], feathers: 9, length: 0.064, spread: [6, 24], halfWidth: 0.0058, pitch: -8, rounding: 0.06, tint: { color: [0.095, 0.068, 0.04] }, coverts: OLIVE },
  wing: { kind: 'feathers', span: 0.27, chord: 0.068, at: [0.018, 0.102, 0.028], end: 'round', lesser: { color: [0.11, 0.085, 0.05] }, greater: { color: [0.1, 0.075, 0.045], tip: [0.2, 0.145, 0.08] }, secondary: { color: [0.085, 0.062, 0.04], tip: [0.12, 0.09, 0.055] }, primary: { color: [0.07, 0.052, 0.035] }, under: [0.3, 0.24, 0.16], folded: [[0.02, 0.1, 0.021, 0.006], [-0.012, 0.087, 0.023, 0.007], [-0.05, 0.071, 0.014, 0.005]], folds: [-0.088, 0.059] },
  flight: { body: 24, neck: [4], legs: 'tuck', beat: [46, 8] },
  perch: { body: 8, crouch: 0.22 }, swim: { body: 22, depth: 0.36 },
  plumes: [],
  plumage: feathered(260, 0.16, ({ way, up, rest: [x, y] }, ragged) => {
    const under = smoothstep(0.35, -0.05, up + 0.08 * ragged);
    const body = blend<LinearColor>(OLIVE, [0.55, 0.52, 0.46], under * border(-way, -0.82, 0.3));
    // In the side view: the red reaches from the brow past the eye down to the breast.
    const edge = mix(0.03, 0.058, smoothstep(0.1, 0.15, y)) + 0.002 * ragged;
    const low = smoothstep(0.07, 0.08, y + 0.003 * ragged);
    const grey = smoothstep(edge - 0.012, edge - 0.002, x) * low;
    return blend(blend<LinearColor>(body, [0.21, 0.215, 0.22], 0.8 * grey), [0.43, 0.125, 0.03], smoothstep(edge - 0.002, edge + 0.002, x) * low);
  }),
};

// biome-ignore format: a row for each part of the body
export const DIPPER: BirdTable = {
  ...ROBIN,
  body: [[-0.05, 0.07, 0.011, 0.015], [-0.03, 0.073, 0.03, 0.032], [0.002, 0.081, 0.042, 0.042], [0.026, 0.097, 0.036, 0.036]],
  beak: { ...ROBIN.beak, upper: [[0.0685, 0.128, 0.0052, 0.0042], [0.081, 0.127, 0.0034, 0.0028], [0.096, 0.125, 0.0009, 0.0009]], lower: [[0.0685, 0.1238, 0.0032, 0.0036], [0.081, 0.1235, 0.0022, 0.0024], [0.094, 0.123, 0.0008, 0.0008]], color: [0.02, 0.018, 0.017] },
  eye: { ...ROBIN.eye, iris: [0.05, 0.025, 0.012], ring: [0.06, 0.045, 0.038] },
  leg: { ...ROBIN.leg, thighColor: [0.05, 0.03, 0.02], radius: 0.0025, toeRadius: 0.002, color: [0.05, 0.042, 0.038] },
  tail: { ...ROBIN.tail, length: 0.034, pitch: 24, tint: { color: [0.03, 0.024, 0.02] }, coverts: [0.035, 0.028, 0.024] },
  wing: { ...ROBIN.wing, lesser: { color: [0.04, 0.034, 0.032] }, greater: { color: [0.035, 0.03, 0.028], tip: [0.055, 0.047, 0.043] }, secondary: { color: [0.03, 0.025, 0.023] }, primary: { color: [0.025, 0.021, 0.019] }, under: [0.05, 0.04, 0.034], folds: [-0.066, 0.064] },
  swim: { body: 14, depth: 0.36 },
  plumage: feathered(260, 0.2, ({ way, up, rest: [x, y] }, ragged) => {
    const back = blend<LinearColor>([0.036, 0.031, 0.03], [0.085, 0.048, 0.03], border(way, 1.1, 0.5));
    const belly = blend<LinearColor>(back, [0.075, 0.035, 0.02], smoothstep(0.1, -0.4, up) * border(way, 0.3, 0.4));
    // White from the chin to the breast, below a line from the beak to the bend of the wing.
    const line = 0.127 - 0.75 * (0.07 - x);
    const bib = smoothstep(0.002, -0.003, y - line - 0.002 * ragged) * smoothstep(0.071, 0.079, y + 0.002 * ragged) * smoothstep(0.022, 0.03, x);
    return blend<LinearColor>(belly, [0.66, 0.65, 0.62], bib);
  }),
};

const YELLOW: LinearColor = [0.52, 0.43, 0.075];
const TIT_BLUE: LinearColor = [0.06, 0.135, 0.33];
// biome-ignore format: a row for each part of the body
export const BLUE_TIT: BirdTable = {
  ...ROBIN,
  head: [[0.041, 0.123, 0.0272, 0.0268], [0.0465, 0.129, 0.0258, 0.0252]],
  beak: { ...ROBIN.beak, upper: [[0.0685, 0.1278, 0.0042, 0.0038], [0.0745, 0.1266, 0.003, 0.0026], [0.0795, 0.1247, 0.0008, 0.0008]], lower: [[0.0685, 0.1245, 0.003, 0.0032], [0.074, 0.124, 0.002, 0.0022], [0.078, 0.1236, 0.0007, 0.0007]], color: [0.025, 0.023, 0.024] },
  eye: { at: [0.0605, 0.1315], radius: 0.0032, out: -0.0012, iris: [0.012, 0.008, 0.006], ring: [0.012, 0.014, 0.03] },
  leg: { ...ROBIN.leg, thighColor: YELLOW, color: [0.07, 0.075, 0.09] },
  tail: { ...ROBIN.tail, tint: { color: [0.06, 0.1, 0.22] }, coverts: [0.1, 0.15, 0.2] },
  wing: { ...ROBIN.wing, lesser: { color: [0.07, 0.13, 0.3] }, greater: { color: [0.06, 0.11, 0.26], tip: [0.62, 0.63, 0.63] }, secondary: { color: [0.06, 0.11, 0.23], tip: [0.2, 0.25, 0.3] }, primary: { color: [0.05, 0.075, 0.14] }, under: [0.45, 0.45, 0.4] },
  plumage: feathered(260, 0.12, ({ up, rest: [x, y, z] }, ragged) => {
    const body = blend<LinearColor>([0.13, 0.16, 0.07], YELLOW, smoothstep(0.3, -0.1, up + 0.1 * ragged));
    // In the side view: a blue cap over a white face, a dark line through the eye, a collar, and a chin.
    const collarAt = 0.107 + 0.55 * Math.max(0, 0.045 - x);
    const face = blend<LinearColor>(body, [0.62, 0.62, 0.6], smoothstep(collarAt - 0.001, collarAt + 0.001, y));
    const line = 0.1315 + 0.12 * (0.06 - x);
    const cap = blend(face, TIT_BLUE, smoothstep(0.0095, 0.0115, y - line) * smoothstep(0.066, 0.062, x));
    const stripe = smoothstep(0.0038, 0.0022, Math.abs(y - line)) * smoothstep(0.012, 0.02, x);
    const collar = smoothstep(0.0036, 0.0022, Math.abs(y - collarAt)) * smoothstep(0.01, 0.02, x);
    const chin = smoothstep(0.125, 0.121, y) * smoothstep(collarAt, collarAt + 0.002, y) * smoothstep(0.009, 0.0065, Math.abs(z));
    return blend<LinearColor>(cap, [0.014, 0.018, 0.045], Math.max(stripe, collar, chin));
  }),
};

const SCARLET: LinearColor = [0.5, 0.018, 0.014];
const AZURE: LinearColor = [0.015, 0.07, 0.36];
// biome-ignore format: a row for each part of the body
export const SCARLET_MACAW: BirdTable = {
  ...RAVEN,
  body: [[-0.125, 0.21, 0.022, 0.028], [-0.075, 0.27, 0.058, 0.062], [0.0, 0.36, 0.08, 0.08], [0.045, 0.435, 0.074, 0.075]],
  neck: [[0.066, 0.495, 0.063, 0.062]],
  head: [[0.083, 0.548, 0.058, 0.053], [0.112, 0.573, 0.054, 0.048], [0.142, 0.562, 0.042, 0.038]],
  bumps: [],
  beak: {
    upper: [[0.15, 0.568, 0.037, 0.027], [0.186, 0.566, 0.035, 0.024], [0.212, 0.542, 0.026, 0.018], [0.216, 0.508, 0.014, 0.01], [0.207, 0.48, 0.003, 0.004]],
    lower: [[0.14, 0.53, 0.026, 0.024], [0.167, 0.51, 0.022, 0.02], [0.184, 0.497, 0.009, 0.012]],
    color: [0.62, 0.55, 0.43], lowerColor: [0.02, 0.019, 0.02], tip: [0.025, 0.023, 0.023], tipShare: 0.2,
  },
  eye: { at: [0.135, 0.577], radius: 0.0075, iris: [0.66, 0.58, 0.25], ring: [0.55, 0.5, 0.46] },
  leg: { points: [[-0.015, 0.25, 0.036], [-0.035, 0.12, 0.042], [0.02, 0.016, 0.045]], thigh: [0.046, 0.022], thighColor: SCARLET, radius: 0.0125, color: [0.09, 0.08, 0.075], toe: 0.055, toeRadius: 0.009, toes: 'yoked', claw: 0.016 },
  tail: { at: [-0.115, 0.22, 0], feathers: 10, length: 0.44, spread: [3, 14], halfWidth: 0.02, pitch: -24, rounding: 0.55, tint: { color: SCARLET, tip: [0.2, 0.03, 0.1] }, coverts: AZURE },
  wing: { kind: 'feathers', span: 1.12, chord: 0.22, at: [0.03, 0.46, 0.065], end: 'pointed', lesser: { color: [0.52, 0.022, 0.015] }, greater: { color: [0.66, 0.44, 0.02], tip: [0.3, 0.36, 0.04] }, secondary: { color: [0.02, 0.09, 0.38] }, tertial: { color: [0.03, 0.1, 0.38], tip: [0.018, 0.07, 0.33] }, primary: { color: [0.014, 0.045, 0.27] }, under: [0.5, 0.03, 0.018], folded: [[0.035, 0.46, 0.062, 0.016], [-0.055, 0.345, 0.066, 0.019], [-0.14, 0.215, 0.036, 0.013]], folds: [-0.24, 0.12] },
  flight: { body: 50, neck: [4], legs: 'tuck', beat: [40, 8] },
  perch: { body: 10, crouch: 0.2 }, swim: { body: 44, depth: 0.36 },
  plumes: [],
  plumage: feathered(48, 0.22, ({ way, up, rest: [x, y] }) => {
    const rump = blend(SCARLET, [0.06, 0.2, 0.5] as LinearColor, border(-way, -0.14, 0.1) * smoothstep(-0.2, 0.3, up));
    const patch = smoothstep(0.038, 0.032, Math.sqrt(0.9 * (x - 0.143) * (x - 0.143) + (y - 0.562) * (y - 0.562))) * smoothstep(0.78, 0.66, up) * smoothstep(-0.86, -0.7, up);
    return blend<LinearColor>(rump, [0.62, 0.56, 0.52], patch * border(way, 2.3, 0.1));
  }),
};
