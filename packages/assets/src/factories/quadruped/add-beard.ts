// Adds a goat's beard to a chin at rest.
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addLock } from '../../build/shapes.ts';
import { scale } from '../../build/vectors.ts';
import type { Body } from './assemble-body.ts';
import type { Beard } from './quadruped-table.ts';

/** Locks side by side, the longest in the middle. */
export function addBeard(mesh: MeshBuilder, { at, length, color }: Beard, body: Body): void {
  for (let lock = 0; lock < LOCKS; lock += 1) {
    const [row, column] = [Math.floor(lock / 3) - 1, (lock % 3) - 1];
    const long = length * (1 - 0.2 * Math.abs(column) - 0.15 * Math.abs(row) + 0.05 * (lock % 2));
    const root = body.onHead([at[0] + 0.08 * length * row, at[1] + 0.12 * length, 0.07 * length * column]);
    const reach = [0.05 * long, -0.45 * long, 0.03 * long * column] as const;
    addLock(mesh, root, reach, [-0.12 * long, -0.5 * long, 0], length * 0.11, scale(color, 0.85 + 0.1 * (lock % 4)));
  }
}

const LOCKS = 9;
