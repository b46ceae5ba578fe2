// The table of herbivores: horses, deer, cattle and their like, as species of the library.
// Proportions are from side views: Nowak, Walker's Mammals of the World; Goldfinger, Animal Anatomy for Artists, 2004.
import type { Species } from '../../species.ts';
import { quadrupedSpecies } from '../quadruped/quadruped-species.ts';
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { camelCoat, cowCoat, elephantCoat, giraffeCoat, woolCoat } from './coats.ts';
import { HIND, MOOSE, SPRINGBOK, STAG } from './deer.ts';
import { BAY_HORSE, CHESTNUT_HORSE, DONKEY, GREY_HORSE, ZEBRA } from './horses.ts';

// biome-ignore format: a row for each part of the body
const SHEEP: QuadrupedTable = {
  cell: 0.0282, blend: 0.06,
  torso: [[-0.4, 0.6, 0.245, 0.22], [0, 0.585, 0.265, 0.25], [0.3, 0.6, 0.245, 0.205]],
  neck: [[0.42, 0.72, 0.17, 0.14], [0.52, 0.84, 0.12, 0.1]],
  headPitch: -32,
  skull: [[0, 0.02, 0.09, 0.078], [0.12, 0.01, 0.068, 0.06], [0.24, -0.015, 0.046, 0.046]],
  jaw: [[0.06, -0.05, 0.05, 0.045], [0.2, -0.05, 0.03, 0.035]],
  fore: [[0.28, 0.55, 0.13, 0.08], [0.25, 0.38, 0.06], [0.28, 0.22, 0.034], [0.275, 0.08, 0.027], [0.305, 0.03, 0.033]],
  hind: [[-0.38, 0.55, 0.17, 0.1], [-0.3, 0.36, 0.07], [-0.45, 0.24, 0.036], [-0.42, 0.08, 0.027], [-0.385, 0.03, 0.033]],
  spread: [0.12, 0.12],
  tail: [[-0.62, 0.66, 0.06], [-0.67, 0.52, 0.05]],
  ear: { at: [-0.02, 0.03, 0.07], tip: [-0.03, -0.01, 0.2], radius: 0.036, shape: 'leaf', face: [0.9, -0.3, 0.2] },
  eye: { at: [0.115, 0.035], radius: 0.014, iris: [0.3, 0.2, 0.06] },
  nose: { at: [0.28, 0.005, 0.012], radius: 0.01, color: [0.02, 0.015, 0.015] },
  foot: 'hoof', wool: { depth: 0.032, perMetre: 13 }, coat: woolCoat([0.8, 0.75, 0.64], [0.035, 0.03, 0.028]), lies: 'tucked',
};

// biome-ignore format: a row for each part of the body
const GOAT: QuadrupedTable = withoutWool({
  ...SHEEP, coat: woolCoat([0.46, 0.38, 0.28], [0.2, 0.14, 0.09]), horns: 'goat',
  torso: [[-0.4, 0.62, 0.19, 0.15], [0, 0.6, 0.2, 0.18], [0.3, 0.62, 0.2, 0.15]],
  neck: [[0.42, 0.74, 0.15, 0.1], [0.54, 0.94, 0.1, 0.08]],
});

// biome-ignore format: a row for each part of the body
const COW: QuadrupedTable = {
  ...ZEBRA, cell: 0.0429, blend: 0.11,
  torso: [[-0.8, 1.06, 0.27, 0.24], [-0.35, 0.98, 0.34, 0.31], [0.18, 0.96, 0.35, 0.31], [0.56, 1, 0.3, 0.22]],
  neck: [[0.72, 1.1, 0.24, 0.14], [0.92, 1.22, 0.19, 0.12], [1.06, 1.32, 0.15, 0.11]],
  headPitch: -40,
  skull: [[0, 0.02, 0.13, 0.12], [0.16, 0.01, 0.115, 0.1], [0.34, -0.02, 0.085, 0.078], [0.44, -0.03, 0.078, 0.08]],
  jaw: [[0.06, -0.08, 0.08, 0.065], [0.22, -0.075, 0.06, 0.055], [0.42, -0.075, 0.045, 0.055]],
  fore: [[0.54, 0.94, 0.2, 0.11], [0.46, 0.66, 0.115, 0.085], [0.5, 0.38, 0.068], [0.49, 0.13, 0.05], [0.54, 0.05, 0.062]],
  hind: [[-0.7, 0.98, 0.26, 0.16], [-0.55, 0.68, 0.14, 0.1], [-0.82, 0.44, 0.066], [-0.78, 0.13, 0.05], [-0.72, 0.05, 0.062]],
  spread: [0.17, 0.17],
  tail: [[-1.04, 1.2, 0.035], [-1.12, 1.02, 0.026], [-1.13, 0.66, 0.02]],
  tuft: { radius: 0.04, length: 0.26, locks: 18, color: [0.03, 0.025, 0.02] },
  ear: { at: [-0.02, 0.04, 0.11], tip: [-0.05, 0.02, 0.3], radius: 0.055, shape: 'leaf', face: [0.9, -0.2, 0.2] },
  eye: { at: [0.16, 0.045], radius: 0.022, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.5, -0.02, 0.0], radius: 0.04, color: [0.12, 0.07, 0.06] },
  mane: 'upright', horns: 'cattle', coat: cowCoat([0.26, 0.12, 0.05], [0.2, 0.085, 0.03]), lies: 'tucked',
};
const PLAIN_COW: QuadrupedTable = withoutMane(COW);
const DAIRY_COW: QuadrupedTable = withoutHorns({
  ...PLAIN_COW,
  coat: cowCoat([0.75, 0.72, 0.66], [0.025, 0.022, 0.022]),
});

// biome-ignore format: a row for each part of the body
const ELEPHANT: QuadrupedTable = {
  cell: 0.0975, blend: 0.28,
  torso: [[-1.1, 2.1, 0.62, 0.52], [-0.4, 1.95, 0.8, 0.7], [0.4, 1.9, 0.82, 0.7], [0.95, 2.1, 0.68, 0.52]],
  neck: [[1.3, 2.4, 0.5, 0.42], [1.6, 2.55, 0.42, 0.38]],
  headPitch: 0,
  skull: [[0, 0.14, 0.44, 0.36], [0.28, 0, 0.36, 0.33], [0.45, -0.3, 0.27, 0.25]],
  jaw: [[0.15, -0.4, 0.25, 0.2], [0.35, -0.65, 0.12, 0.1]],
  fore: [[0.92, 1.85, 0.5, 0.28], [0.86, 1.3, 0.31], [0.92, 0.75, 0.24], [0.9, 0.3, 0.22], [0.95, 0.1, 0.25]],
  hind: [[-1, 1.85, 0.58, 0.32], [-0.82, 1.25, 0.38], [-1.08, 0.75, 0.25], [-1.03, 0.3, 0.21], [-0.98, 0.1, 0.24]],
  spread: [0.42, 0.38],
  tail: [[-1.72, 2.3, 0.09], [-1.85, 1.8, 0.05], [-1.85, 1.2, 0.04]],
  tuft: { radius: 0.06, length: 0.3, locks: 18, color: [0.02, 0.02, 0.02] },
  ear: { at: [-0.05, 0.1, 0.36], tip: [0, 0, 0], radius: 0.5, shape: 'fan' },
  eye: { at: [0.36, 0.06], radius: 0.045, iris: [0.05, 0.025, 0.01] },
  nose: { at: [0.45, -0.3, 0], radius: 0.02, color: [0.12, 0.1, 0.09] },
  foot: 'pillar', horns: 'tusks', coat: elephantCoat, lies: 'stretched',
  trunk: [[0.52, -0.35, 0.25, 0.22], [0.72, -0.8, 0.19], [0.8, -1.3, 0.15], [0.82, -1.75, 0.12], [0.92, -2.1, 0.1], [1.12, -2.22, 0.085], [1.25, -2.1, 0.07]],
};

// biome-ignore format: a row for each part of the body
const GIRAFFE: QuadrupedTable = {
  cell: 0.0605, blend: 0.15,
  torso: [[-0.8, 2.12, 0.35, 0.27], [-0.36, 2.17, 0.42, 0.34], [0.1, 2.28, 0.48, 0.36], [0.48, 2.45, 0.45, 0.29]],
  neck: [[0.72, 2.8, 0.36, 0.19], [0.96, 3.4, 0.23, 0.135], [1.14, 3.95, 0.165, 0.115], [1.3, 4.42, 0.13, 0.1]],
  headPitch: -30,
  skull: [[0, 0.05, 0.13, 0.11], [0.17, 0.04, 0.12, 0.105], [0.4, -0.02, 0.08, 0.072], [0.58, -0.04, 0.066, 0.062]],
  jaw: [[0.1, -0.08, 0.08, 0.07], [0.52, -0.09, 0.04, 0.045]],
  fore: [[0.48, 2.2, 0.28, 0.13], [0.4, 1.66, 0.16, 0.1], [0.46, 0.95, 0.092], [0.44, 0.22, 0.062], [0.51, 0.08, 0.095]],
  hind: [[-0.68, 2.08, 0.35, 0.18], [-0.48, 1.55, 0.21, 0.13], [-0.82, 0.98, 0.095], [-0.76, 0.22, 0.062], [-0.69, 0.08, 0.095]],
  spread: [0.19, 0.19],
  tail: [[-1.1, 2.25, 0.05], [-1.2, 1.9, 0.04], [-1.22, 1.4, 0.03]],
  tuft: { radius: 0.05, length: 0.45, locks: 18, color: [0.02, 0.015, 0.01] },
  ear: { at: [-0.06, 0.08, 0.1], tip: [-0.1, 0.1, 0.33], radius: 0.055, shape: 'leaf', face: [0.9, 0, 0.4] },
  eye: { at: [0.2, 0.08], radius: 0.026, iris: [0.02, 0.012, 0.01] },
  nose: { at: [0.63, -0.01, 0.03], radius: 0.015, color: [0.05, 0.04, 0.035] },
  foot: 'hoof', mane: 'upright', horns: 'ossicones', coat: giraffeCoat, lies: 'tucked', splay: 24,
};

// biome-ignore format: a row for each part of the body
const DROMEDARY: QuadrupedTable = withoutMane({
  ...ZEBRA, cell: 0.044, blend: 0.12, coat: camelCoat,
  torso: [[-0.66, 1.36, 0.25, 0.21], [-0.28, 1.42, 0.32, 0.28], [0.14, 1.38, 0.36, 0.29], [0.5, 1.34, 0.32, 0.22]],
  bulges: [[[-0.2, 1.72, 0.24, 0.17], [0.06, 1.74, 0.22, 0.16]]],
  neck: [[0.76, 1.24, 0.19, 0.13], [1.02, 1.34, 0.135, 0.1], [1.16, 1.62, 0.115, 0.09], [1.24, 1.92, 0.1, 0.085]],
  headPitch: -12,
  skull: [[0, 0.02, 0.1, 0.085], [0.14, 0.01, 0.085, 0.075], [0.3, -0.03, 0.062, 0.055], [0.4, -0.045, 0.056, 0.052]],
  jaw: [[0.06, -0.06, 0.06, 0.05], [0.36, -0.09, 0.032, 0.038]],
  fore: [[0.5, 1.3, 0.18, 0.1], [0.42, 0.95, 0.11, 0.075], [0.47, 0.56, 0.068], [0.46, 0.16, 0.046], [0.53, 0.055, 0.075]],
  hind: [[-0.6, 1.34, 0.23, 0.13], [-0.44, 0.96, 0.12, 0.085], [-0.74, 0.62, 0.06], [-0.69, 0.16, 0.045], [-0.61, 0.055, 0.072]],
  spread: [0.14, 0.14],
  tail: [[-0.86, 1.46, 0.035], [-0.95, 1.26, 0.026], [-0.97, 0.96, 0.02]],
  tuft: { radius: 0.04, length: 0.2, locks: 14, color: [0.12, 0.07, 0.03] },
  ear: { at: [-0.05, 0.07, 0.07], tip: [-0.1, 0.15, 0.12], radius: 0.034, shape: 'leaf' },
  nose: { at: [0.44, -0.02, 0.02], radius: 0.012, color: [0.05, 0.03, 0.02] },
});

/** Every herbivore of the library. */
export const HERBIVORES: readonly Species[] = [
  species('zebra', ZEBRA, ['zebra', 'plains zebra', 'Equus quagga'], ['striped', 'savanna', 'equine', 'africa']),
  species(
    'red-deer-stag',
    STAG,
    ['red deer stag', 'stag', 'deer', 'Cervus elaphus'],
    [...['buck', 'antlers', 'reindeer', 'caribou', 'elk', 'forest', 'male']],
  ),
  species(
    'deer-hind',
    HIND,
    ['red deer hind', 'hind', 'doe', 'roe deer', 'fawn', 'antelope', 'Capreolus capreolus'],
    [...['deer', 'female', 'gazelle', 'impala', 'wildebeest', 'springbok', 'kangaroo']],
  ),
  species('antelope', SPRINGBOK, ['springbok', 'antelope', 'gazelle'], ['impala']),
  species(
    'elephant',
    ELEPHANT,
    ['elephant', 'african elephant', 'Loxodonta africana'],
    ['savanna', 'trunk', 'tusks', 'calf', 'big', 'rhino', 'rhinoceros', 'hippo', 'mammoth'],
  ),
  species(
    'bay-horse',
    BAY_HORSE,
    ['bay horse', 'horse', 'mare', 'stallion', 'Equus caballus'],
    ['foal', 'pony', 'equine', 'farm'],
  ),
  species('grey-horse', GREY_HORSE, ['grey horse', 'white horse'], ['horse', 'gray', 'equine', 'pony']),
  species('chestnut-horse', CHESTNUT_HORSE, ['chestnut horse', 'sorrel horse'], ['horse', 'equine', 'pony']),
  species('donkey', DONKEY, ['donkey', 'ass', 'mule', 'Equus asinus'], ['burro', 'equine', 'farm']),
  species('sheep', SHEEP, ['sheep', 'ewe', 'ram', 'Ovis aries'], ['lamb', 'wool', 'flock', 'farm', 'pasture']),
  species(
    'goat',
    GOAT,
    ['goat', 'mountain goat', 'ibex', 'chamois', 'Capra hircus'],
    ['horned', 'kid', 'alpine', 'billy'],
  ),
  species(
    'brown-cow',
    PLAIN_COW,
    ['brown cow', 'cow', 'cattle', 'ox', 'bull', 'Bos taurus'],
    ['calf', 'farm', 'bison', 'buffalo', 'yak', 'pig', 'boar'],
  ),
  species(
    'dairy-cow',
    DAIRY_COW,
    ['black and white cow', 'dairy cow', 'holstein'],
    ['cow', 'cattle', 'farm', 'spotted'],
  ),
  species(
    'giraffe',
    GIRAFFE,
    ['giraffe', 'Giraffa camelopardalis'],
    ['tall', 'savanna', 'long neck', 'africa', 'okapi'],
  ),
  species('dromedary', DROMEDARY, ['dromedary', 'camel', 'Camelus dromedarius'], ['desert', 'hump', 'llama', 'alpaca']),
  species('moose', MOOSE, ['moose', 'Alces alces'], ['elk', 'antlers', 'bog', 'nordic', 'deer']),
];

function species(name: string, table: QuadrupedTable, names: readonly string[], tags: readonly string[]): Species {
  return quadrupedSpecies('herbivore', name, table, names, tags);
}

function withoutHorns({ horns: _, ...table }: QuadrupedTable): QuadrupedTable {
  return table;
}

function withoutMane({ mane: _, ...table }: QuadrupedTable): QuadrupedTable {
  return table;
}

function withoutWool({ wool: _, ...table }: QuadrupedTable): QuadrupedTable {
  return table;
}
