// Adds the curl of a pig's tail to its stump at rest.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { addTube } from '../../build/shapes.ts';
import type { Curl, QuadrupedTable } from './quadruped-table.ts';

/** One turn and a half around an axis that looks backwards. */
export function addCurl(mesh: MeshBuilder, { radius, thickness, color }: Curl, { tail }: QuadrupedTable): void {
  const [x, y] = tail.at(-1)!;
  const points: Vector3[] = [];
  const radii: number[] = [];
  for (let ring = 0; ring <= RINGS; ring += 1) {
    const t = ring / RINGS;
    const [turn, wide] = [540 * t, radius * (1 - 0.25 * t)];
    points.push([x + thickness - 2.2 * radius * t, y + radius - wide * cosDegrees(turn), wide * sinDegrees(turn)]);
    radii.push(thickness * (1 - 0.7 * t));
  }
  addTube(mesh, points, radii, () => color, { sides: 7, up: [1, 0, 0] });
}

const RINGS = 20;
