// Makes the pieces of flesh that give a carnivore's face its planes.
import type { Flesh } from '../quadruped/quadruped-table.ts';

type Lump = (from: Flesh['from'], to: Flesh['to'], radii: Flesh['radii'], blend: number) => Flesh;

/** A piece of the skull, measured from the poll. */
export const onHead: Lump = (from, to, radii, blend) => ({ on: 'head', from, to, radii, blend, region: 'head' });

/** A piece of the upper lip or the chin. */
export const onMuzzle: Lump = (from, to, radii, blend) => ({ ...onHead(from, to, radii, blend), region: 'muzzle' });
