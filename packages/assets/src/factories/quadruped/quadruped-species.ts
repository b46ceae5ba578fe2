// Turns the row of a four-legged animal's table into a species of the library.
import { VARIANT_COUNT } from '@diorama/vocabulary';
import type { Species } from '../../species.ts';
import { buildQuadruped, quadrupedHeight } from './build-quadruped.ts';
import type { QuadrupedTable } from './quadruped-table.ts';
import { rigQuadruped } from './rig-quadruped.ts';

/** The poses of the language (vocabulary: carnivore and herbivore). */
const POSES = {
  carnivore: ['stand', 'walk', 'run', 'look', 'sit', 'lie'],
  herbivore: ['stand', 'walk', 'run', 'look', 'graze', 'lie'],
} as const;

/** A species, with the row of which it is made. */
export interface QuadrupedSpecies extends Species {
  readonly table: QuadrupedTable;
}

/** `names` begins with the common name; `tags` are words by which the species may be meant as well. `nature` is its Latin name and its heights. */
export function quadrupedSpecies(
  kind: keyof typeof POSES,
  name: string,
  table: QuadrupedTable,
  names: readonly string[],
  tags: readonly string[],
  nature: Pick<Species, 'latin' | 'heights'> = {},
): QuadrupedSpecies {
  return {
    id: `${kind}/${name}`,
    kind,
    table,
    names,
    tags,
    ...nature,
    individuals: VARIANT_COUNT,
    poses: POSES[kind],
    standing: 'whole',
    build: (individual) => buildQuadruped(table, individual),
    rig: (individual) => rigQuadruped(table, individual),
    height: (individual) => quadrupedHeight(table, individual),
  };
}
