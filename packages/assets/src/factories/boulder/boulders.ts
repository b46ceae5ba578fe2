// The table of stones, as species of the library. Forms after Wentworth (1922) and the joints and beds of Twidale, Granite
// Landforms (1982); colors of dry stone. What stands for a scientific name is the rock's composition.
import type { Key, Model } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { VARIANT_COUNT } from '@diorama/vocabulary';
import type { Species } from '../../species.ts';
import { buildBoulder } from './build-boulder.ts';
import { buildPebbles } from './build-pebbles.ts';
import { buildSlab } from './build-slab.ts';
import type { StoneTable } from './stone-table.ts';

const GRANITE: StoneTable = {
  size: [1.1, 0.85, 1],
  freedom: 1,
  blocky: 0.9,
  chips: 11,
  chipDepth: 0.34,
  bevel: 0.035,
  steps: 0.09,
  roughness: 0.028,
  cracks: 2,
  colors: [
    [0.27, 0.26, 0.245],
    [0.22, 0.215, 0.21],
    [0.32, 0.27, 0.235],
  ],
  grain: 0.5,
  moss: 0.25,
  lichen: 0.75,
  snow: 0,
  fragments: 3,
};

const SANDSTONE: StoneTable = {
  ...GRANITE,
  size: [1.2, 0.8, 1],
  chips: 7,
  chipDepth: 0.24,
  bevel: 0.1,
  steps: 0.03,
  roughness: 0.02,
  strata: { count: 5.5, depth: 0.15 },
  cracks: 1,
  colors: [
    [0.42, 0.235, 0.12],
    [0.36, 0.17, 0.085],
    [0.46, 0.31, 0.175],
  ],
  grain: 0.2,
  moss: 0,
  lichen: 0.12,
};

/** A plate of it: the builder stacks them. */
const SLAB: StoneTable = {
  ...GRANITE,
  size: [1, 0.13, 0.82],
  freedom: 0.35,
  sides: 7,
  bevel: 0.04,
  steps: 0.03,
  roughness: 0.02,
  strata: { count: 2.6, depth: 0.06 },
  cracks: 0,
  colors: [
    [0.19, 0.195, 0.2],
    [0.26, 0.24, 0.21],
    [0.2, 0.215, 0.19],
  ],
  grain: 0.16,
  moss: 0.15,
  lichen: 0.6,
  fragments: 0,
};

const RIVER_STONE: StoneTable = {
  ...GRANITE,
  size: [1.25, 0.52, 1],
  freedom: 0.7,
  blocky: 0,
  chips: 16,
  chipDepth: 0.13,
  bevel: 0.4,
  steps: 0,
  roughness: 0.008,
  cracks: 0,
  colors: [
    [0.2, 0.2, 0.2],
    [0.25, 0.22, 0.19],
    [0.16, 0.175, 0.165],
    [0.27, 0.2, 0.165],
  ],
  grain: 0.22,
  vein: true,
  moss: 0,
  lichen: 0,
  fragments: 0,
};

const PEBBLES: StoneTable = {
  ...RIVER_STONE,
  size: [1, 0.62, 1],
  vein: false,
  colors: [
    [0.2, 0.2, 0.2],
    [0.3, 0.28, 0.25],
    [0.42, 0.4, 0.36],
    [0.26, 0.19, 0.15],
    [0.15, 0.165, 0.16],
    [0.33, 0.25, 0.18],
  ],
};

/** Every stone of the library. */
export const BOULDERS: readonly Species[] = [
  boulder(
    'granite',
    (key, detail) => buildBoulder(GRANITE, key, detail),
    ['granite boulder', 'granite', 'grey rock', 'boulder', 'rock', 'stone'],
    'quartz, feldspar and mica',
    [0.4, 6],
    ['crag', 'scree', 'basalt', 'erratic', 'mountain'],
  ),
  boulder(
    'mossy',
    (key, detail) =>
      buildBoulder({ ...GRANITE, moss: 1, lichen: 0.35, bevel: 0.16, colors: [[0.2, 0.2, 0.185]] }, key, detail),
    ['mossy stone', 'mossy boulder', 'moss'],
    'gneiss under moss',
    [0.3, 4],
    ['wet', 'forest', 'green', 'stream'],
  ),
  boulder(
    'sandstone',
    (key, detail) => buildBoulder(SANDSTONE, key, detail),
    ['sandstone', 'red rock', 'sandstone boulder'],
    'quartz sand with iron oxide',
    [0.4, 8],
    ['desert', 'layered', 'brown', 'ochre', 'termite mound', 'canyon'],
  ),
  boulder(
    'limestone',
    (key, detail) =>
      buildBoulder(
        {
          ...GRANITE,
          chips: 14,
          chipDepth: 0.42,
          strata: { count: 2.4, depth: 0.07 },
          colors: [
            [0.45, 0.435, 0.39],
            [0.4, 0.395, 0.375],
          ],
          grain: 0.14,
          moss: 0.2,
          lichen: 0.3,
          cracks: 3,
        },
        key,
        detail,
      ),
    ['limestone', 'chalk', 'white rock'],
    'calcite',
    [0.4, 6],
    ['pale', 'karst', 'marble', 'block of ice', 'ice', 'dolomite', 'cliff'],
  ),
  boulder(
    'slab',
    (key, detail) => buildSlab(SLAB, key, detail),
    ['slab', 'stone slab', 'slate', 'flagstone', 'flat rock'],
    'mica and quartz in layers',
    [0.15, 1.5],
    ['layered', 'schist', 'shale', 'ledge', 'flat', 'steps'],
  ),
  boulder(
    'river-stone',
    (key, detail) => buildBoulder(RIVER_STONE, key, detail),
    ['river stone', 'flat stone', 'wet stone', 'cobble'],
    'greywacke with veins of quartz',
    [0.1, 0.8],
    ['smooth', 'round', 'stream', 'beach'],
  ),
  boulder(
    'pebbles',
    (key, detail) => buildPebbles(PEBBLES, key, detail),
    ['pebbles', 'pebble', 'heap of stones', 'shingle'],
    'rocks of many kinds',
    [0.05, 0.6],
    ['gravel', 'smooth', 'round', 'beach', 'stream', 'cairn', 'pile of stones'],
  ),
  boulder(
    'snowy',
    (key, detail) => buildBoulder({ ...GRANITE, moss: 0, lichen: 0.4, snow: 1 }, key, detail),
    ['snowy rock', 'snow covered boulder', 'snowy boulder'],
    'granite under snow',
    [0.4, 6],
    ['winter', 'snow', 'alpine', 'ice'],
  ),
  boulder(
    'standing-stone',
    (key, detail) =>
      buildBoulder(
        {
          ...GRANITE,
          size: [0.58, 1.75, 0.38],
          freedom: 0.7,
          blocky: 1,
          chips: 9,
          chipDepth: 0.26,
          moss: 0.35,
          fragments: 0,
        },
        key,
        detail,
      ),
    ['standing stone', 'menhir', 'monolith'],
    'granite or dolerite',
    [1.5, 7],
    ['tall', 'upright', 'pillar', 'stone circle', 'megalith'],
  ),
];

function boulder(
  name: string,
  make: (key: Key, detail: Detail) => Model,
  names: readonly string[],
  latin: string,
  heights: readonly [least: number, greatest: number],
  tags: readonly string[],
): Species {
  return {
    id: `boulder/${name}`,
    kind: 'boulder',
    names,
    latin,
    heights,
    tags,
    individuals: VARIANT_COUNT,
    poses: [],
    standing: 'whole',
    isRooted: true,
    build: ({ key, detail }) => make(key, detail),
  };
}
