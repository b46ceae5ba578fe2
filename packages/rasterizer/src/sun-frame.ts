// Turns the direction of the sun into axes across its light.
import type { Vector3 } from '@diorama/geometry';

/** Two directions across the sun's light and the one towards the sun, of length 1 and perpendicular. */
export interface SunFrame {
  readonly across: Vector3;
  readonly along: Vector3;
  readonly towards: Vector3;
}

export function sunFrame(towards: Vector3): SunFrame {
  const [x, y, z] = towards;
  // Any direction across will do; this one never vanishes.
  const level = Math.sqrt(x * x + z * z);
  const across: Vector3 = level > 1e-6 ? [z / level, 0, -x / level] : [1, 0, 0];
  const along: Vector3 = [y * across[2] - z * across[1], z * across[0] - x * across[2], x * across[1] - y * across[0]];
  return { across, along, towards };
}

/** How far a point is along one of the axes. */
export function partAlong([ax, ay, az]: Vector3, x: number, y: number, z: number): number {
  return ax * x + ay * y + az * z;
}
