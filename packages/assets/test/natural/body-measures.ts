// Measures of four-legged bodies in their poses: feet on the ground, limbs that do not go through each other.

import { meshQuadruped } from '../../src/factories/quadruped/build-quadruped.ts';
import type { QuadrupedTable } from '../../src/factories/quadruped/quadruped-table.ts';
import { coneDistance, type PosedCone } from '../../src/solid/round-cone.ts';
import type { Individual } from '../../src/species.ts';

/** Both as shares of the body's height. */
export interface BodyMeasures {
  /** How far the worst bearing foot is above the lowest point of all. */
  readonly feetGap: number;
  /** The same of the worst leg, whatever part of it is lowest. */
  readonly legGap: number;
  /** How deep a lower leg is in another leg or the head, at the deepest. */
  readonly crossing: number;
}

export function measureBody(table: QuadrupedTable, individual: Individual): BodyMeasures {
  const { body, cones, skin, added } = meshQuadruped(table, { ...individual, detail: 'low' });
  const heights = [...skin.positions, ...added.positions].filter((_, at) => at % 3 === 1);
  const lowest = heights.reduce((least, y) => Math.min(least, y), Infinity);
  const size = heights.reduce((most, y) => Math.max(most, y), -Infinity) - lowest;
  const bones = (names: readonly string[]) => new Set(names.map((name) => body.bone(name)));
  const limb = (names: readonly string[]) => {
    const own = bones(names);
    return cones.filter(({ cone }) => own.has(cone.bone) && own.has(cone.endBone));
  };
  const legs = ['L', 'R'].flatMap((side) => [
    limb(['elbow', 'wrist', 'fetlock'].map((joint) => joint + side)),
    limb(['knee', 'hock', 'toe'].map((joint) => joint + side)),
  ]);
  const feet = ['fetlockL', 'toeL', 'fetlockR', 'toeR'].map((name) => limb([name]));
  const bears = table.stance === 'biped' ? [1, 3] : individual.pose === 'sit' ? [0, 2] : [0, 1, 2, 3];
  const bearing = feet.filter((_, index) => bears.includes(index));
  const gaps = bearing.map((foot) => Math.min(...foot.map(lowestOf)) - lowest);
  const legGaps = legs.map((leg) => Math.min(...leg.map(lowestOf)) - lowest);
  const head = limb(['head', 'jaw']);
  let crossing = 0;
  legs.forEach((leg, index) => {
    for (const other of [...legs.slice(index + 1), head]) crossing = Math.max(crossing, depthOf(leg, other));
  });
  return { feetGap: Math.max(...gaps) / size, legGap: Math.max(...legGaps) / size, crossing: crossing / size };
}

function lowestOf({ cone, from, axis, flatAxis, flatness, flattening }: PosedCone): number {
  const upright = flatAxis[1] * flatAxis[1];
  const reach = (flat: number) => Math.sqrt(1 - upright + upright * flat * flat);
  return Math.min(
    from[1] - cone.fromRadius * reach(flatness),
    from[1] + axis[1] - cone.toRadius * reach(flatness + flattening),
  );
}

/** How far a point of one limb's axes, with its flesh, is inside the other limb. */
function depthOf(limb: readonly PosedCone[], other: readonly PosedCone[]): number {
  let depth = 0;
  for (const { cone, from, axis, radius, growth } of limb) {
    for (let step = 0; step <= 6; step += 1) {
      const t = step / 6;
      const [x, y, z] = [from[0] + t * axis[0], from[1] + t * axis[1], from[2] + t * axis[2]];
      const own = (radius + growth * t) * Math.min(1, cone.flatness);
      for (const part of other) depth = Math.max(depth, own - coneDistance(part, x, y, z));
    }
  }
  return depth;
}
