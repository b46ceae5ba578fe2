// The table of trees, as species of the library.

import type { Key, Model } from '@diorama/geometry';
import { VARIANT_COUNT } from '@diorama/vocabulary';
import type { Species } from '../../species.ts';
import { BARE_TREE, BEECH, BIRCH, OAK, POPLAR, UMBRELLA_ACACIA, WILLOW } from './broad-trees.ts';
import { buildConifer, DEAD_SPRUCE, LARCH, PINE, SNOWY_SPRUCE, SPRUCE } from './build-conifer.ts';
import { buildCrown } from './build-crown.ts';
import { buildPalm } from './build-palm.ts';

/** Every tree of the library. */
export const TREES: readonly Species[] = [
  tree(
    'oak',
    (key) => buildCrown(OAK, key),
    ['oak', 'english oak', 'Quercus robur'],
    [
      ...[
        'broadleaf',
        'deciduous',
        'tree',
        'walnut',
        'chestnut',
        'maple',
        'ash',
        'apple tree',
        'fruit tree',
        'orchard',
        'box tree',
      ],
    ],
  ),
  tree(
    'beech',
    (key) => buildCrown(BEECH, key),
    ['beech', 'Fagus sylvatica'],
    [...['broadleaf', 'deciduous', 'lime tree', 'linden', 'hornbeam', 'elm', 'alder']],
  ),
  tree(
    'birch',
    (key) => buildCrown(BIRCH, key),
    ['birch', 'silver birch', 'Betula pendula'],
    ['broadleaf', 'deciduous', 'white', 'aspen'],
  ),
  tree(
    'poplar',
    (key) => buildCrown(POPLAR, key),
    ['poplar', 'lombardy poplar', 'Populus nigra'],
    ['columnar', 'cypress', 'deciduous', 'avenue'],
  ),
  tree(
    'willow',
    (key) => buildCrown(WILLOW, key),
    ['willow', 'weeping willow', 'Salix'],
    ['deciduous', 'riverbank', 'hanging'],
  ),
  tree(
    'umbrella-acacia',
    (key) => buildCrown(UMBRELLA_ACACIA, key),
    ['umbrella acacia', 'umbrella thorn', 'acacia', 'thorn tree', 'Vachellia tortilis'],
    [...['savanna', 'africa', 'flat topped', 'baobab', 'stone pine', 'umbrella pine']],
  ),
  tree(
    'pine',
    (key) => buildConifer(PINE, key),
    ['pine', 'scots pine', 'Pinus sylvestris'],
    ['conifer', 'evergreen', 'needle', 'cedar'],
  ),
  tree(
    'spruce',
    (key) => buildConifer(SPRUCE, key),
    ['spruce', 'fir', 'norway spruce', 'Picea abies'],
    ['conifer', 'evergreen', 'needle', 'christmas tree'],
  ),
  tree(
    'snowy-spruce',
    (key) => buildConifer(SNOWY_SPRUCE, key),
    ['snowy spruce', 'snow covered pine'],
    ['conifer', 'snow', 'winter', 'fir'],
  ),
  tree('larch', (key) => buildConifer(LARCH, key), ['larch', 'Larix decidua'], ['conifer', 'needle', 'alpine']),
  tree(
    'dead-spruce',
    (key) => buildConifer(DEAD_SPRUCE, key),
    ['dead spruce', 'dead pine'],
    ['dead', 'snag', 'bare', 'burnt', 'conifer'],
  ),
  tree(
    'bare-oak',
    (key) => buildCrown(BARE_TREE, key),
    ['bare oak', 'bare tree', 'dead tree'],
    [...['winter', 'leafless', 'bare elm', 'bare', 'dead oak', 'dead']],
  ),
  tree('palm', buildPalm, ['palm', 'coconut palm', 'Cocos nucifera'], ['tropical', 'beach', 'date palm', 'oasis']),
];

function tree(name: string, make: (key: Key) => Model, names: readonly string[], tags: readonly string[]): Species {
  return {
    id: `tree/${name}`,
    kind: 'tree',
    names,
    tags,
    individuals: VARIANT_COUNT,
    poses: [],
    standing: 'foot',
    build: ({ key }) => make(key),
  };
}
