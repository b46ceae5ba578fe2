// Adds claws to a foot at rest: curved, blunt, one before each toe.
import type { Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addTube } from '../../build/shapes.ts';
import type { QuadrupedTable, Station } from './quadruped-table.ts';

/** The claws of the foot whose toe is given; `z` is how far to its right the foot stands. */
export function addClaws(
  mesh: MeshBuilder,
  { claws }: QuadrupedTable,
  [x, y, radius, width = radius]: Station,
  z: number,
): void {
  if (claws === undefined) return;
  for (const toe of [-1, -0.5, 0, 0.5, 1]) {
    const root: Vector3 = [x + radius * (1.05 - 0.2 * toe * toe), y * 0.75, z + toe * width * 0.85];
    const [rx, ry, rz] = root;
    const { length } = claws;
    const points: Vector3[] = [root, [rx + 0.55 * length, ry * 0.75, rz], [rx + length, 0.012, rz]];
    addTube(
      mesh,
      points,
      [0.17, 0.13, 0.03].map((share) => share * length),
      () => claws.color,
      { sides: 5 },
    );
  }
}
