// The table of carnivores: cats, dogs, bears and their like, as species of the library.
// Proportions are from side views: Nowak, Walker's Mammals of the World; Goldfinger, Animal Anatomy for Artists, 2004.
import type { Species } from '../../species.ts';
import { quadrupedSpecies } from '../quadruped/quadruped-species.ts';
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { bearCoat, dogCoat, foxCoat, lionCoat, otterCoat, tigerCoat, wolfCoat } from './coats.ts';

const LION: QuadrupedTable = {
  cell: 0.0458,
  blend: 0.1,
  torso: [
    [-0.7, 0.86, 0.205, 0.165],
    [-0.3, 0.83, 0.2, 0.17],
    [0.12, 0.8, 0.255, 0.2],
    [0.46, 0.84, 0.255, 0.19],
  ],
  neck: [
    [0.62, 0.95, 0.2, 0.155],
    [0.86, 1.08, 0.165, 0.145],
  ],
  headPitch: -14,
  skull: [
    [0.03, 0.02, 0.15, 0.145],
    [0.14, 0.035, 0.115, 0.12],
    [0.21, -0.02, 0.088, 0.09],
    [0.335, -0.05, 0.068, 0.082],
  ],
  jaw: [
    [0.12, -0.09, 0.08, 0.085],
    [0.3, -0.12, 0.048, 0.058],
  ],
  fore: [
    [0.46, 0.8, 0.16, 0.1],
    [0.38, 0.52, 0.1],
    [0.44, 0.24, 0.068],
    [0.43, 0.085, 0.062],
    [0.54, 0.055, 0.066, 0.075],
  ],
  hind: [
    [-0.6, 0.8, 0.225, 0.13],
    [-0.46, 0.54, 0.115, 0.09],
    [-0.74, 0.29, 0.06],
    [-0.69, 0.085, 0.056],
    [-0.58, 0.05, 0.06, 0.07],
  ],
  spread: [0.15, 0.13],
  tail: [
    [-0.86, 0.94, 0.05],
    [-1.05, 0.8, 0.033],
    [-1.14, 0.52, 0.027],
    [-1.26, 0.36, 0.025],
    [-1.4, 0.4, 0.024],
  ],
  tuft: { radius: 0.05, length: 0.16, locks: 20, color: [0.05, 0.03, 0.02] },
  ear: { at: [-0.01, 0.13, 0.1], tip: [-0.02, 0.215, 0.135], radius: 0.055, shape: 'round' },
  eye: { at: [0.195, 0.055], radius: 0.02, iris: [0.45, 0.22, 0.02] },
  nose: { at: [0.4, -0.02, 0], radius: 0.034, color: [0.1, 0.04, 0.035] },
  foot: 'paw',
  mane: 'lion',
  coat: lionCoat,
  lies: 'stretched',
};

const LIONESS: QuadrupedTable = withoutMane({
  ...LION,
  neck: [
    [0.62, 0.94, 0.2, 0.155],
    [0.86, 1.05, 0.165, 0.14],
  ],
  skull: [
    [0.03, 0.02, 0.138, 0.13],
    [0.14, 0.03, 0.106, 0.112],
    [0.21, -0.02, 0.082, 0.084],
    [0.33, -0.05, 0.064, 0.076],
  ],
});

const TIGER: QuadrupedTable = withoutTuft(
  withoutMane({
    ...LION,
    cell: 0.0363,
    coat: tigerCoat,
    skull: [
      [0.03, 0.02, 0.15, 0.15],
      [0.13, 0.025, 0.12, 0.13],
      [0.19, -0.03, 0.09, 0.1],
      [0.28, -0.055, 0.07, 0.09],
    ],
    jaw: [
      [0.1, -0.08, 0.085, 0.1],
      [0.25, -0.115, 0.048, 0.062],
    ],
    nose: { at: [0.345, -0.02, 0], radius: 0.03, color: [0.3, 0.12, 0.1] },
    eye: { at: [0.19, 0.045], radius: 0.02, iris: [0.5, 0.3, 0.03] },
    bulges: [
      [
        [0.8, 0.98, 0.15, 0.15],
        [0.9, 1.02, 0.14, 0.17],
      ],
    ],
  }),
);

const WOLF: QuadrupedTable = {
  cell: 0.0269,
  blend: 0.06,
  torso: [
    [-0.46, 0.655, 0.125, 0.1],
    [-0.18, 0.645, 0.13, 0.105],
    [0.1, 0.615, 0.17, 0.125],
    [0.32, 0.62, 0.17, 0.115],
  ],
  neck: [
    [0.42, 0.7, 0.145, 0.11],
    [0.58, 0.84, 0.125, 0.105],
  ],
  headPitch: -10,
  skull: [
    [0.02, 0.02, 0.092, 0.09],
    [0.1, 0.02, 0.072, 0.075],
    [0.15, -0.01, 0.046, 0.045],
    [0.28, -0.03, 0.036, 0.033],
  ],
  jaw: [
    [0.08, -0.05, 0.045, 0.045],
    [0.25, -0.068, 0.02, 0.024],
  ],
  fore: [
    [0.32, 0.64, 0.11, 0.07],
    [0.25, 0.42, 0.062],
    [0.29, 0.21, 0.034],
    [0.28, 0.06, 0.03],
    [0.335, 0.032, 0.032, 0.036],
  ],
  hind: [
    [-0.4, 0.62, 0.145, 0.09],
    [-0.31, 0.42, 0.066],
    [-0.53, 0.25, 0.034],
    [-0.49, 0.06, 0.029],
    [-0.435, 0.032, 0.031, 0.035],
  ],
  spread: [0.085, 0.08],
  tail: [
    [-0.55, 0.7, 0.045],
    [-0.66, 0.58, 0.065],
    [-0.73, 0.42, 0.07],
    [-0.755, 0.25, 0.05],
    [-0.76, 0.17, 0.015],
  ],
  ear: { at: [-0.01, 0.085, 0.055], tip: [-0.005, 0.2, 0.075], radius: 0.044, shape: 'point' },
  eye: { at: [0.105, 0.045], radius: 0.013, iris: [0.45, 0.25, 0.03] },
  nose: { at: [0.315, -0.018, 0], radius: 0.021, color: [0.015, 0.015, 0.015] },
  foot: 'paw',
  bulges: [
    [
      [0.46, 0.66, 0.15, 0.115],
      [0.56, 0.78, 0.15, 0.13],
    ],
  ],
  coat: wolfCoat,
  lies: 'stretched',
};

const DOG: QuadrupedTable = {
  ...WOLF,
  coat: dogCoat,
  tail: [
    [-0.55, 0.7, 0.045],
    [-0.68, 0.66, 0.055],
    [-0.82, 0.68, 0.06],
    [-0.93, 0.78, 0.045],
    [-0.96, 0.86, 0.015],
  ],
  ear: { at: [-0.02, 0.075, 0.07], tip: [0.0, 0.01, 0.13], radius: 0.045, shape: 'leaf', face: [0.5, -0.8, 0.3] },
  eye: { at: [0.105, 0.045], radius: 0.014, iris: [0.1, 0.045, 0.015] },
};

const FOX: QuadrupedTable = {
  ...WOLF,
  cell: 0.0222,
  coat: foxCoat,
  torso: [
    [-0.4, 0.5, 0.095, 0.075],
    [-0.14, 0.49, 0.095, 0.08],
    [0.1, 0.475, 0.12, 0.09],
    [0.28, 0.48, 0.12, 0.085],
  ],
  neck: [
    [0.35, 0.54, 0.1, 0.08],
    [0.46, 0.64, 0.085, 0.075],
  ],
  skull: [
    [0.02, 0.01, 0.075, 0.078],
    [0.08, 0.005, 0.055, 0.06],
    [0.12, -0.015, 0.034, 0.034],
    [0.23, -0.035, 0.022, 0.021],
  ],
  jaw: [
    [0.07, -0.035, 0.032, 0.04],
    [0.2, -0.055, 0.012, 0.015],
  ],
  fore: [
    [0.28, 0.49, 0.08, 0.05],
    [0.22, 0.32, 0.045],
    [0.25, 0.17, 0.026],
    [0.245, 0.05, 0.023],
    [0.29, 0.025, 0.024],
  ],
  hind: [
    [-0.35, 0.48, 0.105, 0.065],
    [-0.27, 0.32, 0.048],
    [-0.46, 0.2, 0.026],
    [-0.42, 0.05, 0.023],
    [-0.375, 0.025, 0.024],
  ],
  spread: [0.065, 0.06],
  tail: [
    [-0.48, 0.52, 0.04],
    [-0.62, 0.44, 0.075],
    [-0.8, 0.36, 0.085],
    [-0.96, 0.33, 0.065],
    [-1.06, 0.34, 0.015],
  ],
  ear: { at: [-0.005, 0.065, 0.045], tip: [0.0, 0.18, 0.068], radius: 0.042, shape: 'point' },
  eye: { at: [0.085, 0.03], radius: 0.011, iris: [0.4, 0.2, 0.02] },
  nose: { at: [0.25, -0.025, 0], radius: 0.016, color: [0.01, 0.01, 0.01] },
  bulges: [],
};

const BEAR: QuadrupedTable = {
  cell: 0.0468,
  blend: 0.12,
  torso: [
    [-0.66, 0.8, 0.32, 0.28],
    [-0.22, 0.82, 0.335, 0.3],
    [0.2, 0.83, 0.35, 0.3],
    [0.46, 0.86, 0.34, 0.27],
  ],
  neck: [
    [0.68, 0.92, 0.27, 0.23],
    [0.9, 0.96, 0.22, 0.19],
  ],
  headPitch: -12,
  skull: [
    [0, 0.03, 0.185, 0.18],
    [0.13, 0.03, 0.145, 0.145],
    [0.22, -0.035, 0.085, 0.082],
    [0.36, -0.055, 0.062, 0.06],
  ],
  jaw: [
    [0.1, -0.1, 0.09, 0.09],
    [0.33, -0.11, 0.04, 0.045],
  ],
  fore: [
    [0.48, 0.8, 0.23, 0.15],
    [0.4, 0.5, 0.155, 0.13],
    [0.45, 0.24, 0.11],
    [0.44, 0.09, 0.09],
    [0.58, 0.06, 0.07, 0.085],
  ],
  hind: [
    [-0.62, 0.72, 0.31, 0.18],
    [-0.42, 0.43, 0.18, 0.15],
    [-0.66, 0.22, 0.105],
    [-0.62, 0.085, 0.085],
    [-0.46, 0.055, 0.065, 0.085],
  ],
  spread: [0.19, 0.18],
  tail: [
    [-0.95, 0.9, 0.07],
    [-1.02, 0.84, 0.04],
  ],
  ear: { at: [-0.04, 0.16, 0.12], tip: [-0.05, 0.225, 0.15], radius: 0.06, shape: 'round' },
  eye: { at: [0.175, 0.055], radius: 0.016, iris: [0.05, 0.025, 0.01] },
  nose: { at: [0.41, -0.03, 0], radius: 0.035, color: [0.015, 0.012, 0.01] },
  foot: 'paw',
  bulges: [
    [
      [0.4, 1.06, 0.2, 0.15],
      [0.58, 1.06, 0.17, 0.14],
    ],
  ],
  coat: bearCoat,
  lies: 'stretched',
};

const OTTER: QuadrupedTable = {
  ...FOX,
  cell: 0.0193,
  coat: otterCoat,
  torso: [
    [-0.36, 0.25, 0.1, 0.095],
    [-0.12, 0.26, 0.11, 0.105],
    [0.1, 0.25, 0.11, 0.1],
    [0.26, 0.26, 0.1, 0.09],
  ],
  neck: [
    [0.34, 0.3, 0.085, 0.08],
    [0.44, 0.36, 0.075, 0.075],
  ],
  skull: [
    [0.02, 0.01, 0.07, 0.078],
    [0.07, 0.005, 0.056, 0.066],
    [0.1, -0.01, 0.044, 0.055],
    [0.15, -0.022, 0.034, 0.044],
  ],
  jaw: [
    [0.06, -0.03, 0.036, 0.046],
    [0.13, -0.044, 0.022, 0.03],
  ],
  fore: [
    [0.25, 0.25, 0.065, 0.05],
    [0.21, 0.155, 0.042],
    [0.24, 0.085, 0.03],
    [0.24, 0.035, 0.026],
    [0.29, 0.022, 0.024, 0.03],
  ],
  hind: [
    [-0.32, 0.24, 0.085, 0.065],
    [-0.25, 0.14, 0.045],
    [-0.36, 0.085, 0.028],
    [-0.34, 0.035, 0.025],
    [-0.28, 0.022, 0.024, 0.03],
  ],
  spread: [0.075, 0.075],
  tail: [
    [-0.42, 0.25, 0.07],
    [-0.58, 0.18, 0.05],
    [-0.76, 0.11, 0.034],
    [-0.94, 0.08, 0.012],
  ],
  ear: { at: [-0.01, 0.05, 0.055], tip: [-0.012, 0.078, 0.072], radius: 0.02, shape: 'round' },
  eye: { at: [0.085, 0.03], radius: 0.009, iris: [0.02, 0.014, 0.01] },
  nose: { at: [0.178, -0.012, 0], radius: 0.016, color: [0.02, 0.015, 0.015] },
};

/** Every carnivore of the library. */
export const CARNIVORES: readonly Species[] = [
  species(
    'lion',
    LION,
    ['lion', 'african lion', 'Panthera leo'],
    ['big cat', 'cat', 'predator', 'savanna', 'male', 'maned'],
  ),
  species(
    'lioness',
    LIONESS,
    ['lioness', 'female lion', 'puma', 'cougar', 'Panthera leo'],
    [...['big cat', 'cat', 'predator', 'savanna', 'cub', 'mountain lion', 'leopard', 'cheetah', 'lynx']],
  ),
  species(
    'tiger',
    TIGER,
    ['tiger', 'bengal tiger', 'Panthera tigris'],
    ['big cat', 'cat', 'predator', 'striped', 'jungle'],
  ),
  species(
    'wolf',
    WOLF,
    ['wolf', 'grey wolf', 'gray wolf', 'Canis lupus'],
    ['canine', 'predator', 'coyote', 'jackal', 'husky', 'hyena', 'pack'],
  ),
  species(
    'dog',
    DOG,
    ['dog', 'sheepdog', 'farm dog', 'collie', 'Canis familiaris'],
    ['hound', 'puppy', 'canine', 'shepherd', 'pet'],
  ),
  species('fox', FOX, ['fox', 'red fox', 'Vulpes vulpes'], ['canine', 'vixen', 'predator', 'woodland', 'russet']),
  species(
    'brown-bear',
    BEAR,
    ['brown bear', 'bear', 'grizzly', 'Ursus arctos'],
    ['predator', 'omnivore', 'big', 'cub', 'forest'],
  ),
  species(
    'otter',
    OTTER,
    ['otter', 'river otter', 'Lutra lutra'],
    [...['mustelid', 'badger', 'weasel', 'marten', 'mink', 'seal', 'beaver', 'river', 'swimmer']],
  ),
];

function species(name: string, table: QuadrupedTable, names: readonly string[], tags: readonly string[]): Species {
  return quadrupedSpecies('carnivore', name, table, names, tags);
}

function withoutMane({ mane: _, ...table }: QuadrupedTable): QuadrupedTable {
  return table;
}

function withoutTuft({ tuft: _, ...table }: QuadrupedTable): QuadrupedTable {
  return table;
}
