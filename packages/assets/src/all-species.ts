// Every species that the library makes by itself, in the order in which equals are found.
import { BOULDERS } from './factories/boulder/boulders.ts';
import { BUSHES } from './factories/bush/bushes.ts';
import { CARNIVORES } from './factories/carnivore/carnivores.ts';
import { TREES } from './factories/tree/trees.ts';
import type { Species } from './species.ts';

export const ALL_SPECIES: readonly Species[] = [...CARNIVORES, ...TREES, ...BUSHES, ...BOULDERS];
