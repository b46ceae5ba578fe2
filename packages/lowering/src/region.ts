// Turns a region of the language into a source of points, even by area.
import type { RegionValue } from '@diorama/checker';
import { cosDegrees, type Key, sinDegrees, uniform } from '@diorama/geometry';
import { createPathRegion } from './path-region.ts';
import { number } from './scene-values.ts';

/** A place of the local frame, written over by {@link Region.place}. */
export interface Spot {
  x: number;
  y: number;
  z: number;
}

/** Where points may be drawn. */
export interface Region {
  /** Whether its points stand on the ground; else at `y` of the local frame. */
  readonly onGround: boolean;
  /** The lowest x and z, and the larger extent of the box around it, in metres. */
  readonly left: number;
  readonly near: number;
  readonly extent: number;
  /** Writes the `attempt`-th point of a key; tells how many darts it threw for that. */
  place(spot: Spot, key: Key, attempt: number): number;
}

/**
 * How often a path's strip draws again for one attempt where its pieces overlap; then it takes the point as it is, which
 * is a little more likely to lie in the overlap. Only strips that fold onto themselves dozens of times come to that.
 */
const PATH_TRIES = 200;

/**
 * The points of a region stand on the ground if its centre (of a path: its first point) was given as on the ground; else
 * they lie at the centre's height, or along the path's own rise.
 */
export function createRegion(value: RegionValue): Region {
  if (value.kind === 'path') return pathRegion(value);
  const { center } = value;
  const [x, y, z] = [number(center.x), number(center.y), number(center.z)];
  if (value.kind === 'rectangle') {
    const [width, depth] = [number(value.size.x), number(value.size.z)];
    const [left, near] = [x - width / 2, z - depth / 2];
    return {
      onGround: center.ground,
      left,
      near,
      extent: Math.max(width, depth),
      place(spot, key, attempt) {
        spot.x = left + uniform(key, 3 * attempt) * width;
        spot.y = y;
        spot.z = near + uniform(key, 3 * attempt + 1) * depth;
        return 1;
      },
    };
  }
  const [inner, outer] = value.kind === 'disk' ? [0, number(value.radius)] : [number(value.inner), number(value.outer)];
  // The share of the disk's area that the hole takes; a ring's bounds may come in either order.
  const most = Math.max(inner, outer);
  const ratio = Math.min(inner, outer) / most;
  const hole = ratio * ratio;
  return {
    onGround: center.ground,
    left: x - most,
    near: z - most,
    extent: 2 * most,
    place(spot, key, attempt) {
      const radius = most * Math.sqrt(hole + (1 - hole) * uniform(key, 3 * attempt));
      const angle = 360 * uniform(key, 3 * attempt + 1);
      spot.x = x + radius * sinDegrees(angle);
      spot.y = y;
      spot.z = z + radius * cosDegrees(angle);
      return 1;
    },
  };
}

function pathRegion(value: Extract<RegionValue, { kind: 'path' }>): Region {
  const points = value.points.map((point) => ({ x: number(point.x), y: number(point.y), z: number(point.z) }));
  const width = number(value.width);
  const path = createPathRegion(points, width);
  let [left, near, right, far] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, z } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    near = Math.min(near, z);
    far = Math.max(far, z);
  }
  return {
    onGround: value.points[0]?.ground ?? true,
    left: left - width / 2,
    near: near - width / 2,
    extent: Math.max(right - left, far - near) + width,
    place(spot, key, attempt) {
      for (let thrown = 1; ; thrown += 1) {
        const ordinal = 3 * (attempt * PATH_TRIES + thrown);
        const [share, along, across] = [uniform(key, ordinal), uniform(key, ordinal + 1), uniform(key, ordinal + 2)];
        const found = path.sample(share, along, across, thrown === PATH_TRIES);
        if (found === undefined) continue;
        spot.x = found.x;
        spot.y = found.y;
        spot.z = found.z;
        return thrown;
      }
    },
  };
}
