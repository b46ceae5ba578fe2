// The table of bushes: shrubs, ferns, reeds, tufts and cacti, as species of the library.

import type { Key, Model } from '@diorama/geometry';
import { VARIANT_COUNT } from '@diorama/vocabulary';
import { type Species, TRIANGLES } from '../../species.ts';
import { buildCrown, type Fineness } from '../tree/build-crown.ts';
import { buildPricklyPear, buildSaguaro } from './build-cactus.ts';
import { buildTuft } from './build-tuft.ts';
import { BERRY, LEAFY, THORN } from './shrubs.ts';
import { FERN, FLOWERS, GRASS, HEATHER, REEDS } from './tufts.ts';

/** Every bush of the library. */
export const BUSHES: readonly Species[] = [
  bush(
    'leafy',
    (key, fineness) => buildCrown(LEAFY, key, fineness),
    ['leafy bush', 'round bush', 'bush', 'shrub', 'hazel'],
    'Corylus avellana',
    [1, 5],
    ['hedge', 'round', 'green', 'box', 'laurel', 'bramble', 'thicket', 'broom', 'juniper', 'rose', 'garden'],
  ),
  bush(
    'berry',
    (key, fineness) => buildCrown(BERRY, key, fineness),
    ['berry bush', 'berries', 'currant bush', 'bush with berries'],
    'Ribes rubrum',
    [0.8, 2],
    [
      'red berries',
      'blueberry',
      'raspberry',
      'holly',
      'rowan',
      'elder',
      'rose hips',
      'sea buckthorn',
      'fruit',
      'garden',
    ],
  ),
  bush(
    'thorn',
    (key, fineness) => buildCrown(THORN, key, fineness),
    ['thorn bush', 'desert shrub', 'hawthorn', 'blackthorn'],
    'Prunus spinosa',
    [1, 4],
    ['dry', 'scrub', 'sagebrush', 'spiny', 'gorse', 'savanna', 'tumbleweed', 'steppe'],
  ),
  bush(
    'saguaro',
    buildSaguaro,
    ['saguaro', 'saguaro cactus', 'cactus', 'column cactus'],
    'Carnegiea gigantea',
    [3, 14],
    ['desert', 'sonora', 'arizona', 'mexico', 'spiny', 'succulent', 'dry'],
  ),
  bush(
    'prickly-pear',
    buildPricklyPear,
    ['prickly pear', 'prickly pear cactus', 'opuntia'],
    'Opuntia ficus-indica',
    [0.6, 4],
    ['desert', 'cactus', 'mexico', 'mediterranean', 'spiny', 'succulent', 'dry'],
  ),
  bush(
    'reeds',
    (key, fineness) => buildTuft(REEDS, key, fineness),
    ['reeds', 'reed', 'cattail', 'bulrush'],
    'Typha latifolia',
    [1.2, 2.7],
    ['marsh', 'pond', 'lake shore', 'rushes', 'bamboo', 'papyrus', 'swamp'],
  ),
  bush(
    'grass-tuft',
    (key, fineness) => buildTuft(GRASS, key, fineness),
    ['tuft of grass', 'dry grass', 'tall grass', 'tussock', 'sedge'],
    'Deschampsia cespitosa',
    [0.3, 1.2],
    ['meadow', 'prairie', 'pampas', 'steppe', 'stubble', 'hay', 'savanna'],
  ),
  bush(
    'fern',
    (key, fineness) => buildTuft(FERN, key, fineness),
    ['fern', 'male fern', 'bracken'],
    'Dryopteris filix-mas',
    [0.4, 1.5],
    ['frond', 'undergrowth', 'forest floor', 'shade'],
  ),
  bush(
    'heather',
    (key, fineness) => buildTuft(HEATHER, key, fineness),
    ['heather', 'ling', 'lavender'],
    'Calluna vulgaris',
    [0.2, 0.8],
    ['heath', 'moor', 'purple', 'bilberry', 'sage'],
  ),
  bush(
    'flowers',
    (key, fineness) => buildTuft(FLOWERS, key, fineness),
    ['flowers', 'wild flowers', 'poppies', 'daisies', 'alpine flowers'],
    'Papaver rhoeas',
    [0.2, 0.8],
    ['meadow', 'bloom', 'dandelion', 'buttercup', 'tulip', 'cornflower'],
  ),
];

function bush(
  name: string,
  make: (key: Key, fineness: Fineness) => Model,
  names: readonly string[],
  latin: string,
  heights: readonly [least: number, greatest: number],
  tags: readonly string[],
): Species {
  return {
    id: `bush/${name}`,
    kind: 'bush',
    names,
    latin,
    heights,
    tags,
    individuals: VARIANT_COUNT,
    poses: [],
    standing: 'origin',
    isRooted: true,
    build: ({ key, detail }) => make(key, { detail, most: TRIANGLES[detail] }),
  };
}
