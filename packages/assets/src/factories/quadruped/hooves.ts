// Adds hooves to a leg at rest: the single hoof of horses, the two claws of cattle and deer, an elephant's nails.
import { cosDegrees, type LinearColor, sinDegrees, type Vector3 } from '@diorama/geometry';
import { appendMesh, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { addBall, addTube } from '../../build/shapes.ts';
import type { QuadrupedTable, Station } from './quadruped-table.ts';

/** The hoof of the foot whose toe is given; `z` is how far to its right the foot stands. */
export function addHoof(mesh: MeshBuilder, table: QuadrupedTable, toe: Station, z: number): void {
  const color = table.hoofColor ?? HORN_COLOR;
  switch (table.foot) {
    case 'paw':
      return;
    case 'pillar':
      return addNails(mesh, toe, z);
    case 'hoof':
      return addClaw(mesh, toe, { z, width: 1, depth: 1 }, color);
    case 'cloven':
      for (const side of [-1, 1]) addClaw(mesh, toe, { z: z + side * toe[2] * 0.5, width: 0.52, depth: 1.15 }, color);
  }
}

const HORN_COLOR: LinearColor = [0.03, 0.026, 0.024];

/** Rings that lie level, the lower ones further forward. `width` and `depth` are shares of the toe's radius. */
function addClaw(
  mesh: MeshBuilder,
  [x, , radius]: Station,
  { z, width, depth }: { readonly z: number; readonly width: number; readonly depth: number },
  color: LinearColor,
): void {
  const upright = createMeshBuilder();
  const rings = [0, 1.1, 1.9].map((share): Vector3 => [0, share * radius, 0]);
  addTube(
    upright,
    rings,
    [1.15, 0.95, 0.7].map((share) => share * radius),
    () => color,
    { sides: 10 },
  );
  appendMesh(mesh, upright, {
    point: ([px, py, pz]) => [x + depth * px + 0.4 * (1.9 * radius - py), py, z + width * pz],
    direction: ([nx, ny, nz]) => [nx / depth, ny + 0.4 * nx, nz / width],
  });
}

/** Three nails around the front of a pillar. */
function addNails(mesh: MeshBuilder, [x, , radius]: Station, z: number): void {
  for (const turn of [-46, 0, 46]) {
    const at: Vector3 = [x + 0.9 * radius * cosDegrees(turn), 0.24 * radius, z + 0.9 * radius * sinDegrees(turn)];
    addBall(mesh, at, [0.16 * radius, 0.24 * radius, 0.24 * radius], [0.3, 0.26, 0.21], 5);
  }
}
