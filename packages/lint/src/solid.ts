// Places a part in the world, and asks it: how far it reaches in a direction, and where a ray meets it.
import { quaternion, type Transform, transform, type Vector3 } from '@diorama/geometry';
import type { Form, Matter, Part } from './extents.ts';

/**
 * A convex form in the world. Plain numbers instead of vectors: a scene has 100,000 of them, each asked many times.
 * `rotation` maps its own axes to the world's, row by row; its half extents lie along its own axes.
 */
export interface Solid {
  readonly form: Form;
  readonly matter: Matter;
  readonly exact: boolean;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly halfX: number;
  readonly halfY: number;
  readonly halfZ: number;
  readonly rotation: quaternion.Matrix3;
  readonly minX: number;
  readonly minY: number;
  readonly minZ: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly maxZ: number;
}

export function placePart(part: Part, frame: Transform, rotation: quaternion.Matrix3): Solid {
  const [x, y, z] = transform.applyToPoint(frame, part.center);
  const [halfX, halfY, halfZ] = part.half;
  const { form, matter, exact } = part;
  const [minX, minY, minZ] = [-Infinity, -Infinity, -Infinity];
  const [maxX, maxY, maxZ] = [Infinity, Infinity, Infinity];
  const solid = { form, matter, exact, x, y, z, halfX, halfY, halfZ, rotation, minX, minY, minZ, maxX, maxY, maxZ };
  solid.minX = x - reach(solid, -1, 0, 0);
  solid.minY = y - reach(solid, 0, -1, 0);
  solid.minZ = z - reach(solid, 0, 0, -1);
  solid.maxX = x + reach(solid, 1, 0, 0);
  solid.maxY = y + reach(solid, 0, 1, 0);
  solid.maxZ = z + reach(solid, 0, 0, 1);
  return solid;
}

/** A box along the world's axes, of known extent. */
export function boxSolid([x, y, z]: Vector3, [halfX, halfY, halfZ]: Vector3): Solid {
  const least = { minX: x - halfX, minY: y - halfY, minZ: z - halfZ };
  const most = { maxX: x + halfX, maxY: y + halfY, maxZ: z + halfZ };
  const extents = { halfX, halfY, halfZ, ...least, ...most };
  return { form: 'box', matter: 'made', exact: true, x, y, z, ...extents, rotation: UNTURNED };
}

/** A point of the world as a solid without extent. */
export function pointSolid(x: number, y: number, z: number): Solid {
  return boxSolid([x, y, z], [0, 0, 0]);
}

/** How far it reaches from its centre in a direction of length 1: the support function of its form. */
export function reach(solid: Solid, dx: number, dy: number, dz: number): number {
  const m = solid.rotation;
  const a = (m[0] * dx + m[3] * dy + m[6] * dz) * solid.halfX;
  const b = (m[1] * dx + m[4] * dy + m[7] * dz) * solid.halfY;
  const c = (m[2] * dx + m[5] * dy + m[8] * dz) * solid.halfZ;
  switch (solid.form) {
    case 'box':
      return Math.abs(a) + Math.abs(b) + Math.abs(c);
    case 'ellipsoid':
      return Math.sqrt(a * a + b * b + c * c);
    case 'cylinder':
      return Math.abs(b) + Math.sqrt(a * a + c * c);
    default:
      return Math.max(b, Math.sqrt(a * a + c * c) - b);
  }
}

/** A point that a direction is measured from or to; written by {@link addReachPoint}. */
export interface MutablePoint {
  x: number;
  y: number;
  z: number;
}

/** Adds `factor` times its farthest point in a direction, relative to its centre: the gradient of {@link reach}. */
export function addReachPoint(
  out: MutablePoint,
  factor: number,
  solid: Solid,
  dx: number,
  dy: number,
  dz: number,
): void {
  const m = solid.rotation;
  const { halfX, halfY, halfZ } = solid;
  const a = (m[0] * dx + m[3] * dy + m[6] * dz) * halfX;
  const b = (m[1] * dx + m[4] * dy + m[7] * dz) * halfY;
  const c = (m[2] * dx + m[5] * dy + m[8] * dz) * halfZ;
  // Each part in −1..1: the point on the form whose halves are 1.
  let [u, v, w] = [Math.sign(a), Math.sign(b), Math.sign(c)];
  if (solid.form === 'ellipsoid') {
    const size = Math.sqrt(a * a + b * b + c * c);
    [u, v, w] = size === 0 ? [0, 0, 0] : [a / size, b / size, c / size];
  } else if (solid.form !== 'box') {
    const around = Math.sqrt(a * a + c * c);
    const isApex = solid.form === 'cone' && b >= around - b;
    [u, w] = around === 0 || isApex ? [0, 0] : [a / around, c / around];
    if (solid.form === 'cone') v = isApex ? 1 : -1;
  }
  const [px, py, pz] = [u * halfX * factor, v * halfY * factor, w * halfZ * factor];
  out.x += m[0] * px + m[1] * py + m[2] * pz;
  out.y += m[3] * px + m[4] * py + m[5] * pz;
  out.z += m[6] * px + m[7] * py + m[8] * pz;
}

/**
 * Where a ray enters it, in multiples of the direction; 0 if it begins inside, Infinity if it misses.
 * The direction need not have length 1.
 */
export function enter(solid: Solid, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
  const m = solid.rotation;
  const { halfX, halfY, halfZ } = solid;
  const rx = ox - solid.x;
  const ry = oy - solid.y;
  const rz = oz - solid.z;
  const px = m[0] * rx + m[3] * ry + m[6] * rz;
  const py = m[1] * rx + m[4] * ry + m[7] * rz;
  const pz = m[2] * rx + m[5] * ry + m[8] * rz;
  const qx = m[0] * dx + m[3] * dy + m[6] * dz;
  const qy = m[1] * dx + m[4] * dy + m[7] * dz;
  const qz = m[2] * dx + m[5] * dy + m[8] * dz;
  if (solid.form === 'box') {
    const first = Math.max(0, enterSlab(px, qx, halfX), enterSlab(py, qy, halfY), enterSlab(pz, qz, halfZ));
    const last = Math.min(leaveSlab(px, qx, halfX), leaveSlab(py, qy, halfY), leaveSlab(pz, qz, halfZ));
    return first <= last ? first : Infinity;
  }
  // The other forms are those of halves 1, stretched.
  const ux = px / halfX;
  const uy = py / halfY;
  const uz = pz / halfZ;
  const vx = qx / halfX;
  const vy = qy / halfY;
  const vz = qz / halfZ;
  if (solid.form === 'ellipsoid') {
    return enterQuadric(vx * vx + vy * vy + vz * vz, ux * vx + uy * vy + uz * vz, ux * ux + uy * uy + uz * uz - 1);
  }
  return solid.form === 'cylinder' ? enterCylinder(ux, uy, uz, vx, vy, vz) : enterCone(ux, uy, uz, vx, vy, vz);
}

/** Where a ray enters the room between two planes at ±half; a ray along them is always or never in it. */
function enterSlab(from: number, along: number, half: number): number {
  if (along === 0) return Math.abs(from) <= half ? -Infinity : Infinity;
  return ((along > 0 ? -half : half) - from) / along;
}

function leaveSlab(from: number, along: number, half: number): number {
  return along === 0 ? Infinity : ((along > 0 ? half : -half) - from) / along;
}

/** The first t ≥ 0 with a·t² + 2·b·t + c ≤ 0. */
function enterQuadric(a: number, b: number, c: number): number {
  if (c <= 0) return 0;
  const discriminant = b * b - a * c;
  if (discriminant < 0 || b >= 0) return Infinity;
  return c / (Math.sqrt(discriminant) - b);
}

/** Radius 1 about the y axis, from y = −1 to y = 1. */
function enterCylinder(ux: number, uy: number, uz: number, vx: number, vy: number, vz: number): number {
  if (Math.abs(uy) <= 1 && ux * ux + uz * uz <= 1) return 0;
  const side = enterQuadric(vx * vx + vz * vz, ux * vx + uz * vz, ux * ux + uz * uz - 1);
  const atSide = side < Infinity && Math.abs(uy + side * vy) <= 1 ? side : Infinity;
  return Math.min(atSide, enterDisk(ux, uy, uz, vx, vy, vz, -1), enterDisk(ux, uy, uz, vx, vy, vz, 1));
}

/** Where the ray meets the disk of radius 1 at a height. */
function enterDisk(ux: number, uy: number, uz: number, vx: number, vy: number, vz: number, height: number): number {
  if (vy === 0) return Infinity;
  const t = (height - uy) / vy;
  const [x, z] = [ux + t * vx, uz + t * vz];
  return t >= 0 && x * x + z * z <= 1 ? t : Infinity;
}

/** The apex at y = 1, the base of radius 1 at y = −1: x² + z² = ((1 − y) / 2)². */
function enterCone(ux: number, uy: number, uz: number, vx: number, vy: number, vz: number): number {
  const [width, slope] = [(1 - uy) / 2, -vy / 2];
  if (Math.abs(uy) <= 1 && ux * ux + uz * uz <= width * width) return 0;
  const a = vx * vx + vz * vz - slope * slope;
  const b = ux * vx + uz * vz - width * slope;
  const c = ux * ux + uz * uz - width * width;
  let best = enterDisk(ux, uy, uz, vx, vy, vz, -1);
  const discriminant = b * b - a * c;
  // Through the apex both meetings are one, and rounding must not lose it.
  const root = Math.sqrt(discriminant < 0 && discriminant > -ROUNDING * b * b ? 0 : discriminant);
  // The double cone may be met twice; only what lies between apex and base counts. NaN where it is not met at all.
  for (const t of a === 0 ? [-c / (2 * b)] : [(-b - root) / a, (-b + root) / a]) {
    if (t >= 0 && t < best && Math.abs(uy + t * vy) <= 1 + ROUNDING) best = t;
  }
  return best;
}

const ROUNDING = 1e-12;
const UNTURNED: quaternion.Matrix3 = quaternion.toMatrix(quaternion.identity);
