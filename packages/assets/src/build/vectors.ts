// The few vector operations that building needs beside those of `@diorama/geometry`.
import { type LinearColor, type Vector3, vector as vectors } from '@diorama/geometry';

export const { add, subtract, scale, dot, cross } = vectors;

/** The same direction with length 1; the zero vector stays zero. Plain, for the many short vectors of meshes. */
export function unit(vector: Vector3): Vector3 {
  // Destructuring is slow before it is compiled, and this is called a lot in a process that has just started.
  const x = vector[0];
  const y = vector[1];
  const z = vector[2];
  const length = Math.sqrt(x * x + y * y + z * z);
  return length === 0 ? [0, 0, 0] : [x / length, y / length, z / length];
}

export function length(vector: Vector3): number {
  return Math.sqrt(vector[0] * vector[0] + vector[1] * vector[1] + vector[2] * vector[2]);
}

/** Points between two points, or colors between two colors: `a` at 0, `b` at 1. */
export function blend<T extends Vector3 | LinearColor>(a: T, b: T, t: number): Vector3 {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** `point` moved by `factor` times `direction`. */
export function along(point: Vector3, direction: Vector3, factor: number): Vector3 {
  return [point[0] + direction[0] * factor, point[1] + direction[1] * factor, point[2] + direction[2] * factor];
}
