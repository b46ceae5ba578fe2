// Finds the water at a place.
import type { Body } from './body.ts';

/** A sheet of water, seen from above: a rectangle about a centre, turned by a rotation whose axes are given. */
export interface WaterSurface {
  readonly body: Body;
  readonly halfX: number;
  readonly halfZ: number;
  readonly acrossX: number;
  readonly acrossZ: number;
}

export function listWater(bodies: readonly Body[]): readonly WaterSurface[] {
  return bodies.flatMap((body) => {
    const sheet = body.solids[0];
    if (body.element.kind !== 'water' || sheet === undefined) return [];
    const [acrossX, , , , , , acrossZ] = sheet.rotation;
    return [{ body, halfX: sheet.halfX, halfZ: sheet.halfZ, acrossX, acrossZ }];
  });
}

/** How far a place is from a sheet's shore, seen from above; 0 in the water. */
export function distanceToWater({ body, halfX, halfZ, acrossX, acrossZ }: WaterSurface, x: number, z: number): number {
  const [dx, dz] = [x - body.base[0], z - body.base[2]];
  const across = Math.max(0, Math.abs(acrossX * dx + acrossZ * dz) - halfX);
  const along = Math.max(0, Math.abs(acrossX * dz - acrossZ * dx) - halfZ);
  return Math.sqrt(across * across + along * along);
}

export function isInWater(waters: readonly WaterSurface[], [x, , z]: Body['base']): boolean {
  return waters.some((water) => distanceToWater(water, x, z) === 0);
}
