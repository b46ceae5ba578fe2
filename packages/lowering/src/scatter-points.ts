// Turns a region, a spacing and a key into a sequence of points, each new one away from those before it.
import { extendNumber, type Key } from '@diorama/geometry';
import type { Region, Spot } from './region.ts';
import { SpacingGrid } from './spacing-grid.ts';

/**
 * How many places are tried for a point. If none of them is free, the region counts as full and no further point is
 * tried: fewer than about one place in a hundred is free by then. Raising it would change programs that fill a region.
 */
export const ATTEMPTS = 500;

/** A sequence of points by dart throwing: the i-th point depends on those before it and not on how many follow. */
export interface ScatterPoints {
  /** Where the point that {@link ScatterPoints.next} found lies. */
  readonly spot: Readonly<Spot>;
  /** How many darts the last call threw. */
  readonly thrown: number;
  /** Finds a place for the point with this key; false once there is none. */
  next(pointKey: Key): boolean;
}

/** The key of a scatter's i-th point: its place and everything that is drawn in its body hang on it. */
export function pointKey(scatterKey: Key, index: number): Key {
  return extendNumber(scatterKey, index);
}

/** Points at least `spacing` metres of the local frame apart on the map; 0 lets them fall anywhere. */
export function createScatterPoints(region: Region, spacing: number): ScatterPoints {
  const spot: Spot = { x: 0, y: 0, z: 0 };
  const grid = spacing > 0 ? new SpacingGrid(spacing, region.left, region.near, region.extent) : undefined;
  let thrown = 0;
  return {
    spot,
    get thrown() {
      return thrown;
    },
    next(key) {
      thrown = 0;
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        thrown += region.place(spot, key, attempt);
        if (grid === undefined || grid.add(spot.x, spot.z)) return true;
      }
      return false;
    },
  };
}
