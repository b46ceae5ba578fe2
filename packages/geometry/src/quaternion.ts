// Rotations: as quaternions, from the angles the language writes, and as matrices.
import { atan2Degrees, cosDegrees, sinDegrees } from './math.ts';
import type { Vector3 } from './vector.ts';

/** `[x, y, z, w]`, as in glTF. A unit quaternion unless a function says that it takes any. */
export type Quaternion = readonly [x: number, y: number, z: number, w: number];

/** A 3×3 matrix, row by row; it multiplies column vectors from the left. */
// biome-ignore format: rows
export type Matrix3 = readonly [
  number, number, number,
  number, number, number,
  number, number, number,
];

/** Angles in degrees, in the senses of the language (§5). */
export interface Euler {
  /** Up is positive: it raises the front. */
  readonly pitch: number;
  /** Anticlockwise seen from above. */
  readonly yaw: number;
  /** Right-handed about the local +Z axis. */
  readonly roll: number;
}

export const identity: Quaternion = [0, 0, 0, 1];

/**
 * The rotation of an object, whose front is +Z.
 *
 * The language says R = Ry·Rx·Rz and that a positive pitch raises the front, of objects and cameras alike. The front of
 * an object is +Z and that of a camera is −Z, so one right-handed turn about +X lowers the one and raises the other:
 * R = Ry(yaw) · Rx(−pitch) · Rz(roll) for objects, R = Ry(yaw) · Rx(pitch) · Rz(roll) for cameras. Yaw and roll are the
 * same for both: right-handed turns about +Y and +Z.
 */
export function objectRotation(angles: Euler): Quaternion {
  return fromAngles(-angles.pitch, angles.yaw, angles.roll);
}

/** The rotation of a camera, which looks down −Z; see {@link objectRotation} for why it is another one. */
export function cameraRotation(angles: Euler): Quaternion {
  return fromAngles(angles.pitch, angles.yaw, angles.roll);
}

/** The turn about +Y, anticlockwise seen from above, by an angle in degrees. */
export function fromYaw(yaw: number): Quaternion {
  return fromAngles(0, yaw, 0);
}

/** Ry(yaw) · Rx(aboutX) · Rz(roll), right-handed, in degrees. */
function fromAngles(aboutX: number, yaw: number, roll: number): Quaternion {
  const turnX: Quaternion = [sinDegrees(aboutX / 2), 0, 0, cosDegrees(aboutX / 2)];
  const turnY: Quaternion = [0, sinDegrees(yaw / 2), 0, cosDegrees(yaw / 2)];
  const turnZ: Quaternion = [0, 0, sinDegrees(roll / 2), cosDegrees(roll / 2)];
  return canonical(multiply(turnY, multiply(turnX, turnZ)));
}

/** The rotation that does `inner` first and `outer` next. */
export function multiply(outer: Quaternion, inner: Quaternion): Quaternion {
  const [ax, ay, az, aw] = outer;
  const [bx, by, bz, bw] = inner;
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

/** The opposite rotation. */
export function conjugate(quaternion: Quaternion): Quaternion {
  return [0 - quaternion[0], 0 - quaternion[1], 0 - quaternion[2], quaternion[3]];
}

/** The unit quaternion of the same rotation. The zero quaternion, which is no rotation, becomes the identity. */
export function normalize(quaternion: Quaternion): Quaternion {
  const [x, y, z, w] = quaternion;
  const largest = Math.max(Math.abs(x), Math.abs(y), Math.abs(z), Math.abs(w));
  if (largest === 0) return identity;
  const [px, py, pz, pw] = [x / largest, y / largest, z / largest, w / largest];
  const length = Math.sqrt(px * px + py * py + pz * pz + pw * pw);
  return [px / length, py / length, pz / length, pw / length];
}

/** Of the two quaternions of a rotation, q and −q, the one with w > 0 (else the first non-zero part); without −0. */
export function canonical(quaternion: Quaternion): Quaternion {
  const [x, y, z, w] = quaternion;
  const leading = [w, x, y, z].find((part) => part !== 0) ?? 0;
  return leading < 0 ? [0 - x, 0 - y, 0 - z, 0 - w] : [x + 0, y + 0, z + 0, w + 0];
}

/** Turns a vector by a unit quaternion. */
export function rotateVector(quaternion: Quaternion, vector: Vector3): Vector3 {
  const [x, y, z, w] = quaternion;
  const [vx, vy, vz] = vector;
  // v + 2·(w·(u×v) + u×(u×v)), with u the vector part.
  const tx = 2 * (y * vz - z * vy);
  const ty = 2 * (z * vx - x * vz);
  const tz = 2 * (x * vy - y * vx);
  return [vx + w * tx + (y * tz - z * ty), vy + w * ty + (z * tx - x * tz), vz + w * tz + (x * ty - y * tx)];
}

/** The matrix of any quaternion but zero: it need not have length 1. */
export function toMatrix(quaternion: Quaternion): Matrix3 {
  const [x, y, z, w] = quaternion;
  const s = 2 / (x * x + y * y + z * z + w * w);
  // biome-ignore format: rows
  return [
    1 - s * (y * y + z * z), s * (x * y - z * w), s * (x * z + y * w),
    s * (x * y + z * w), 1 - s * (x * x + z * z), s * (y * z - x * w),
    s * (x * z - y * w), s * (y * z + x * w), 1 - s * (x * x + y * y),
  ];
}

/**
 * The {@link canonical} quaternion of a rotation matrix; `nearestRotation` takes other matrices.
 * Shepperd, "Quaternion from rotation matrix", 1978: divides by the largest of the four parts.
 */
export function fromMatrix(matrix: Matrix3): Quaternion {
  const [m00, m01, m02, m10, m11, m12, m20, m21, m22] = matrix;
  const trace = m00 + m11 + m22;
  const largest = Math.max(trace, m00, m11, m22);
  if (largest === trace) return canonical(normalize([m21 - m12, m02 - m20, m10 - m01, 1 + trace]));
  if (largest === m00) return canonical(normalize([1 + m00 - m11 - m22, m10 + m01, m02 + m20, m21 - m12]));
  if (largest === m11) return canonical(normalize([m10 + m01, 1 + m11 - m00 - m22, m21 + m12, m02 - m20]));
  return canonical(normalize([m02 + m20, m21 + m12, 1 + m22 - m00 - m11, m10 - m01]));
}

/**
 * The heading in degrees, in (−180, 180]: the yaw of R = Ry·Rx·Rz, the same for objects and cameras. Looking straight up
 * or down, where yaw and roll turn about one axis, the whole turn counts as yaw.
 */
export function yawOf(quaternion: Quaternion): number {
  const [m00, , m02, , , , m20, , m22] = toMatrix(quaternion);
  const level = m02 * m02 + m22 * m22;
  const heading = level > 1e-24 ? atan2Degrees(m02, m22) : atan2Degrees(0 - m20, m00);
  return heading === -180 ? 180 : heading + 0;
}
