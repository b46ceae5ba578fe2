// Affine maps of nodes: 4 × 4 matrices, column by column, as glTF writes them.
import { quaternion, type Vector3 } from '@diorama/geometry';
import { require } from './gltf-fault.ts';
import { type JsonObject, numbersOf } from './json-access.ts';

export type Matrix = readonly number[];

export const IDENTITY: Matrix = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1];

/** The map of a node to its parent: its matrix, or its translation, rotation and scale. */
export function matrixOf(node: JsonObject): Matrix {
  if (node.matrix !== undefined) return numbersOf(node, 'matrix', 16, IDENTITY);
  const [tx, ty, tz] = numbersOf(node, 'translation', 3, [0, 0, 0]) as Vector3;
  const rotation = numbersOf(node, 'rotation', 4, [0, 0, 0, 1]) as unknown as readonly [number, number, number, number];
  const [sx, sy, sz] = numbersOf(node, 'scale', 3, [1, 1, 1]) as Vector3;
  require(rotation.some((part) => part !== 0), () => 'a rotation is zero');
  const [a, b, c, d, e, f, g, h, i] = quaternion.toMatrix(quaternion.normalize(rotation));
  return [a * sx, d * sx, g * sx, 0, b * sy, e * sy, h * sy, 0, c * sz, f * sz, i * sz, 0, tx, ty, tz, 1];
}

export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const product: number[] = [];
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      let sum = 0;
      for (let k = 0; k < 4; k += 1) sum += outer[4 * k + row]! * inner[4 * column + k]!;
      product.push(sum);
    }
  }
  return product;
}

export function applyToPoint(m: Matrix, [x, y, z]: Vector3): Vector3 {
  return [
    m[0]! * x + m[4]! * y + m[8]! * z + m[12]!,
    m[1]! * x + m[5]! * y + m[9]! * z + m[13]!,
    m[2]! * x + m[6]! * y + m[10]! * z + m[14]!,
  ];
}

/** Normals go by the cofactors, so that they stay square to the surface under uneven scales, and outside under mirrors. */
export function applyToNormal(m: Matrix, [x, y, z]: Vector3): Vector3 {
  const c = (a: number, b: number, d: number, e: number) => m[a]! * m[b]! - m[d]! * m[e]!;
  const sign = determinant(m) < 0 ? -1 : 1;
  return [
    sign * (c(5, 10, 6, 9) * x + c(2, 9, 1, 10) * y + c(1, 6, 2, 5) * z),
    sign * (c(6, 8, 4, 10) * x + c(0, 10, 2, 8) * y + c(2, 4, 0, 6) * z),
    sign * (c(4, 9, 5, 8) * x + c(1, 8, 0, 9) * y + c(0, 5, 1, 4) * z),
  ];
}

/** Of the linear part: negative where left and right are exchanged. */
export function determinant(m: Matrix): number {
  return (
    m[0]! * (m[5]! * m[10]! - m[9]! * m[6]!) -
    m[4]! * (m[1]! * m[10]! - m[9]! * m[2]!) +
    m[8]! * (m[1]! * m[6]! - m[5]! * m[2]!)
  );
}
