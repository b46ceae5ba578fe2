// Birds that walk: hens, ostriches and penguins. Proportions after del Hoyo et al., Handbook of the Birds of the World, vols 1 and 2.
import type { LinearColor } from '@diorama/geometry';
import { smoothstep } from '../../../build/noise.ts';
import { blend } from '../../../build/vectors.ts';
import type { BirdTable, FleshTable, PlumeTable } from '../bird-table.ts';
import { border, feathered } from '../plumages.ts';
import { MALLARD } from './waterfowl.ts';

const COMB: LinearColor = [0.5, 0.02, 0.015];
const RUFOUS: LinearColor = [0.15, 0.056, 0.02];
const points = [
  [0.168, 0.43, 0.012],
  [0.184, 0.438, 0.016],
  [0.2, 0.436, 0.017],
  [0.214, 0.426, 0.014],
  [0.224, 0.412, 0.01],
] as const;
const comb: readonly FleshTable[] = [
  {
    points: [
      [0.158, 0.415, 0],
      [0.18, 0.424, 0],
      [0.205, 0.42, 0],
      [0.226, 0.4, 0],
    ],
    radii: [0.006, 0.013, 0.013, 0.006],
    flatness: 0.32,
    color: COMB,
    paired: false,
  },
  ...points.map(
    ([x, y, reach]): FleshTable => ({
      points: [
        [x, y - 0.012, 0],
        [x - 0.003, y + reach * 0.5, 0],
        [x - 0.006, y + reach, 0],
      ],
      radii: [0.009, 0.006, 0.001],
      flatness: 0.4,
      color: COMB,
      paired: false,
    }),
  ),
  {
    points: [
      [0.212, 0.382, 0.008],
      [0.213, 0.362, 0.01],
      [0.21, 0.345, 0.01],
      [0.209, 0.338, 0.01],
    ],
    radii: [0.007, 0.0105, 0.0105, 0.004],
    flatness: 0.42,
    color: COMB,
    paired: true,
  },
];

// biome-ignore format: a row for each part of the body
const HEN_LEG: BirdTable['leg'] = { points: [[0.0, 0.19, 0.05], [-0.035, 0.095, 0.052], [0.015, 0.012, 0.055]], thigh: [0.058, 0.018], thighColor: [0.2, 0.08, 0.028], radius: 0.0085, color: [0.55, 0.38, 0.09], toe: 0.056, toeRadius: 0.0062, toes: 'three', claw: 0.01, clawColor: [0.3, 0.22, 0.12] };
// biome-ignore format: a row for each part of the body
const HEN_TAIL: BirdTable['tail'] = { at: [-0.165, 0.295, 0], feathers: 9, length: 0.16, spread: [22, 40], halfWidth: 0.022, pitch: 46, rounding: 0.3, tint: { color: [0.05, 0.03, 0.018] }, coverts: [0.15, 0.06, 0.022], curve: 0.1, roof: 62 };
// biome-ignore format: a row for each part of the body
const HEN_WING: BirdTable['wing'] = { kind: 'feathers', span: 0.72, chord: 0.17, at: [0.08, 0.27, 0.085], end: 'round', lesser: { color: [0.16, 0.06, 0.021], tip: [0.22, 0.09, 0.033] }, greater: { color: [0.15, 0.058, 0.021], tip: [0.22, 0.09, 0.033] }, secondary: { color: [0.14, 0.056, 0.02], tip: [0.2, 0.085, 0.03] }, primary: { color: [0.08, 0.035, 0.016] }, folded: [[0.09, 0.265, 0.06, 0.02], [-0.02, 0.25, 0.075, 0.026], [-0.12, 0.265, 0.05, 0.016]], folds: [-0.17, 0.265] };
// biome-ignore format: a row for each tract
const HEN_PLUMES: readonly PlumeTable[] = [
  { from: [0.115, 0.36], to: [0.155, 0.4], around: [0.05, 1], count: 26, angle: 238, length: 0.075, halfWidth: 0.009, droop: 0, splay: 0.12, color: [0.25, 0.1, 0.03], on: 'neck' },
  { from: [-0.11, 0.335], to: [-0.165, 0.315], around: [0.3, 1], count: 14, angle: 205, length: 0.07, halfWidth: 0.01, droop: 0.3, splay: 0.1, color: [0.2, 0.08, 0.026], on: 'body' },
];

/** A hen of one color, its tail and its wings' ends of another. */
function breed(color: LinearColor, light: LinearColor, dark: LinearColor): Partial<BirdTable> {
  return {
    wing: {
      ...HEN_WING,
      lesser: { color, tip: light },
      greater: { color, tip: light },
      secondary: { color, tip: light },
      primary: { color: dark },
    },
    tail: { ...HEN_TAIL, tint: { color: dark }, coverts: color },
    leg: { ...HEN_LEG, thighColor: color },
    plumes: HEN_PLUMES.map((plume) => ({ ...plume, color: light })),
    plumage: feathered(70, 0.2, ({ way, up }) =>
      blend(color, [0.45, 0.035, 0.022] as LinearColor, border(way, 2.5, 0.16) * smoothstep(0.95, 0.8, up)),
    ),
  };
}

// biome-ignore format: a row for each part of the body
export const HEN: BirdTable = {
  body: [[-0.185, 0.285, 0.035, 0.045], [-0.11, 0.25, 0.09, 0.088], [0.0, 0.22, 0.118, 0.108], [0.09, 0.235, 0.1, 0.092]],
  neck: [[0.14, 0.29, 0.073, 0.064], [0.16, 0.345, 0.048, 0.043]],
  head: [[0.173, 0.388, 0.035, 0.031], [0.194, 0.398, 0.031, 0.026], [0.212, 0.392, 0.02, 0.018]],
  flesh: comb,
  beak: {
    upper: [[0.214, 0.396, 0.011, 0.01], [0.232, 0.391, 0.0085, 0.007], [0.245, 0.38, 0.002, 0.002]],
    lower: [[0.214, 0.383, 0.007, 0.008], [0.23, 0.38, 0.005, 0.005], [0.239, 0.378, 0.002, 0.002]],
    color: [0.5, 0.36, 0.13],
  },
  eye: { at: [0.202, 0.401], radius: 0.0052, iris: [0.5, 0.2, 0.03], ring: [0.45, 0.03, 0.02] },
  leg: HEN_LEG,
  tail: HEN_TAIL,
  wing: HEN_WING,
  flight: { body: 0, neck: [-16, -12], legs: 'tuck', beat: [46, 14] },
  perch: { body: 4, crouch: 0.4 }, swim: { body: 2, depth: 0.36 },
  plumes: HEN_PLUMES,
  plumage: feathered(70, 0.35, ({ way, up }) => {
    const body = blend<LinearColor>([0.19, 0.08, 0.03], RUFOUS, smoothstep(-0.5, 0.2, up));
    const hackle = blend<LinearColor>(body, [0.24, 0.1, 0.03], border(way, 1.2, 0.4));
    return blend<LinearColor>(hackle, [0.45, 0.035, 0.022], border(way, 2.5, 0.16) * smoothstep(0.95, 0.8, up));
  }),
  morphs: [
    breed([0.6, 0.58, 0.53], [0.64, 0.61, 0.55], [0.5, 0.48, 0.44]),
    breed([0.022, 0.02, 0.02], [0.03, 0.033, 0.032], [0.014, 0.014, 0.014]),
    breed([0.33, 0.17, 0.06], [0.42, 0.24, 0.1], [0.2, 0.1, 0.04]),
  ],
};

const BARE: LinearColor = [0.4, 0.26, 0.21];
const SOOT: LinearColor = [0.018, 0.017, 0.017];
const PLUME: LinearColor = [0.62, 0.6, 0.56];
// biome-ignore format: a row for each part of the body
const OSTRICH_WING: BirdTable['wing'] = { kind: 'feathers', span: 2.2, chord: 0.5, at: [0.2, 1.26, 0.22], end: 'round', lesser: { color: SOOT }, greater: { color: SOOT }, secondary: { color: SOOT }, tertial: { color: [0.02, 0.02, 0.02] }, primary: { color: [0.02, 0.02, 0.02], tip: PLUME }, folded: [[0.28, 1.25, 0.17, 0.06], [0.02, 1.17, 0.24, 0.08], [-0.3, 1.12, 0.2, 0.06]], folds: [-0.5, 0.93] };
// biome-ignore format: a row for each tract
const OSTRICH_PLUMES: readonly PlumeTable[] = [
  { from: [-0.45, 1.27], to: [0.2, 1.4], around: [0.1, 1], count: 44, angle: 200, length: 0.26, halfWidth: 0.05, droop: 0.5, splay: 0.25, color: SOOT, on: 'body' },
  { from: [-0.4, 1.05], to: [0.15, 0.9], around: [0.5, 1], count: 30, angle: 220, length: 0.26, halfWidth: 0.05, droop: 0.3, splay: 0.25, color: SOOT, on: 'body' },
  { from: [-0.3, 1.0], to: [-0.45, 1.08], around: [0.7, 1.1], count: 14, angle: 205, length: 0.34, halfWidth: 0.06, droop: 0.5, splay: 0.2, color: PLUME, on: 'body' },
];
const ostrichPlumage = (coat: LinearColor) =>
  feathered(14, 0.35, ({ way }, ragged) =>
    blend(
      blend<LinearColor>(coat, [0.45, 0.42, 0.39], 0.7 * border(way + 0.06 * ragged, 1.24, 0.1)),
      BARE,
      border(way, 1.4, 0.14),
    ),
  );
const DUN: LinearColor = [0.13, 0.1, 0.078];

// biome-ignore format: a row for each part of the body
export const OSTRICH: BirdTable = {
  body: [[-0.52, 1.16, 0.09, 0.1], [-0.34, 1.17, 0.24, 0.25], [0.02, 1.13, 0.33, 0.32], [0.3, 1.16, 0.23, 0.22]],
  neck: [[0.45, 1.3, 0.12, 0.1], [0.51, 1.48, 0.07, 0.062], [0.515, 1.7, 0.055, 0.05], [0.52, 1.95, 0.049, 0.045], [0.54, 2.15, 0.047, 0.043]],
  head: [[0.59, 2.27, 0.062, 0.052], [0.655, 2.305, 0.058, 0.052], [0.715, 2.29, 0.036, 0.04]],
  beak: {
    upper: [[0.725, 2.295, 0.026, 0.042], [0.78, 2.28, 0.017, 0.038], [0.835, 2.264, 0.007, 0.022]],
    lower: [[0.725, 2.267, 0.016, 0.038], [0.78, 2.258, 0.011, 0.034], [0.828, 2.252, 0.005, 0.018]],
    color: [0.42, 0.3, 0.2], tip: [0.3, 0.2, 0.13],
  },
  eye: { at: [0.665, 2.315], radius: 0.024, iris: [0.08, 0.045, 0.02], ring: [0.2, 0.15, 0.12], out: -0.008 },
  leg: { points: [[0.06, 1.0, 0.18], [-0.11, 0.52, 0.16], [0.04, 0.06, 0.14]], thigh: [0.2, 0.06], thighColor: BARE, radius: 0.044, color: [0.38, 0.25, 0.2], toe: 0.19, toeRadius: 0.034, toes: 'two', claw: 0.05, clawColor: [0.1, 0.08, 0.07] },
  tail: { at: [-0.48, 1.17, 0], feathers: 9, length: 0.34, spread: [30, 44], halfWidth: 0.075, pitch: 6, rounding: 0.25, tint: { color: PLUME }, coverts: [0.4, 0.38, 0.35], curve: -0.9 },
  wing: OSTRICH_WING,
  flight: { body: 0, neck: [0, 0, 0, 0, 0], legs: 'run', beat: [14, 4] },
  perch: { body: 0, crouch: 0.16 }, swim: { body: 0, depth: 0.34 },
  plumes: OSTRICH_PLUMES,
  plumage: ostrichPlumage(SOOT),
  morphs: [{
    wing: { ...OSTRICH_WING, lesser: { color: DUN }, greater: { color: DUN }, secondary: { color: DUN }, tertial: { color: DUN }, primary: { color: DUN, tip: [0.3, 0.26, 0.22] } },
    plumes: OSTRICH_PLUMES.map((plume) => ({ ...plume, color: plume.color === SOOT ? DUN : [0.34, 0.3, 0.26] })),
    plumage: ostrichPlumage(DUN),
  }],
};

const NIGHT: LinearColor = [0.02, 0.023, 0.03];
// biome-ignore format: a row for each part of the body
export const EMPEROR_PENGUIN: BirdTable = {
  ...MALLARD,
  body: [[-0.12, 0.09, 0.08, 0.11], [-0.075, 0.25, 0.17, 0.185], [-0.03, 0.46, 0.185, 0.195], [-0.005, 0.67, 0.15, 0.16]],
  neck: [[0.005, 0.81, 0.11, 0.112], [0.015, 0.895, 0.08, 0.078]],
  head: [[0.035, 0.96, 0.068, 0.063], [0.07, 0.99, 0.062, 0.056], [0.11, 0.985, 0.04, 0.038]],
  bumps: [],
  beak: {
    upper: [[0.125, 0.99, 0.018, 0.016], [0.175, 0.984, 0.011, 0.01], [0.225, 0.962, 0.003, 0.003]],
    lower: [[0.125, 0.972, 0.011, 0.013], [0.175, 0.967, 0.008, 0.009], [0.218, 0.955, 0.003, 0.003]],
    color: [0.025, 0.022, 0.024], lowerColor: [0.6, 0.25, 0.14],
  },
  eye: { at: [0.09, 1.005], radius: 0.008, iris: [0.04, 0.022, 0.014], ring: [0.012, 0.013, 0.016] },
  leg: { points: [[-0.02, 0.16, 0.075], [-0.05, 0.08, 0.08], [0.0, 0.03, 0.085]], thigh: [0.05, 0.034], thighColor: [0.4, 0.39, 0.36], radius: 0.03, color: [0.022, 0.022, 0.025], toe: 0.11, toeRadius: 0.017, toes: 'webbed', claw: 0.03, clawColor: [0.03, 0.03, 0.03] },
  tail: { at: [-0.19, 0.1, 0], feathers: 7, length: 0.12, spread: [14, 20], halfWidth: 0.03, pitch: -44, rounding: 0.3, tint: { color: NIGHT }, coverts: NIGHT },
  wing: { kind: 'flipper', span: 1.12, chord: 0.15, at: [-0.01, 0.74, 0.155], end: 'pointed', lesser: { color: [0.024, 0.028, 0.037] }, greater: { color: NIGHT }, secondary: { color: NIGHT }, primary: { color: NIGHT }, folded: [[-0.01, 0.74, 0.05, 0.026], [-0.03, 0.6, 0.068, 0.022], [-0.055, 0.44, 0.055, 0.016], [-0.07, 0.33, 0.03, 0.01]], folds: [0, 0] },
  flight: { body: 78, neck: [16, 12], head: 0, legs: 'trail', beat: [26, -4] },
  perch: { body: 0, crouch: 0 }, swim: { body: 80, depth: 0 },
  plumes: [],
  morphs: [],
  plumage: feathered(40, 0.12, ({ way, up, rest: [x, y, z] }, ragged) => {
    const front = smoothstep(0.12, -0.05, up + 0.03 * ragged);
    const body = blend<LinearColor>([0.036, 0.042, 0.055], [0.66, 0.65, 0.6], front);
    const chest = blend<LinearColor>(body, [0.66, 0.5, 0.12], front * border(way, 1.05, 0.5) * 0.8);
    const hood = blend<LinearColor>(chest, [0.012, 0.013, 0.016], Math.max(border(y + 0.35 * x, 0.925, 0.03), smoothstep(0.05, 0.2, up) * border(way, 1.1, 0.3)));
    // The golden patch behind the ear, which fades down the side of the neck.
    const ear = smoothstep(0.062, 0.03, Math.sqrt((x - 0.012) * (x - 0.012) + 0.33 * (y - 0.925) * (y - 0.925))) * smoothstep(0.03, 0.05, Math.abs(z));
    return blend<LinearColor>(hood, [0.68, 0.4, 0.03], ear);
  }),
};
