// Adds a pig's snout to a face at rest: a disc of bare skin, which the nostrils are in.
import type { Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addTube } from '../../build/shapes.ts';
import type { Body } from './assemble-body.ts';
import type { Snout } from './quadruped-table.ts';

/** Its rim stands out a little. */
export function addSnout(mesh: MeshBuilder, { at, radius, color }: Snout, body: Body): void {
  const rings: readonly (readonly [ahead: number, share: number])[] = [
    [-0.7, 0.72],
    [-0.28, 0.86],
    [-0.16, 0.98],
    [-0.02, 1.0],
    [0.03, 0.88],
    [0.0, 0.6],
  ];
  const points = rings.map(([ahead]): Vector3 => body.onHead([at[0] + ahead * radius, at[1], 0]));
  addTube(
    mesh,
    points,
    rings.map(([, share]) => share * radius),
    () => color,
    { sides: 18, flatness: 1.12 },
  );
}
