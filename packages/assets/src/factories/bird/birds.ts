// The list of birds, as species of the library. Heights are of birds that stand as their models do: head up, on the ground.
import { VARIANT_COUNT } from '@diorama/vocabulary';
import type { Species } from '../../species.ts';
import { BIRD_POSES } from './bird-poses.ts';
import type { BirdTable } from './bird-table.ts';
import { buildBird } from './build-bird.ts';
import { rigBird } from './rig-bird.ts';
import { EMPEROR_PENGUIN, HEN, OSTRICH } from './tables/ground-birds.ts';
import { BLUE_TIT, DIPPER, RAVEN, ROBIN, SCARLET_MACAW } from './tables/perching-birds.ts';
import { BALD_EAGLE, EAGLE_OWL, GOLDEN_EAGLE } from './tables/raptors.ts';
import { FLAMINGO, GREY_HERON } from './tables/waders.ts';
import { GREYLAG, MALLARD, MUTE_SWAN } from './tables/waterfowl.ts';

interface Row {
  readonly table: BirdTable;
  readonly names: readonly string[];
  readonly latin: string;
  /** Metres. */
  readonly heights: readonly [least: number, greatest: number];
  readonly tags: readonly string[];
}

// biome-ignore format: a row for each species
const ROWS: Readonly<Record<string, Row>> = {
  'grey-heron': { table: GREY_HERON, names: ['grey heron', 'heron'], latin: 'Ardea cinerea', heights: [0.84, 1.02], tags: ['wader', 'egret', 'stork', 'crane', 'ibis', 'long legs', 'pond', 'wetland', 'reeds', 'lake shore'] },
  'golden-eagle': { table: GOLDEN_EAGLE, names: ['golden eagle', 'eagle'], latin: 'Aquila chrysaetos', heights: [0.66, 0.9], tags: ['raptor', 'bird of prey', 'hawk', 'falcon', 'buzzard', 'kite', 'vulture', 'mountain'] },
  'bald-eagle': { table: BALD_EAGLE, names: ['bald eagle', 'sea eagle', 'fish eagle', 'white-headed eagle'], latin: 'Haliaeetus leucocephalus', heights: [0.7, 0.95], tags: ['raptor', 'bird of prey', 'osprey', 'north america', 'lake', 'coast'] },
  mallard: { table: MALLARD, names: ['mallard', 'duck', 'drake'], latin: 'Anas platyrhynchos', heights: [0.33, 0.45], tags: ['waterfowl', 'teal', 'coot', 'moorhen', 'pond', 'grebe', 'lake'] },
  'greylag-goose': { table: GREYLAG, names: ['grey goose', 'goose', 'greylag'], latin: 'Anser anser', heights: [0.65, 0.85], tags: ['waterfowl', 'geese', 'gander', 'farm', 'meadow', 'lake'] },
  raven: { table: RAVEN, names: ['raven', 'crow', 'rook', 'jackdaw'], latin: 'Corvus corax', heights: [0.4, 0.55], tags: ['black', 'corvid', 'blackbird', 'magpie', 'pigeon', 'dove', 'gull', 'seagull', 'starling'] },
  robin: { table: ROBIN, names: ['robin', 'european robin', 'redbreast'], latin: 'Erithacus rubecula', heights: [0.12, 0.16], tags: ['songbird', 'passerine', 'finch', 'wren', 'warbler', 'kingfisher', 'woodpecker', 'garden'] },
  dipper: { table: DIPPER, names: ['dipper', 'water ouzel', 'white-throated dipper'], latin: 'Cinclus cinclus', heights: [0.13, 0.18], tags: ['songbird', 'wagtail', 'swallow', 'stream', 'thrush', 'river'] },
  'emperor-penguin': { table: EMPEROR_PENGUIN, names: ['emperor penguin', 'penguin'], latin: 'Aptenodytes forsteri', heights: [1.0, 1.2], tags: ['antarctic', 'ice', 'flightless', 'puffin', 'auk', 'polar', 'sea'] },
  'mute-swan': { table: MUTE_SWAN, names: ['mute swan', 'swan', 'white swan'], latin: 'Cygnus olor', heights: [1.0, 1.3], tags: ['waterfowl', 'white', 'cygnet', 'lake', 'park'] },
  flamingo: { table: FLAMINGO, names: ['flamingo', 'greater flamingo', 'pink flamingo'], latin: 'Phoenicopterus roseus', heights: [1.1, 1.5], tags: ['wader', 'pink', 'long legs', 'lagoon', 'salt lake', 'spoonbill'] },
  ostrich: { table: OSTRICH, names: ['ostrich', 'common ostrich'], latin: 'Struthio camelus', heights: [2.0, 2.75], tags: ['flightless', 'savanna', 'ratite', 'emu', 'rhea', 'cassowary', 'africa', 'long legs', 'runner'] },
  'eagle-owl': { table: EAGLE_OWL, names: ['eagle owl', 'owl', 'eurasian eagle-owl', 'horned owl'], latin: 'Bubo bubo', heights: [0.55, 0.75], tags: ['raptor', 'night', 'bird of prey', 'tawny owl', 'barn owl', 'forest', 'ear tufts'] },
  'scarlet-macaw': { table: SCARLET_MACAW, names: ['scarlet macaw', 'macaw', 'parrot'], latin: 'Ara macao', heights: [0.5, 0.68], tags: ['parakeet', 'cockatoo', 'tropical', 'rain forest', 'jungle', 'red', 'colorful', 'toucan'] },
  hen: { table: HEN, names: ['hen', 'chicken', 'domestic fowl', 'poultry'], latin: 'Gallus gallus domesticus', heights: [0.36, 0.5], tags: ['farm', 'fowl', 'rooster', 'cock', 'turkey', 'pheasant', 'quail', 'partridge', 'farmyard', 'village'] },
  'blue-tit': { table: BLUE_TIT, names: ['blue tit', 'tit', 'titmouse', 'eurasian blue tit'], latin: 'Cyanistes caeruleus', heights: [0.1, 0.13], tags: ['songbird', 'passerine', 'sparrow', 'chickadee', 'nuthatch', 'garden', 'small'] },
};

/** Every bird of the library. */
export const BIRDS: readonly Species[] = Object.entries(ROWS).map(([name, { table, latin, names, ...rest }]) => ({
  id: `bird/${name}`,
  kind: 'bird',
  names: [...names, latin],
  latin,
  ...rest,
  individuals: VARIANT_COUNT,
  poses: BIRD_POSES,
  // Between its feet, so that it sits on its perch and does not shift as it moves.
  standing: 'origin',
  build: (individual) => buildBird(table, individual),
  rig: (individual) => rigBird(table, individual),
}));
