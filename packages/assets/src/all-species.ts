// Every species that the library makes by itself, in the order in which equals are found.
import { BIRDS } from './factories/bird/birds.ts';
import { BOULDERS } from './factories/boulder/boulders.ts';
import { BUSHES } from './factories/bush/bushes.ts';
import { CARNIVORES } from './factories/carnivore/carnivores.ts';
import { HERBIVORES } from './factories/herbivore/herbivores.ts';
import { TREES } from './factories/tree/trees.ts';
import type { Species } from './species.ts';

export const ALL_SPECIES: readonly Species[] = [
  ...CARNIVORES,
  ...HERBIVORES,
  ...BIRDS,
  ...TREES,
  ...BUSHES,
  ...BOULDERS,
];
