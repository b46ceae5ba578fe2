// Points, directions and extents in three dimensions.

/** `[x, y, z]`. Metres where it is a point or an extent; +Y is up. */
export type Vector3 = readonly [x: number, y: number, z: number];

export function add(a: Vector3, b: Vector3): Vector3 {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** From `b` to `a`. */
export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function scale(vector: Vector3, factor: number): Vector3 {
  return [vector[0] * factor, vector[1] * factor, vector[2] * factor];
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** Right-handed: `cross(x, y)` is z. */
export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** The Euclidean length, without overflow or underflow on the way. */
export function length(vector: Vector3): number {
  const largest = largestPart(vector);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  if (1e-140 < largest && largest < 1e140) return Math.sqrt(dot(vector, vector));
  const factor = largest < 1 ? TWO_TO_600 : 1 / TWO_TO_600;
  const scaled = scale(vector, factor);
  return Math.sqrt(dot(scaled, scaled)) / factor;
}

export function distance(a: Vector3, b: Vector3): number {
  return length(subtract(a, b));
}

/** The same direction with length 1. The zero vector has no direction and stays zero. */
export function normalize(vector: Vector3): Vector3 {
  const largest = largestPart(vector);
  if (largest === 0) return [0, 0, 0];
  // Dividing by the largest part first keeps tiny and huge vectors exact enough.
  const part: Vector3 = [vector[0] / largest, vector[1] / largest, vector[2] / largest];
  const partLength = Math.sqrt(dot(part, part));
  return [part[0] / partLength, part[1] / partLength, part[2] / partLength];
}

/** A power of two: multiplying by it loses no bits. */
const TWO_TO_600 = 4.149515568880993e180;

function largestPart(vector: Vector3): number {
  return Math.max(Math.abs(vector[0]), Math.abs(vector[1]), Math.abs(vector[2]));
}
