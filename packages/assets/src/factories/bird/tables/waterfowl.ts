// Ducks, geese and swans. Proportions after del Hoyo et al., Handbook of the Birds of the World, vol. 1.
import type { LinearColor } from '@diorama/geometry';
import { noise, smoothstep } from '../../../build/noise.ts';
import { blend } from '../../../build/vectors.ts';
import type { BirdTable } from '../bird-table.ts';
import { border, feathered } from '../plumages.ts';

const mallardPlumage = feathered(70, 0.28, ({ way, up }, ragged) => {
  const flank = blend<LinearColor>([0.3, 0.29, 0.275], [0.15, 0.13, 0.115], smoothstep(0.2, 0.8, up));
  const breast = blend<LinearColor>(flank, [0.115, 0.045, 0.02], border(way + 0.06 * ragged, 0.86, 0.12));
  const rear = blend<LinearColor>(breast, [0.016, 0.016, 0.018], border(-way - 0.03 * ragged, -0.2, 0.06));
  const ring = blend<LinearColor>(rear, [0.66, 0.66, 0.64], border(way, 1.5, 0.04));
  return blend<LinearColor>(ring, [0.008, 0.1, 0.032], border(way, 1.62, 0.04));
});

// biome-ignore format: a row for each part of the body
const MALLARD_WING: BirdTable['wing'] = { kind: 'feathers', span: 0.92, chord: 0.15, at: [0.09, 0.2, 0.08], end: 'pointed', lesser: { color: [0.16, 0.14, 0.125] }, greater: { color: [0.17, 0.15, 0.13], tip: [0.36, 0.35, 0.33] }, secondary: { color: [0.03, 0.055, 0.28], tip: [0.6, 0.6, 0.58] }, tertial: { color: [0.19, 0.165, 0.145], tip: [0.13, 0.105, 0.085] }, primary: { color: [0.12, 0.1, 0.085] }, under: [0.55, 0.54, 0.51], folded: [[0.095, 0.2, 0.048, 0.014], [-0.02, 0.2, 0.056, 0.016], [-0.15, 0.203, 0.03, 0.01]], folds: [-0.235, 0.212] };

// biome-ignore format: a row for each part of the body
const MALLARD_LEG: BirdTable['leg'] = { points: [[-0.01, 0.11, 0.05], [-0.035, 0.055, 0.052], [0.005, 0.012, 0.055]], thigh: [0.038, 0.014], thighColor: [0.3, 0.29, 0.275], radius: 0.0075, color: [0.68, 0.22, 0.02], toe: 0.06, toeRadius: 0.005, toes: 'webbed', claw: 0.007 };
const BUFF: LinearColor = [0.22, 0.145, 0.08];
const UMBER: LinearColor = [0.065, 0.043, 0.028];
/** The female: brown feathers with buff edges, a dark cap and a dark line through the eye. */
// biome-ignore format: a row for each part of the body
const DUCK: Partial<BirdTable> = {
  beak: {
    upper: [[0.256, 0.347, 0.018, 0.017], [0.285, 0.334, 0.011, 0.019], [0.315, 0.327, 0.0075, 0.023], [0.335, 0.325, 0.004, 0.014]],
    lower: [[0.256, 0.331, 0.009, 0.014], [0.3, 0.32, 0.005, 0.018], [0.329, 0.3185, 0.003, 0.011]],
    color: [0.42, 0.2, 0.05], tip: [0.1, 0.06, 0.03], tipShare: 0.1,
  },
  leg: { ...MALLARD_LEG, thighColor: [0.13, 0.09, 0.055] },
  wing: { ...MALLARD_WING, lesser: { color: [0.1, 0.068, 0.044], tip: BUFF }, greater: { color: [0.1, 0.07, 0.045], tip: [0.3, 0.27, 0.22] }, tertial: { color: UMBER, tip: BUFF } },
  plumes: [],
  plumage: feathered(75, 0.25, ({ way, up, rest: [x, y, z] }) => {
    const spots = smoothstep(-0.05, 0.3, noise(55 * x, 75 * y, 75 * z, 4));
    const body = blend(BUFF, UMBER, spots * (0.9 - 0.5 * border(way, 1.4, 0.4)));
    const line = smoothstep(0.008, 0.005, Math.abs(y - 0.36)) * border(way, 1.9, 0.2);
    return blend(body, UMBER, 0.85 * Math.max(line, border(way, 1.75, 0.2) * smoothstep(0.55, 0.8, up)));
  }),
};

// biome-ignore format: a row for each part of the body
export const MALLARD: BirdTable = {
  body: [[-0.215, 0.195, 0.024, 0.04], [-0.14, 0.178, 0.066, 0.078], [-0.02, 0.16, 0.1, 0.11], [0.09, 0.166, 0.09, 0.098]],
  neck: [[0.15, 0.212, 0.062, 0.06], [0.172, 0.275, 0.039, 0.037], [0.18, 0.325, 0.04, 0.037]],
  head: [[0.194, 0.355, 0.044, 0.04], [0.224, 0.358, 0.04, 0.036], [0.25, 0.346, 0.025, 0.024]],
  bumps: [[0.215, 0.34, 0.036, 0.03, 0.006]],
  beak: {
    upper: [[0.256, 0.347, 0.018, 0.017], [0.285, 0.334, 0.011, 0.019], [0.315, 0.327, 0.0075, 0.023], [0.335, 0.325, 0.004, 0.014]],
    lower: [[0.256, 0.331, 0.009, 0.014], [0.3, 0.32, 0.005, 0.018], [0.329, 0.3185, 0.003, 0.011]],
    color: [0.5, 0.43, 0.05], tip: [0.04, 0.035, 0.02], tipShare: 0.06,
  },
  eye: { at: [0.23, 0.364], radius: 0.006, iris: [0.03, 0.018, 0.01], ring: [0.01, 0.012, 0.01] },
  leg: MALLARD_LEG,
  tail: { at: [-0.205, 0.198, 0], feathers: 9, length: 0.08, spread: [16, 40], halfWidth: 0.014, pitch: 12, rounding: 0.25, tint: { color: [0.5, 0.48, 0.45] }, coverts: [0.016, 0.016, 0.018] },
  wing: MALLARD_WING,
  flight: { body: 2, neck: [-26, -22, -10], legs: 'tuck', beat: [40, 10] },
  perch: { body: 4, crouch: 0.25 }, swim: { body: 2, depth: 0.36 },
  plumes: [{ from: [-0.19, 0.214], to: [-0.205, 0.212], around: [0, 0.3], count: 3, angle: 140, length: 0.05, halfWidth: 0.008, droop: -0.5, color: [0.014, 0.016, 0.016], on: 'body' }],
  plumage: mallardPlumage,
  morphs: [DUCK],
};

const goosePlumage = feathered(42, 0.34, ({ way, up, rest: [x, , z] }, ragged) => {
  const above = smoothstep(-0.5, 0.6, up);
  const body = blend<LinearColor>([0.3, 0.265, 0.225], [0.17, 0.14, 0.115], above);
  const rear = blend<LinearColor>(body, [0.62, 0.61, 0.58], border(-way, -0.22, 0.1) * smoothstep(0.3, -0.2, up));
  // Furrows run down the neck of a grey goose.
  const furrows =
    border(way, 1.35, 0.1) *
    border(-way, -2.1, 0.2) *
    smoothstep(0.1, 0.5, Math.abs(((x * 60 + Math.abs(z) * 60) % 2) - 1));
  return blend(
    blend<LinearColor>(rear, [0.2, 0.165, 0.13], border(way + 0.1 * ragged, 1.3, 0.4)),
    [0.1, 0.08, 0.062],
    0.6 * furrows,
  );
});

// biome-ignore format: a row for each part of the body
export const GREYLAG: BirdTable = {
  ...MALLARD,
  body: [[-0.35, 0.41, 0.035, 0.055], [-0.22, 0.38, 0.105, 0.115], [-0.01, 0.345, 0.155, 0.16], [0.155, 0.365, 0.135, 0.138]],
  neck: [[0.235, 0.45, 0.086, 0.076], [0.262, 0.55, 0.05, 0.047], [0.268, 0.65, 0.04, 0.038]],
  head: [[0.286, 0.727, 0.045, 0.041], [0.322, 0.742, 0.046, 0.039], [0.358, 0.73, 0.03, 0.028]],
  bumps: [],
  beak: {
    upper: [[0.366, 0.734, 0.028, 0.023], [0.402, 0.722, 0.021, 0.018], [0.436, 0.71, 0.011, 0.012]],
    lower: [[0.366, 0.708, 0.012, 0.018], [0.405, 0.702, 0.009, 0.014], [0.43, 0.7, 0.004, 0.008]],
    color: [0.66, 0.27, 0.09], tip: [0.6, 0.5, 0.42], tipShare: 0.12,
  },
  eye: { at: [0.33, 0.754], radius: 0.0075, iris: [0.03, 0.018, 0.01], ring: [0.5, 0.22, 0.07] },
  leg: { points: [[-0.02, 0.26, 0.075], [-0.06, 0.14, 0.08], [0.005, 0.016, 0.085]], thigh: [0.068, 0.022], thighColor: [0.28, 0.245, 0.205], radius: 0.0125, color: [0.62, 0.3, 0.2], toe: 0.1, toeRadius: 0.008, toes: 'webbed', claw: 0.01 },
  tail: { at: [-0.33, 0.41, 0], feathers: 9, length: 0.13, spread: [15, 38], halfWidth: 0.024, pitch: 4, rounding: 0.2, tint: { color: [0.16, 0.13, 0.105], tip: [0.62, 0.6, 0.57] }, coverts: [0.6, 0.58, 0.55] },
  wing: { kind: 'feathers', span: 1.6, chord: 0.27, at: [0.14, 0.42, 0.12], end: 'pointed', lesser: { color: [0.22, 0.19, 0.165], tip: [0.29, 0.26, 0.23] }, greater: { color: [0.19, 0.16, 0.135], tip: [0.27, 0.24, 0.21] }, secondary: { color: [0.12, 0.1, 0.085], tip: [0.3, 0.28, 0.25] }, tertial: { color: [0.15, 0.125, 0.1], tip: [0.27, 0.24, 0.21] }, primary: { color: [0.075, 0.065, 0.055] }, under: [0.3, 0.29, 0.28], folded: [[0.15, 0.425, 0.085, 0.024], [-0.07, 0.42, 0.1, 0.028], [-0.28, 0.425, 0.05, 0.016]], folds: [-0.43, 0.43] },
  flight: { body: 2, neck: [-52, -26, -4], legs: 'tuck', beat: [36, 10] },
  perch: { body: 4, crouch: 0.25 }, swim: { body: 2, depth: 0.33 },
  plumes: [],
  plumage: goosePlumage,
  morphs: [],
};

const SNOW: LinearColor = [0.58, 0.57, 0.545];
const swanPlumage = feathered(26, 0.07, ({ way }) =>
  blend(
    blend<LinearColor>(SNOW, [0.53, 0.48, 0.36], 0.5 * border(way, 1.9, 0.8)),
    [0.014, 0.014, 0.016],
    border(way, 2.82, 0.1),
  ),
);

// biome-ignore format: a row for each part of the body
export const MUTE_SWAN: BirdTable = {
  ...GREYLAG,
  body: [[-0.54, 0.52, 0.04, 0.07], [-0.35, 0.47, 0.14, 0.17], [-0.06, 0.42, 0.2, 0.215], [0.19, 0.44, 0.175, 0.175]],
  neck: [[0.325, 0.56, 0.105, 0.09], [0.372, 0.69, 0.06, 0.056], [0.345, 0.81, 0.047, 0.044], [0.325, 0.92, 0.041, 0.039], [0.343, 1.03, 0.041, 0.039]],
  head: [[0.387, 1.105, 0.049, 0.044], [0.437, 1.105, 0.046, 0.039], [0.482, 1.073, 0.031, 0.028]],
  beak: {
    upper: [[0.49, 1.068, 0.028, 0.023], [0.535, 1.035, 0.019, 0.021], [0.578, 1.005, 0.011, 0.017]],
    lower: [[0.48, 1.042, 0.013, 0.019], [0.525, 1.012, 0.009, 0.017], [0.565, 0.988, 0.005, 0.012]],
    color: [0.68, 0.2, 0.03], lowerColor: [0.03, 0.026, 0.025], tip: [0.02, 0.018, 0.018], tipShare: 0.08,
  },
  flesh: [{ points: [[0.472, 1.098, 0], [0.49, 1.1, 0], [0.508, 1.085, 0]], radii: [0.012, 0.02, 0.009], flatness: 0.9, color: [0.014, 0.014, 0.016], paired: false }],
  eye: { at: [0.447, 1.108], radius: 0.0085, iris: [0.025, 0.015, 0.01], ring: [0.014, 0.014, 0.016] },
  leg: { points: [[-0.05, 0.3, 0.1], [-0.1, 0.15, 0.105], [-0.02, 0.022, 0.11]], thigh: [0.085, 0.03], thighColor: SNOW, radius: 0.018, color: [0.03, 0.03, 0.032], toe: 0.15, toeRadius: 0.011, toes: 'webbed', claw: 0.014 },
  tail: { at: [-0.52, 0.52, 0], feathers: 11, length: 0.2, spread: [14, 32], halfWidth: 0.034, pitch: 6, rounding: 0.35, tint: { color: SNOW }, coverts: SNOW },
  wing: { kind: 'feathers', span: 2.3, chord: 0.37, at: [0.17, 0.52, 0.16], end: 'round', lesser: { color: SNOW }, greater: { color: SNOW }, secondary: { color: SNOW }, primary: { color: SNOW }, under: SNOW, folded: [[0.18, 0.52, 0.12, 0.04], [-0.1, 0.52, 0.16, 0.055], [-0.4, 0.53, 0.07, 0.03]], folds: [-0.6, 0.545] },
  flight: { body: 4, neck: [-40, -46, 2, 22, 10], legs: 'tuck', beat: [34, 10] },
  perch: { body: 4, crouch: 0.3 }, swim: { body: 2, depth: 0.33 },
  plumage: swanPlumage,
};
