// The table of stones, as species of the library. Forms after Wentworth 1922; colors of dry stone.
import { VARIANT_COUNT } from '@diorama/vocabulary';
import type { Species } from '../../species.ts';
import { type BoulderTable, buildBoulder } from './build-boulder.ts';

const GRANITE: BoulderTable = {
  planes: 15,
  depth: 0.3,
  size: [1.15, 0.78, 1],
  roughness: 0.035,
  color: [0.3, 0.285, 0.26],
  layers: 0,
  moss: 0.35,
  lichen: 0.7,
  snow: 0,
};

/** Every stone of the library. */
export const BOULDERS: readonly Species[] = [
  boulder(
    'granite',
    GRANITE,
    ['granite boulder', 'granite', 'grey rock', 'boulder', 'rock', 'stone'],
    ['crag', 'scree', 'basalt', 'erratic'],
  ),
  boulder(
    'mossy',
    { ...GRANITE, moss: 0.95, lichen: 0.3, color: [0.22, 0.22, 0.2] },
    ['mossy stone', 'mossy boulder', 'moss'],
    ['wet', 'forest', 'green'],
  ),
  boulder(
    'sandstone',
    { ...GRANITE, planes: 11, color: [0.5, 0.3, 0.16], layers: 1, moss: 0, lichen: 0.15 },
    ['sandstone', 'red rock'],
    ['desert', 'layered', 'brown', 'ochre', 'termite mound'],
  ),
  boulder(
    'limestone',
    { ...GRANITE, planes: 12, depth: 0.36, color: [0.55, 0.53, 0.47], layers: 0.5, moss: 0.2, lichen: 0.3 },
    ['limestone', 'chalk', 'white rock'],
    ['pale', 'karst', 'marble', 'block of ice', 'ice', 'dolomite'],
  ),
  boulder(
    'river-stone',
    {
      ...GRANITE,
      planes: 26,
      depth: 0.12,
      size: [1.25, 0.5, 1],
      roughness: 0.012,
      color: [0.24, 0.235, 0.225],
      moss: 0,
      lichen: 0.1,
    },
    ['river stone', 'pebble', 'flat stone', 'wet stone', 'cobble'],
    ['smooth', 'round', 'stream', 'beach', 'shingle', 'gravel'],
  ),
  boulder(
    'snowy',
    { ...GRANITE, moss: 0, snow: 1 },
    ['snowy rock', 'snow covered boulder'],
    ['winter', 'snow', 'alpine'],
  ),
  boulder(
    'standing-stone',
    { ...GRANITE, planes: 12, size: [0.62, 1.7, 0.42], depth: 0.28, moss: 0.3 },
    ['standing stone', 'menhir', 'monolith'],
    ['tall', 'upright', 'pillar', 'stone circle'],
  ),
];

function boulder(name: string, table: BoulderTable, names: readonly string[], tags: readonly string[]): Species {
  return {
    id: `boulder/${name}`,
    kind: 'boulder',
    names,
    tags,
    individuals: VARIANT_COUNT,
    poses: [],
    standing: 'whole',
    build: ({ key }) => buildBoulder(table, key),
  };
}
