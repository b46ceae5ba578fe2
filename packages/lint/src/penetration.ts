// Measures how deep two convex forms are in each other.
import { addReachPoint, type MutablePoint, reach, type Solid } from './solid.ts';

/**
 * The least distance by which `b` must be moved to come free of `a`; negative where they are apart (then its size is at
 * most their distance). Exact for boxes (the separating axis theorem) and balls; otherwise the best of several directions,
 * improved by descent, so never less than the truth. Stops once the answer is known to be at most `enough`.
 */
export function penetration(a: Solid, b: Solid, enough = Number.NEGATIVE_INFINITY): number {
  const search: Search = { a, b, x: b.x - a.x, y: b.y - a.y, z: b.z - a.z, depth: Infinity, dx: 0, dy: 1, dz: 0 };
  tryDirection(search, search.x, search.y, search.z);
  tryDirection(search, search.x, 0, search.z);
  tryBothWays(search, 0, 1, 0);
  if (search.depth <= enough) return search.depth;

  for (let axis = 0; axis < 3; axis += 1) {
    for (const { rotation } of [a, b])
      tryBothWays(search, at(rotation, axis), at(rotation, axis + 3), at(rotation, axis + 6));
  }
  if (search.depth <= enough) return search.depth;

  const isCurved = a.form !== 'box' || b.form !== 'box';
  if (isCurved) descend(search, enough);
  else tryEdges(search);
  return search.depth;
}

/** The best direction so far, and how far `b` is in along it. */
interface Search {
  readonly a: Solid;
  readonly b: Solid;
  /** From the centre of `a` to that of `b`. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  depth: number;
  dx: number;
  dy: number;
  dz: number;
}

function tryBothWays(search: Search, dx: number, dy: number, dz: number): void {
  const isAlong = dx * search.x + dy * search.y + dz * search.z >= 0;
  tryDirection(search, isAlong ? dx : -dx, isAlong ? dy : -dy, isAlong ? dz : -dz);
  // Every form but the cone is the same both ways, so the way towards the other's centre is the shorter.
  if (search.a.form !== 'cone' && search.b.form !== 'cone') return;
  tryDirection(search, isAlong ? -dx : dx, isAlong ? -dy : dy, isAlong ? -dz : dz);
}

/** Keeps a direction, of any length, if `b` comes free sooner along it; says whether it does. */
function tryDirection(search: Search, dx: number, dy: number, dz: number): boolean {
  const size = Math.sqrt(dx * dx + dy * dy + dz * dz);
  if (!(size > 1e-9)) return false;
  const [x, y, z] = [dx / size, dy / size, dz / size];
  const depth = reach(search.a, x, y, z) + reach(search.b, -x, -y, -z) - (x * search.x + y * search.y + z * search.z);
  if (depth >= search.depth) return false;
  search.depth = depth;
  search.dx = x;
  search.dy = y;
  search.dz = z;
  return true;
}

/** The nine directions across an edge of each box. */
function tryEdges(search: Search): void {
  const [r, s] = [search.a.rotation, search.b.rotation];
  for (let i = 0; i < 3; i += 1) {
    const [ax, ay, az] = [at(r, i), at(r, i + 3), at(r, i + 6)];
    for (let j = 0; j < 3; j += 1) {
      const [bx, by, bz] = [at(s, j), at(s, j + 3), at(s, j + 6)];
      const [x, y, z] = [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
      // Nearly parallel edges give a direction of noise.
      if (x * x + y * y + z * z > 1e-12) tryBothWays(search, x, y, z);
    }
  }
}

const STEPS = 24;
/** Forms are estimates: a thousandth of the depth is enough. */
const PRECISION = 0.001;
const gradient: MutablePoint = { x: 0, y: 0, z: 0 };

/** Walks the best direction downhill: the depth's gradient is the point of the difference of both forms that it touches. */
function descend(search: Search, enough: number): void {
  let stride = 1;
  for (let step = 0; step < STEPS && search.depth > enough; step += 1) {
    const { dx, dy, dz, depth } = search;
    gradient.x = -search.x;
    gradient.y = -search.y;
    gradient.z = -search.z;
    addReachPoint(gradient, 1, search.a, dx, dy, dz);
    addReachPoint(gradient, -1, search.b, -dx, -dy, -dz);
    const [tx, ty, tz] = [gradient.x - depth * dx, gradient.y - depth * dy, gradient.z - depth * dz];
    const tangent = Math.sqrt(tx * tx + ty * ty + tz * tz);
    const scale = tangent + Math.abs(depth);
    if (!(tangent > 1e-12 * scale)) return;
    const factor = stride / scale;
    const isBetter = tryDirection(search, dx - factor * tx, dy - factor * ty, dz - factor * tz);
    if (isBetter && depth - search.depth < PRECISION * Math.abs(depth)) return;
    stride = isBetter ? stride * 1.3 : stride / 3;
    if (stride < PRECISION) return;
  }
}

function at(rotation: Solid['rotation'], index: number): number {
  return rotation[index] ?? 0;
}
