// The table of bushes: shrubs, ferns, reeds and tufts, as species of the library.

import type { Key, LinearColor, Model } from '@diorama/geometry';
import { VARIANT_COUNT } from '@diorama/vocabulary';
import { scale } from '../../build/vectors.ts';
import type { Species } from '../../species.ts';
import { buildCrown } from '../tree/build-crown.ts';
import type { CrownTable, Lobe } from '../tree/crown-table.ts';
import { buildTuft, FERN, FLOWERS, GRASS, HEATHER, REEDS } from './build-tuft.ts';

const lobe = (x: number, y: number, z: number, radius: number, halfHeight: number): Lobe => ({
  center: [x, y, z],
  radius,
  halfHeight,
});

const LEAFY: CrownTable = {
  lobes: [lobe(0, 0.62, 0, 0.72, 0.62), lobe(0.5, 0.5, 0.2, 0.55, 0.45), lobe(-0.45, 0.5, -0.25, 0.5, 0.45)],
  points: 420,
  step: 0.08,
  reach: 1.5,
  kill: 0.13,
  trunk: [
    [0, 0, 0],
    [0, 0.06, 0],
  ],
  tropism: [0, 0.05, 0],
  twigRadius: 0.006,
  trunkRadius: 0.05,
  leaves: {
    count: 2800,
    length: 0.13,
    halfWidth: 0.046,
    inner: [0.045, 0.12, 0.02],
    outer: [0.14, 0.24, 0.05],
    level: 0.1,
    hanging: 0,
  },
  bark: (_: number, grain: number): LinearColor => scale([0.14, 0.1, 0.07], 0.8 + 0.4 * grain),
  center: [0, 0.3, 0],
};

/** Grey twigs and few small leaves, on stony ground. */
const THORN: CrownTable = {
  ...LEAFY,
  points: 620,
  step: 0.07,
  kill: 0.1,
  leaves: {
    ...LEAFY.leaves,
    count: 1300,
    length: 0.07,
    halfWidth: 0.022,
    inner: [0.1, 0.11, 0.05],
    outer: [0.22, 0.22, 0.11],
  },
  bark: (_: number, grain: number): LinearColor => scale([0.23, 0.19, 0.15], 0.8 + 0.4 * grain),
};

/** Every bush of the library. */
export const BUSHES: readonly Species[] = [
  bush(
    'leafy',
    (key) => buildCrown(LEAFY, key),
    ['leafy bush', 'bush', 'shrub', 'hazel'],
    [...['hedge', 'round', 'green', 'box', 'laurel', 'bramble', 'thicket', 'broom', 'juniper', 'rose', 'garden']],
  ),
  bush(
    'thorn',
    (key) => buildCrown(THORN, key),
    ['thorn bush', 'desert shrub', 'hawthorn', 'blackthorn'],
    [...['dry', 'scrub', 'sagebrush', 'spiny', 'gorse', 'cactus', 'savanna', 'tumbleweed', 'steppe']],
  ),
  bush(
    'reeds',
    (key) => buildTuft(REEDS, key),
    ['reeds', 'reed', 'bulrush', 'cattail', 'Phragmites australis'],
    ['marsh', 'pond', 'lake shore', 'rushes', 'bamboo', 'papyrus'],
  ),
  bush(
    'grass-tuft',
    (key) => buildTuft(GRASS, key),
    ['tuft of grass', 'dry grass', 'tall grass', 'tussock', 'sedge'],
    ['meadow', 'prairie', 'pampas', 'steppe', 'stubble', 'hay'],
  ),
  bush(
    'fern',
    (key) => buildTuft(FERN, key),
    ['fern', 'bracken', 'Pteridium aquilinum'],
    ['frond', 'undergrowth', 'forest floor', 'shade'],
  ),
  bush(
    'heather',
    (key) => buildTuft(HEATHER, key),
    ['heather', 'lavender', 'Calluna vulgaris'],
    ['heath', 'moor', 'purple', 'bilberry', 'sage'],
  ),
  bush(
    'flowers',
    (key) => buildTuft(FLOWERS, key),
    ['flowers', 'wild flowers', 'poppies', 'daisies', 'alpine flowers'],
    ['meadow', 'bloom', 'dandelion', 'buttercup', 'tulip'],
  ),
];

function bush(name: string, make: (key: Key) => Model, names: readonly string[], tags: readonly string[]): Species {
  return {
    id: `bush/${name}`,
    kind: 'bush',
    names,
    tags,
    individuals: VARIANT_COUNT,
    poses: [],
    standing: 'foot',
    build: ({ key }) => make(key),
  };
}
