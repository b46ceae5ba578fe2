// The herbivores of the library: horses, deer, cattle and their like.
// Heights: Nowak, Walker's Mammals of the World, 1999, from the shoulder to the model's highest point in the same proportion.
import type { Species } from '../../species.ts';
import { quadrupedSpecies } from '../quadruped/quadruped-species.ts';
import type { QuadrupedTable } from '../quadruped/quadruped-table.ts';
import { BROWN_COW, BUFFALO, DAIRY_COW, GOAT, SHEEP } from './cattle.ts';
import { HIND, MOOSE, SPRINGBOK, STAG } from './deer.ts';
import { ELEPHANT, GIRAFFE, RHINO } from './giants.ts';
import { BAY_HORSE, CHESTNUT_HORSE, DONKEY, GREY_HORSE, ZEBRA } from './horses.ts';
import { DROMEDARY, KANGAROO, PIG } from './others.ts';

/** A species' name in ids, its table, its names, its scientific name, its heights in metres, and further words for it. */
type Row = readonly [
  name: string,
  table: QuadrupedTable,
  names: readonly string[],
  latin: string,
  heights: readonly [least: number, greatest: number],
  tags: readonly string[],
];

// biome-ignore format: a row for each species
const ROWS: readonly Row[] = [
  ['zebra', ZEBRA, ['zebra', 'plains zebra', "burchell's zebra"], 'Equus quagga', [1.5, 1.95], ['striped', 'savanna', 'equine', 'africa', 'wild', 'herd']],
  ['antelope', SPRINGBOK, ['antelope', 'springbok', 'gazelle'], 'Antidorcas marsupialis', [1.2, 1.5], ['impala', 'buck', 'horned', 'savanna', 'africa', 'wildebeest', 'herd']],
  ['red-deer-stag', STAG, ['red deer stag', 'stag', 'deer'], 'Cervus elaphus', [1.95, 2.6], ['buck', 'antlers', 'reindeer', 'caribou', 'elk', 'forest', 'male']],
  ['deer-hind', HIND, ['red deer hind', 'hind', 'doe', 'roe deer', 'fawn'], 'Cervus elaphus', [1.4, 1.8], ['deer', 'female', 'forest', 'herd']],
  ['moose', MOOSE, ['moose', 'bull moose'], 'Alces alces', [2.15, 2.8], ['elk', 'antlers', 'bog', 'nordic', 'deer', 'forest', 'male']],
  ['elephant', ELEPHANT, ['elephant', 'african elephant'], 'Loxodonta africana', [2.6, 4], ['savanna', 'trunk', 'tusks', 'calf', 'big', 'hippo', 'mammoth', 'africa']],
  ['rhino', RHINO, ['rhinoceros', 'rhino', 'white rhinoceros'], 'Ceratotherium simum', [1.6, 2], ['savanna', 'horned', 'big', 'africa', 'hippo']],
  ['giraffe', GIRAFFE, ['giraffe'], 'Giraffa camelopardalis', [4.2, 5.7], ['tall', 'savanna', 'long neck', 'africa', 'okapi']],
  ['buffalo', BUFFALO, ['african buffalo', 'cape buffalo', 'buffalo'], 'Syncerus caffer', [1.3, 1.8], ['savanna', 'horned', 'africa', 'bison', 'yak', 'herd', 'bovine']],
  ['bay-horse', BAY_HORSE, ['bay horse', 'horse', 'mare', 'stallion'], 'Equus caballus', [1.8, 2.3], ['foal', 'pony', 'equine', 'farm', 'brown']],
  ['grey-horse', GREY_HORSE, ['grey horse', 'gray horse', 'white horse', 'dapple grey horse'], 'Equus caballus', [1.8, 2.3], ['horse', 'gray', 'equine', 'pony', 'farm']],
  ['chestnut-horse', CHESTNUT_HORSE, ['chestnut horse', 'sorrel horse'], 'Equus caballus', [1.8, 2.3], ['horse', 'equine', 'pony', 'farm', 'red']],
  ['donkey', DONKEY, ['donkey', 'ass', 'mule'], 'Equus asinus', [1.3, 2], ['burro', 'equine', 'farm', 'long ears']],
  ['brown-cow', BROWN_COW, ['brown cow', 'cow', 'cattle', 'ox', 'bull'], 'Bos taurus', [1.4, 1.75], ['calf', 'farm', 'bovine', 'jersey', 'pasture', 'horned']],
  ['dairy-cow', DAIRY_COW, ['black and white cow', 'dairy cow', 'holstein'], 'Bos taurus', [1.5, 1.75], ['cow', 'cattle', 'farm', 'spotted', 'milk', 'bovine', 'pasture']],
  ['sheep', SHEEP, ['sheep', 'ewe', 'ram'], 'Ovis aries', [0.75, 1.1], ['lamb', 'wool', 'flock', 'farm', 'pasture']],
  ['goat', GOAT, ['goat', 'mountain goat', 'ibex', 'chamois'], 'Capra hircus', [0.9, 1.5], ['horned', 'kid', 'alpine', 'billy', 'farm', 'beard']],
  ['pig', PIG, ['pig', 'sow', 'hog', 'domestic pig'], 'Sus domesticus', [0.7, 1.1], ['boar', 'piglet', 'swine', 'farm', 'pink']],
  ['dromedary', DROMEDARY, ['dromedary', 'camel', 'arabian camel'], 'Camelus dromedarius', [1.9, 2.4], ['desert', 'hump', 'llama', 'alpaca', 'caravan']],
  ['kangaroo', KANGAROO, ['kangaroo', 'red kangaroo'], 'Osphranter rufus', [1.3, 1.8], ['wallaby', 'marsupial', 'australia', 'hopping', 'outback']],
];

/** Every herbivore of the library. */
export const HERBIVORES: readonly Species[] = ROWS.map(([name, table, names, latin, heights, tags]) =>
  quadrupedSpecies('herbivore', name, table, [...names, latin], tags, { latin, heights }),
);
