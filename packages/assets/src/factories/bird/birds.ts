// The table of birds, as species of the library. Proportions after del Hoyo et al., Handbook of the Birds of the World.

import type { LinearColor } from '@diorama/geometry';
import { VARIANT_COUNT } from '@diorama/vocabulary';
import { fractal, noise, smoothstep } from '../../build/noise.ts';
import { blend, scale } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { REGION } from '../../solid/round-cone.ts';
import type { Species } from '../../species.ts';
import { BIRD_POSES } from './bird-poses.ts';
import type { BirdTable } from './bird-table.ts';
import { buildBird } from './build-bird.ts';

type CoatOf = (seed: number) => Coat;
const grain = ([x, y, z]: readonly number[], fineness: number, seed: number) =>
  0.9 + 0.2 * fractal(x! * fineness * 0.5, y! * fineness, z! * fineness, seed);

const mallardCoat: CoatOf =
  (seed) =>
  ({ rest, shares }) => {
    const [x, y] = rest;
    const above = shares[REGION.neck]! + shares[REGION.head]!;
    const ring = shares[REGION.neck]! * smoothstep(0.222, 0.228, y) * (1 - smoothstep(0.238, 0.244, y));
    const breast =
      smoothstep(0.05, 0.12, x) * (1 - smoothstep(0.215, 0.225, y)) * smoothstep(0.9, 0.6, shares[REGION.wing]! * 2);
    const body = blend(
      blend<LinearColor>([0.52, 0.5, 0.46], [0.22, 0.1, 0.045], breast),
      [0.03, 0.03, 0.03],
      smoothstep(-0.16, -0.18, x),
    );
    const winged = blend(body, [0.3, 0.25, 0.2], shares[REGION.wing]!);
    const headed = blend(winged, [0.012, 0.17, 0.055], above * smoothstep(0.238, 0.246, y));
    return scale(blend(headed, [0.8, 0.8, 0.78], ring), grain(rest, 60, seed));
  };

const heronCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const [x, y, z] = rest;
    const under = smoothstep(-0.2, -0.7, normal[1]) + 0.6 * shares[REGION.hind]!;
    const above = shares[REGION.neck]! + shares[REGION.head]!;
    const body = blend(
      blend<LinearColor>([0.26, 0.3, 0.36], [0.62, 0.62, 0.62], Math.min(1, under)),
      [0.7, 0.7, 0.69],
      above,
    );
    const streaks =
      shares[REGION.neck]! * smoothstep(0.5, 0.8, normal[0]) * smoothstep(0.1, 0.4, noise(20 * x, 40 * y, 1, seed));
    const dark = Math.max(shares[REGION.head]! * smoothstep(1.008, 1.014, y), streaks);
    const tips = smoothstep(-0.08, -0.25, x);
    const wing = blend<LinearColor>([0.24, 0.29, 0.36], [0.035, 0.04, 0.055], tips);
    return scale(blend(blend(body, [0.03, 0.035, 0.05], dark), wing, shares[REGION.wing]!), grain([x, y, z], 32, seed));
  };

/** One color below the neck, another above, with ragged feathers between them. */
const hoodedCoat =
  (body: LinearColor, hood: LinearColor, below: number): CoatOf =>
  (seed) =>
  ({ rest, shares }) => {
    const [x, y, z] = rest;
    const above =
      (shares[REGION.neck]! + shares[REGION.head]!) *
      smoothstep(below, below + 0.05, y + 0.03 * noise(50 * x, 50 * y, 50 * z, seed));
    return scale(blend(body, hood, above), 0.75 + 0.5 * (0.5 + 0.5 * fractal(12 * x, 30 * y, 30 * z, seed)));
  };

/** A colored breast under a plain back. */
const breastedCoat =
  (back: LinearColor, breast: LinearColor, belly: LinearColor, from: number): CoatOf =>
  (seed) =>
  ({ rest, shares, normal }) => {
    const front =
      smoothstep(0.25, 0.55, normal[0]) *
      smoothstep(from - 0.02, from + 0.02, rest[0]) *
      smoothstep(0.75, 0.5, normal[1]);
    const under = smoothstep(0.0, -0.5, normal[1]) * (1 - shares[REGION.wing]!);
    const plain = blend(back, belly, Math.min(1, under));
    return scale(blend(plain, breast, Math.min(1, front * (1 - shares[REGION.wing]!) * 1.3)), grain(rest, 70, seed));
  };

const penguinCoat: CoatOf =
  (seed) =>
  ({ rest, shares, normal }) => {
    const [x, y] = rest;
    const front =
      smoothstep(0.05, 0.35, normal[0]) *
      smoothstep(0.97, 0.9, y) *
      (1 - shares[REGION.wing]!) *
      (1 - shares[REGION.head]!);
    const gold =
      smoothstep(0.8, 0.86, y) *
      smoothstep(0.98, 0.94, y) *
      smoothstep(0.2, 0.7, Math.abs(normal[2])) *
      smoothstep(-0.05, 0.01, x);
    const body = blend<LinearColor>([0.02, 0.022, 0.028], [0.8, 0.79, 0.74], front);
    return scale(blend(body, [0.8, 0.5, 0.06], gold), grain(rest, 60, seed));
  };

// biome-ignore format: a row for each part of the body
const MALLARD: BirdTable = {
  cell: 0.0102, blend: 0.04,
  body: [[-0.2, 0.185, 0.035, 0.05], [-0.1, 0.165, 0.085, 0.095], [0.03, 0.15, 0.105, 0.115], [0.12, 0.165, 0.085, 0.09]],
  neck: [[0.155, 0.2, 0.06, 0.055], [0.175, 0.28, 0.042, 0.04], [0.19, 0.325, 0.045, 0.042]],
  head: [[0.195, 0.34, 0.052, 0.046], [0.225, 0.335, 0.038, 0.036]],
  beak: { points: [[0.245, 0.335], [0.285, 0.32], [0.32, 0.312], [0.335, 0.312]], radii: [0.024, 0.024, 0.03, 0.015], color: [0.75, 0.48, 0.04], width: 2.4 },
  eye: { at: [0.222, 0.352], radius: 0.0075, iris: [0.01, 0.01, 0.01] },
  leg: { points: [[0, 0.07, 0.05], [-0.005, 0.03, 0.055], [0.01, 0.006, 0.06]], radius: 0.009, color: [0.85, 0.3, 0.02], toe: 0.07, webbed: true },
  tail: { at: [-0.2, 0.19, 0], feathers: 7, length: 0.09, spread: 30, halfWidth: 0.01, pitch: 22, color: [0.75, 0.72, 0.66] },
  wing: { span: 0.9, chord: 0.14, at: [0.08, 0.2, 0.085], color: [0.2, 0.17, 0.15], coverts: [0.3, 0.27, 0.24], tips: [0.1, 0.085, 0.07], fingers: 6, folded: [[0.09, 0.19, 0.055, 0.02], [-0.04, 0.195, 0.06, 0.022], [-0.17, 0.205, 0.025, 0.012]] },
  flight: { body: -4, neck: 42 }, coat: mallardCoat,
};

// biome-ignore format: a row for each part of the body
const GOOSE: BirdTable = {
  ...MALLARD, cell: 0.0154, blend: 0.06,
  body: [[-0.34, 0.38, 0.05, 0.07], [-0.17, 0.36, 0.13, 0.14], [0.05, 0.35, 0.16, 0.165], [0.2, 0.38, 0.13, 0.13]],
  neck: [[0.25, 0.45, 0.08, 0.07], [0.28, 0.56, 0.046, 0.044], [0.285, 0.66, 0.042, 0.04], [0.3, 0.73, 0.046, 0.043]],
  head: [[0.315, 0.75, 0.055, 0.047], [0.355, 0.742, 0.042, 0.038]],
  beak: { points: [[0.375, 0.742], [0.42, 0.73], [0.45, 0.722]], radii: [0.032, 0.026, 0.012], color: [0.75, 0.32, 0.1], width: 0.9 },
  eye: { at: [0.35, 0.763], radius: 0.0085, iris: [0.03, 0.02, 0.01] },
  leg: { points: [[-0.02, 0.24, 0.075], [-0.03, 0.13, 0.08], [0, 0.01, 0.085]], radius: 0.014, color: [0.7, 0.3, 0.12], toe: 0.11, webbed: true },
  tail: { at: [-0.34, 0.38, 0], feathers: 7, length: 0.14, spread: 26, halfWidth: 0.018, pitch: 6, color: [0.5, 0.48, 0.45] },
  wing: { span: 1.6, chord: 0.26, at: [0.14, 0.42, 0.13], color: [0.19, 0.165, 0.14], coverts: [0.3, 0.27, 0.24], tips: [0.09, 0.08, 0.07], fingers: 7, folded: [[0.15, 0.42, 0.09, 0.03], [-0.07, 0.42, 0.1, 0.032], [-0.34, 0.42, 0.035, 0.015]] },
  flight: { body: 0, neck: 46 }, coat: hoodedCoat([0.3, 0.26, 0.21], [0.24, 0.2, 0.16], 0.5),
};

// biome-ignore format: a row for each part of the body
const HERON: BirdTable = {
  cell: 0.0155, blend: 0.05,
  body: [[-0.26, 0.5, 0.045, 0.04], [-0.12, 0.545, 0.1, 0.085], [0.04, 0.59, 0.115, 0.1], [0.14, 0.63, 0.09, 0.075]],
  neck: [[0.2, 0.68, 0.055, 0.045], [0.235, 0.75, 0.034, 0.03], [0.18, 0.82, 0.03, 0.026], [0.145, 0.89, 0.028, 0.025], [0.17, 0.96, 0.026, 0.024], [0.215, 0.995, 0.03, 0.026]],
  head: [[0.235, 1, 0.037, 0.032], [0.29, 0.992, 0.022, 0.02]],
  beak: { points: [[0.3, 0.99], [0.36, 0.98], [0.47, 0.965]], radii: [0.02, 0.014, 0.002], color: [0.72, 0.42, 0.06], width: 0.7 },
  eye: { at: [0.275, 1.004], radius: 0.0085, iris: [0.8, 0.6, 0.02] },
  leg: { points: [[0, 0.5, 0.045], [-0.03, 0.24, 0.045], [-0.01, 0.02, 0.045]], radius: 0.0105, color: [0.2, 0.17, 0.1], toe: 0.09, webbed: false },
  tail: { at: [-0.27, 0.495, 0], feathers: 5, length: 0.1, spread: 14, halfWidth: 0.011, pitch: -28, color: [0.2, 0.24, 0.3] },
  wing: { span: 1.8, chord: 0.36, at: [0.1, 0.66, 0.082], color: [0.22, 0.26, 0.32], coverts: [0.36, 0.4, 0.46], tips: [0.03, 0.035, 0.05], fingers: 6, ragged: true, folded: [[0.11, 0.645, 0.075, 0.02], [-0.05, 0.58, 0.085, 0.025], [-0.28, 0.49, 0.035, 0.012]] },
  flight: { body: 20, neck: 0 }, crest: [[0.21, 1.02, 0.012], [0.13, 1.02, 0.014], [0.05, 0.985, 0.012]], coat: heronCoat,
};

// biome-ignore format: a row for each part of the body
const EAGLE: BirdTable = {
  cell: 0.0155, blend: 0.05,
  body: [[-0.26, 0.3, 0.04, 0.05], [-0.13, 0.4, 0.095, 0.1], [0.02, 0.52, 0.125, 0.125], [0.08, 0.62, 0.105, 0.105]],
  neck: [[0.12, 0.7, 0.085, 0.08], [0.15, 0.765, 0.068, 0.064]],
  head: [[0.175, 0.8, 0.064, 0.058], [0.215, 0.795, 0.046, 0.042]],
  beak: { points: [[0.238, 0.8], [0.282, 0.802], [0.31, 0.785], [0.312, 0.756]], radii: [0.033, 0.027, 0.016, 0.002], color: [0.75, 0.5, 0.05], width: 0.75 },
  eye: { at: [0.22, 0.815], radius: 0.011, iris: [0.6, 0.38, 0.05] },
  leg: { points: [[0.01, 0.38, 0.075], [0.05, 0.16, 0.08], [0.02, 0.022, 0.085]], radius: 0.02, color: [0.8, 0.5, 0.04], toe: 0.1, webbed: false },
  tail: { at: [-0.27, 0.29, 0], feathers: 9, length: 0.26, spread: 16, halfWidth: 0.025, pitch: -40, color: [0.13, 0.09, 0.06] },
  wing: { span: 2.1, chord: 0.36, at: [0.06, 0.6, 0.1], color: [0.055, 0.035, 0.022], coverts: [0.1, 0.055, 0.03], tips: [0.025, 0.018, 0.014], fingers: 7, ragged: true, folded: [[0.06, 0.62, 0.1, 0.035], [-0.09, 0.47, 0.11, 0.035], [-0.33, 0.2, 0.04, 0.015]] },
  flight: { body: 38, neck: 10 }, coat: hoodedCoat([0.085, 0.05, 0.028], [0.3, 0.17, 0.06], 0.68),
};
const SEA_EAGLE: BirdTable = {
  ...EAGLE,
  coat: hoodedCoat([0.075, 0.045, 0.028], [0.84, 0.82, 0.78], 0.66),
  tail: { ...EAGLE.tail, color: [0.82, 0.8, 0.76] },
};

// biome-ignore format: a row for each part of the body
const RAVEN: BirdTable = {
  ...EAGLE, cell: 0.0095, blend: 0.035,
  body: [[-0.2, 0.2, 0.03, 0.035], [-0.09, 0.24, 0.07, 0.07], [0.03, 0.29, 0.085, 0.085], [0.1, 0.34, 0.07, 0.07]],
  neck: [[0.13, 0.38, 0.06, 0.056], [0.15, 0.415, 0.05, 0.048]],
  head: [[0.165, 0.435, 0.048, 0.044], [0.195, 0.43, 0.036, 0.032]],
  beak: { points: [[0.21, 0.43], [0.25, 0.428], [0.29, 0.415], [0.3, 0.405]], radii: [0.024, 0.02, 0.01, 0.002], color: [0.02, 0.02, 0.022], width: 0.75 },
  eye: { at: [0.197, 0.444], radius: 0.007, iris: [0.02, 0.015, 0.012] },
  leg: { points: [[0, 0.22, 0.045], [0.02, 0.11, 0.048], [0, 0.012, 0.05]], radius: 0.0095, color: [0.02, 0.02, 0.022], toe: 0.055, webbed: false },
  tail: { at: [-0.2, 0.195, 0], feathers: 7, length: 0.19, spread: 12, halfWidth: 0.014, pitch: -16, color: [0.018, 0.018, 0.024] },
  wing: { span: 1.2, chord: 0.22, at: [0.07, 0.35, 0.068], color: [0.016, 0.016, 0.022], coverts: [0.022, 0.022, 0.03], tips: [0.01, 0.01, 0.013], fingers: 6, ragged: true, folded: [[0.08, 0.33, 0.06, 0.02], [-0.05, 0.27, 0.062, 0.02], [-0.29, 0.17, 0.022, 0.01]] },
  flight: { body: 18, neck: 6 }, coat: hoodedCoat([0.018, 0.018, 0.024], [0.016, 0.016, 0.02], 0.3),
};

// biome-ignore format: a row for each part of the body
const ROBIN: BirdTable = {
  ...RAVEN, cell: 0.0034, blend: 0.014,
  body: [[-0.05, 0.062, 0.012, 0.014], [-0.022, 0.072, 0.03, 0.03], [0.008, 0.083, 0.038, 0.037], [0.026, 0.097, 0.031, 0.031]],
  neck: [[0.033, 0.112, 0.027, 0.026], [0.036, 0.122, 0.025, 0.024]],
  head: [[0.04, 0.128, 0.024, 0.023], [0.05, 0.126, 0.017, 0.016]],
  beak: { points: [[0.058, 0.126], [0.07, 0.123], [0.08, 0.12]], radii: [0.0055, 0.004, 0.0008], color: [0.05, 0.04, 0.035], width: 0.85 },
  eye: { at: [0.05, 0.133], radius: 0.004, iris: [0.01, 0.008, 0.008] },
  leg: { points: [[0.002, 0.055, 0.016], [0.008, 0.03, 0.017], [0.002, 0.004, 0.018]], radius: 0.0024, color: [0.16, 0.1, 0.07], toe: 0.018, webbed: false },
  tail: { at: [-0.05, 0.06, 0], feathers: 5, length: 0.048, spread: 10, halfWidth: 0.0045, pitch: -12, color: [0.13, 0.1, 0.06] },
  wing: { span: 0.22, chord: 0.05, at: [0.016, 0.098, 0.03], color: [0.13, 0.1, 0.06], coverts: [0.17, 0.13, 0.08], tips: [0.08, 0.06, 0.04], fingers: 5, folded: [[0.018, 0.093, 0.024, 0.009], [-0.015, 0.078, 0.024, 0.009], [-0.068, 0.058, 0.008, 0.004]] },
  flight: { body: 18, neck: 4 }, coat: breastedCoat([0.17, 0.13, 0.08], [0.62, 0.18, 0.035], [0.66, 0.62, 0.55], 0.015),
};
const DIPPER: BirdTable = {
  ...ROBIN,
  coat: breastedCoat([0.06, 0.045, 0.035], [0.8, 0.78, 0.74], [0.13, 0.075, 0.045], 0.015),
};

// biome-ignore format: a row for each part of the body
const PENGUIN: BirdTable = {
  ...MALLARD, cell: 0.021, blend: 0.07,
  body: [[-0.09, 0.13, 0.11, 0.12], [-0.03, 0.28, 0.165, 0.175], [0, 0.5, 0.165, 0.175], [0.01, 0.7, 0.13, 0.14]],
  neck: [[0.02, 0.84, 0.095, 0.092], [0.03, 0.93, 0.075, 0.072]],
  head: [[0.045, 0.99, 0.07, 0.066], [0.085, 0.99, 0.05, 0.046]],
  beak: { points: [[0.12, 0.99], [0.17, 0.985], [0.22, 0.965]], radii: [0.02, 0.015, 0.003], color: [0.1, 0.07, 0.06], width: 0.8 },
  eye: { at: [0.09, 1.005], radius: 0.01, iris: [0.03, 0.02, 0.015] },
  leg: { points: [[0, 0.12, 0.08], [0, 0.06, 0.085], [0.03, 0.02, 0.09]], radius: 0.026, color: [0.03, 0.03, 0.032], toe: 0.11, webbed: true },
  tail: { at: [-0.16, 0.08, 0], feathers: 5, length: 0.08, spread: 20, halfWidth: 0.02, pitch: -40, color: [0.02, 0.022, 0.028] },
  wing: { span: 0.9, chord: 0.12, at: [0, 0.74, 0.15], color: [0.025, 0.027, 0.034], coverts: [0.025, 0.027, 0.034], tips: [0.02, 0.02, 0.025], fingers: 4, folded: [[0.01, 0.74, 0.05, 0.022], [-0.01, 0.55, 0.055, 0.02], [-0.04, 0.36, 0.025, 0.012]] },
  flight: { body: 60, neck: 0 }, coat: penguinCoat,
};

/** Every bird of the library. */
export const BIRDS: readonly Species[] = [
  bird(
    'grey-heron',
    HERON,
    ['grey heron', 'heron', 'Ardea cinerea'],
    ['wader', 'egret', 'stork', 'crane', 'flamingo', 'ibis', 'long legs', 'pond'],
  ),
  bird(
    'golden-eagle',
    EAGLE,
    ['golden eagle', 'eagle', 'Aquila chrysaetos'],
    ['raptor', 'bird of prey', 'hawk', 'falcon', 'buzzard', 'kite', 'owl', 'vulture'],
  ),
  bird(
    'bald-eagle',
    SEA_EAGLE,
    ['bald eagle', 'sea eagle', 'fish eagle', 'Haliaeetus leucocephalus'],
    ['raptor', 'bird of prey', 'osprey'],
  ),
  bird(
    'mallard',
    MALLARD,
    ['mallard', 'duck', 'drake', 'Anas platyrhynchos'],
    ['waterfowl', 'teal', 'coot', 'moorhen', 'pond', 'grebe'],
  ),
  bird(
    'greylag-goose',
    GOOSE,
    ['grey goose', 'goose', 'greylag', 'Anser anser'],
    ['waterfowl', 'swan', 'geese', 'gander'],
  ),
  bird(
    'raven',
    RAVEN,
    ['raven', 'crow', 'rook', 'jackdaw', 'Corvus corax'],
    ['black', 'corvid', 'blackbird', 'magpie', 'pigeon', 'dove', 'gull', 'seagull', 'starling'],
  ),
  bird(
    'robin',
    ROBIN,
    ['robin', 'european robin', 'Erithacus rubecula'],
    ['songbird', 'passerine', 'sparrow', 'finch', 'tit', 'wren', 'warbler', 'kingfisher', 'woodpecker'],
  ),
  bird(
    'dipper',
    DIPPER,
    ['dipper', 'water ouzel', 'Cinclus cinclus'],
    ['songbird', 'wagtail', 'swallow', 'stream', 'thrush'],
  ),
  bird(
    'emperor-penguin',
    PENGUIN,
    ['emperor penguin', 'penguin', 'Aptenodytes forsteri'],
    ['antarctic', 'ice', 'flightless', 'puffin', 'auk'],
  ),
];

function bird(name: string, table: BirdTable, names: readonly string[], tags: readonly string[]): Species {
  return {
    id: `bird/${name}`,
    kind: 'bird',
    names,
    tags,
    individuals: VARIANT_COUNT,
    poses: BIRD_POSES,
    standing: 'whole',
    build: (individual) => buildBird(table, individual),
  };
}
