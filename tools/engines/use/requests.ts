// What a model is asked to draw, and the scenes that it is shown before.

/** How many elements of each kind a scene has to have: these and no other. */
export type Wanted = Readonly<Record<string, number>>;

export interface Request {
  readonly words: string;
  readonly wanted: Wanted;
}

/** Kinds that stand in a scene; the others are its light, its camera and its ground, and count for nothing. */
export const COUNTED: readonly string[] = [
  'bird',
  'boulder',
  'box',
  'bush',
  'carnivore',
  'cone',
  'cylinder',
  'herbivore',
  'lamp',
  'object',
  'plane',
  'sphere',
  'tree',
  'water',
];

/** Requests with their programs, in the order in which the model reads them; none of them is asked for. */
export const SHOWN: readonly (readonly [words: string, program: string])[] = [
  [
    'two trees and a boulder',
    `tree { at: (-3, -12), height: 6 }
tree { at: (2, -15), height: 7, rotation: yaw(40) }
boulder { at: (0, -8), height: 1 }
`,
  ],
  [
    'one herbivore and three bushes',
    `herbivore { at: (1, -9), height: 1.4, pose: graze }
bush { at: (-2, -7), height: 0.8 }
bush { at: (3, -10), height: 1 }
bush { at: (4, -8), height: 0.9 }
`,
  ],
  [
    'a carnivore, two birds and a sphere',
    `carnivore { at: (0, -10), height: 1.1 }
bird { at: (-2, 3, -9), height: 0.3 }
bird { at: (2, 4, -12), height: 0.4 }
sphere { at: (3, -6), radius: 0.5, color: #a04030 }
`,
  ],
];

export const REQUESTS: readonly Request[] = [
  { words: 'one tree', wanted: { tree: 1 } },
  { words: 'three trees', wanted: { tree: 3 } },
  { words: 'two boulders', wanted: { boulder: 2 } },
  { words: 'a bird', wanted: { bird: 1 } },
  { words: 'four bushes', wanted: { bush: 4 } },
  { words: 'two carnivores and a tree', wanted: { carnivore: 2, tree: 1 } },
  { words: 'a herbivore and a tree', wanted: { herbivore: 1, tree: 1 } },
  { words: 'two herbivores and two bushes', wanted: { herbivore: 2, bush: 2 } },
  { words: 'one boulder and one bush', wanted: { boulder: 1, bush: 1 } },
  { words: 'three birds and a tree', wanted: { bird: 3, tree: 1 } },
  { words: 'a cone and two spheres', wanted: { cone: 1, sphere: 2 } },
  { words: 'two boxes', wanted: { box: 2 } },
  { words: 'a tree, a bush and a boulder', wanted: { tree: 1, bush: 1, boulder: 1 } },
  { words: 'one carnivore, one herbivore and a bird', wanted: { carnivore: 1, herbivore: 1, bird: 1 } },
  { words: 'a lamp and a box', wanted: { lamp: 1, box: 1 } },
  { words: 'three herbivores and a carnivore', wanted: { herbivore: 3, carnivore: 1 } },
];
