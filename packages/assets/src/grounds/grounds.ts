// The table of ground materials. The first is what a scene has that says nothing of its ground.
// Albedos: Oke, Boundary Layer Climates, 1987, table 1.1.
import type { Key } from '@diorama/geometry';
import { createDraws } from '../build/draws.ts';
import { drawGround } from './draw-ground.ts';
import type { Ground } from './ground.ts';
import { forestFloor, type GroundPattern, grassy, gravel, heath, mud, rock, sand, snow } from './ground-patterns.ts';

const GRASS = {
  earth: [0.09, 0.065, 0.035],
  low: [0.05, 0.095, 0.018],
  high: [0.12, 0.19, 0.04],
  dead: [0.24, 0.21, 0.09],
} as const;
const SAVANNA = {
  earth: [0.25, 0.155, 0.08],
  low: [0.22, 0.16, 0.07],
  high: [0.37, 0.29, 0.135],
  dead: [0.43, 0.36, 0.2],
} as const;
const STUBBLE = {
  earth: [0.17, 0.115, 0.065],
  low: [0.26, 0.195, 0.08],
  high: [0.45, 0.365, 0.165],
  dead: [0.5, 0.43, 0.24],
} as const;

/** Every ground of the library. */
export const GROUNDS: readonly Ground[] = [
  ground(
    'short-grass',
    3,
    grassy(GRASS, 0.55),
    ['short grass', 'grass', 'lawn', 'pasture', 'meadow'],
    ['green', 'field', 'alpine meadow', 'moor grass', 'turf', 'prairie', 'farmland', 'wet meadow', 'park', 'dewy'],
  ),
  ground(
    'dry-savanna',
    4,
    grassy(SAVANNA, 0.35),
    ['dry savanna grass', 'savanna', 'savannah', 'dry grass', 'steppe'],
    ['red earth', 'scrub', 'africa', 'plain', 'bush', 'parched', 'outback', 'dusty'],
  ),
  ground(
    'stubble',
    3,
    grassy(STUBBLE, 0.3),
    ['stubble field', 'stubble', 'hay', 'straw'],
    ['harvested', 'wheat', 'corn', 'ploughed', 'crop', 'autumn'],
  ),
  ground('sand', 3, sand, ['sand', 'desert', 'beach', 'dune'], ['dry', 'coast', 'shore', 'sahara']),
  ground('snow', 5, snow, ['snow', 'ice', 'glacier'], ['winter', 'arctic', 'white', 'frozen', 'frost']),
  ground('rock', 4, rock, ['rock', 'stone', 'bare rock', 'cliff'], ['mountain', 'granite', 'slab', 'lava', 'lichen']),
  ground(
    'gravel',
    2,
    gravel,
    ['gravel', 'river gravel', 'scree and grass', 'scree', 'pebbles', 'shingle'],
    ['stony', 'stream bed', 'path', 'moraine'],
  ),
  ground(
    'forest-floor',
    2.5,
    forestFloor,
    ['forest floor', 'leaf litter', 'fallen leaves', 'pine needles'],
    ['wood', 'woodland', 'moss', 'jungle', 'bark', 'soil'],
  ),
  ground(
    'mud',
    3,
    mud,
    ['mud', 'earth', 'dirt', 'clay', 'bog'],
    ['swamp', 'marsh', 'wet', 'cracked', 'soil', 'peat', 'riverbank'],
  ),
  ground('heath', 3.5, heath, ['heath', 'heather', 'moor', 'moorland'], ['purple', 'tundra', 'highland', 'bilberry']),
];

function ground(
  name: string,
  tileSize: number,
  pattern: GroundPattern,
  names: readonly string[],
  tags: readonly string[],
): Ground {
  return {
    id: `ground/${name}`,
    names,
    tags,
    tileSize,
    draw: (key: Key) => drawGround(pattern(createDraws(key).seed())),
  };
}
