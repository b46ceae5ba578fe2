// Turns draws into those that may cast a shadow that is worth it.
import type { Vector3 } from '@diorama/geometry';
import type { DrawList } from './draw-list.ts';
import { partAlong, type SunFrame } from './sun-frame.ts';

/** Which draws cast shadows: their numbers, and a rectangle across the light that holds them all. */
export interface Casters {
  readonly draws: readonly number[];
  readonly frame: SunFrame;
  readonly least: readonly [number, number];
  readonly greatest: readonly [number, number];
}

/** What casts a shadow that is worth it: all that touches the sphere, but the ground only if `groundCasts`. */
export function listCasters(
  list: DrawList,
  frame: SunFrame,
  center: Vector3,
  radius: number,
  groundCasts: boolean,
): Casters {
  const draws: number[] = [];
  const least: [number, number] = [Infinity, Infinity];
  const greatest: [number, number] = [-Infinity, -Infinity];
  for (let draw = 0; draw < list.count; draw += 1) {
    if (list.isGround[draw] === 1 && !groundCasts) continue;
    const [x, y, z, own] = list.spheres.subarray(4 * draw, 4 * draw + 4) as unknown as [number, number, number, number];
    const [dx, dy, dz] = [x - center[0], y - center[1], z - center[2]];
    if (dx * dx + dy * dy + dz * dz > (radius + own) * (radius + own)) continue;
    draws.push(draw);
    const middle = [partAlong(frame.across, x, y, z), partAlong(frame.along, x, y, z)] as const;
    for (const axis of [0, 1] as const) {
      least[axis] = Math.min(least[axis], middle[axis] - own);
      greatest[axis] = Math.max(greatest[axis], middle[axis] + own);
    }
  }
  return { draws, frame, least, greatest };
}

/** Whether a place across the light may lie in a shadow. */
export function isWithinReach(x: number, y: number, { least, greatest }: Casters): boolean {
  return least[0] <= x && x <= greatest[0] && least[1] <= y && y <= greatest[1];
}
