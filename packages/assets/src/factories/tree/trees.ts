// The table of trees, as species of the library.

import type { Key, Model } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { VARIANT_COUNT } from '@diorama/vocabulary';
import { type Species, TRIANGLES } from '../../species.ts';
import { BARE_TREE, DEAD_TREE } from './bare-trees.ts';
import { APPLE, BEECH, BIRCH, OAK, POPLAR, WILLOW } from './broad-trees.ts';
import { buildConifer } from './build-conifer.ts';
import { buildCrown, type Fineness } from './build-crown.ts';
import { buildPalm } from './build-palm.ts';
import { DEAD_SPRUCE, LARCH, SNOWY_SPRUCE, SPRUCE } from './conifers.ts';
import { BAOBAB, CYPRESS, PINE, UMBRELLA_ACACIA } from './warm-trees.ts';

/** Every tree of the library. */
export const TREES: readonly Species[] = [
  tree(
    'oak',
    (key, fineness) => buildCrown(OAK, key, fineness),
    ['oak', 'english oak', 'oak tree'],
    'Quercus robur',
    [15, 35],
    ['broadleaf', 'deciduous', 'tree', 'walnut', 'chestnut', 'maple', 'ash', 'park', 'pasture'],
  ),
  tree(
    'beech',
    (key, fineness) => buildCrown(BEECH, key, fineness),
    ['beech', 'european beech', 'beech tree'],
    'Fagus sylvatica',
    [20, 40],
    ['broadleaf', 'deciduous', 'lime tree', 'linden', 'hornbeam', 'elm', 'alder', 'forest'],
  ),
  tree(
    'birch',
    (key, fineness) => buildCrown(BIRCH, key, fineness),
    ['birch', 'silver birch', 'birch tree'],
    'Betula pendula',
    [12, 25],
    ['broadleaf', 'deciduous', 'white', 'white trunk', 'aspen', 'heath'],
  ),
  tree(
    'poplar',
    (key, fineness) => buildCrown(POPLAR, key, fineness),
    ['poplar', 'lombardy poplar', 'poplar tree'],
    'Populus nigra',
    [18, 32],
    ['columnar', 'deciduous', 'avenue', 'roadside'],
  ),
  tree(
    'willow',
    (key, fineness) => buildCrown(WILLOW, key, fineness),
    ['willow', 'weeping willow', 'willow tree'],
    'Salix babylonica',
    [9, 20],
    ['deciduous', 'riverbank', 'pond', 'hanging'],
  ),
  tree(
    'apple',
    (key, fineness) => buildCrown(APPLE, key, fineness),
    ['apple tree', 'apple', 'fruit tree'],
    'Malus domestica',
    [3, 8],
    [
      'orchard',
      'fruit',
      'garden',
      'pear tree',
      'cherry tree',
      'plum tree',
      'orange tree',
      'farm',
      'deciduous',
      'box tree',
    ],
  ),
  tree(
    'umbrella-acacia',
    (key, fineness) => buildCrown(UMBRELLA_ACACIA, key, fineness),
    ['umbrella acacia', 'umbrella thorn', 'acacia', 'thorn tree'],
    'Vachellia tortilis',
    [5, 18],
    ['savanna', 'africa', 'flat topped', 'stone pine', 'umbrella pine', 'dry'],
  ),
  tree(
    'baobab',
    (key, fineness) => buildCrown(BAOBAB, key, fineness),
    ['baobab', 'african baobab', 'upside-down tree'],
    'Adansonia digitata',
    [8, 25],
    ['savanna', 'africa', 'madagascar', 'bottle tree', 'swollen trunk', 'dry'],
  ),
  tree(
    'pine',
    (key, fineness) => buildCrown(PINE, key, fineness),
    ['pine', 'scots pine', 'pine tree'],
    'Pinus sylvestris',
    [15, 35],
    ['conifer', 'evergreen', 'needle', 'cedar', 'heath', 'taiga'],
  ),
  tree(
    'cypress',
    (key, fineness) => buildCrown(CYPRESS, key, fineness),
    ['cypress', 'italian cypress', 'mediterranean cypress'],
    'Cupressus sempervirens',
    [10, 35],
    ['conifer', 'evergreen', 'columnar', 'tuscany', 'mediterranean', 'cemetery', 'thuja', 'yew'],
  ),
  tree(
    'spruce',
    (key, fineness) => buildConifer(SPRUCE, key, fineness),
    ['spruce', 'norway spruce', 'fir', 'fir tree'],
    'Picea abies',
    [20, 50],
    ['conifer', 'evergreen', 'needle', 'christmas tree', 'taiga', 'mountain forest'],
  ),
  tree(
    'snowy-spruce',
    (key, fineness) => buildConifer(SNOWY_SPRUCE, key, fineness),
    ['snowy spruce', 'snow covered pine', 'snow covered fir'],
    'Picea abies',
    [20, 50],
    ['conifer', 'snow', 'winter', 'fir'],
  ),
  tree(
    'larch',
    (key, fineness) => buildConifer(LARCH, key, fineness),
    ['larch', 'european larch'],
    'Larix decidua',
    [20, 45],
    ['conifer', 'needle', 'alpine', 'mountain'],
  ),
  tree(
    'dead-spruce',
    (key, fineness) => buildConifer(DEAD_SPRUCE, key, fineness),
    ['dead spruce', 'dead pine', 'snag'],
    'Picea abies',
    [8, 40],
    ['dead', 'bare', 'burnt', 'conifer', 'bog'],
  ),
  tree(
    'bare-oak',
    (key, fineness) => buildCrown(BARE_TREE, key, fineness),
    ['bare oak', 'bare tree', 'winter tree'],
    'Quercus robur',
    [15, 35],
    ['winter', 'leafless', 'bare elm', 'bare'],
  ),
  tree(
    'dead-tree',
    (key, fineness) => buildCrown(DEAD_TREE, key, fineness),
    ['dead tree', 'dead oak', 'withered tree'],
    'Quercus robur',
    [6, 25],
    ['dead', 'leafless', 'burnt', 'drought', 'driftwood', 'swamp'],
  ),
  tree(
    'palm',
    buildPalm,
    ['palm', 'coconut palm', 'palm tree'],
    'Cocos nucifera',
    [8, 30],
    ['tropical', 'beach', 'date palm', 'oasis', 'island'],
  ),
];

function tree(
  name: string,
  make: (key: Key, fineness: Fineness) => Model,
  names: readonly string[],
  latin: string,
  heights: readonly [least: number, greatest: number],
  tags: readonly string[],
): Species {
  return {
    id: `tree/${name}`,
    kind: 'tree',
    names,
    latin,
    heights,
    tags,
    individuals: VARIANT_COUNT,
    poses: [],
    standing: 'origin',
    isRooted: true,
    build: ({ key, detail }) => make(key, { detail, most: trianglesOf(detail) }),
  };
}

/** A tree may have half as many triangles again as others. */
function trianglesOf(detail: Detail): number {
  return 1.5 * TRIANGLES[detail];
}
