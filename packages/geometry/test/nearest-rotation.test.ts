import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nearestRotation } from '../src/nearest-rotation.ts';
import { fromYaw, identity, type Matrix3, multiply, toMatrix } from '../src/quaternion.ts';
import { rotations } from './arbitraries.ts';

const parts = fc.double({ min: -10, max: 10, noNaN: true });
const matrices = fc.tuple(parts, parts, parts, parts, parts, parts, parts, parts, parts);

describe('finds', () => {
  test('a rotation itself, at any scale', () => {
    fc.assert(
      fc.property(rotations(), fc.constantFrom(1, 1e-200, 1e200, 3), (rotation, scale) => {
        const matrix = scaled(toMatrix(rotation), scale);
        expect(difference(toMatrix(nearestRotation(matrix)), toMatrix(rotation))).toBeLessThan(1e-14);
      }),
    );
  });

  test('the rotation under a little noise', () => {
    fc.assert(
      fc.property(rotations(), matrices, (rotation, noise) => {
        const matrix = sum(toMatrix(rotation), scaled(noise, 1e-8));
        expect(difference(toMatrix(nearestRotation(matrix)), toMatrix(rotation))).toBeLessThan(1e-6);
      }),
    );
  });

  test('a rotation than which no other is nearer', () => {
    fc.assert(
      fc.property(matrices, rotations(), fc.double({ min: -1, max: 1, noNaN: true }), (matrix, other, angle) => {
        const nearest = nearestRotation(matrix);
        const best = squares(matrix, toMatrix(nearest));
        const slack = 1e-10 * (1 + best);
        expect(best).toBeLessThanOrEqual(squares(matrix, toMatrix(other)) + slack);
        expect(best).toBeLessThanOrEqual(squares(matrix, toMatrix(multiply(nearest, fromYaw(angle)))) + slack);
      }),
    );
  });
});

describe('singular matrices', () => {
  const cases: readonly (readonly [string, Matrix3, readonly number[]])[] = [
    ['a mirror', [1, 0, 0, 0, 1, 0, 0, 0, -1], [0, 0, 0, 1]],
    ['the point reflection', [-1, 0, 0, 0, -1, 0, 0, 0, -1], [1, 0, 0, 0]],
    ['zero', [0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 1]],
    ['a flat one, whose rotation is unique', [0, -1, 0, 1, 0, 0, 0, 0, 0], [0, 0, Math.SQRT1_2, Math.SQRT1_2]],
    ['one that keeps only an axis', [0, 0, 0, 0, 5, 0, 0, 0, 0], [0, 0, 0, 1]],
    ['one that turns only an axis', [0, 0, 0, 1, 0, 0, 0, 0, 0], [0, 0, Math.SQRT1_2, Math.SQRT1_2]],
    ['one that turns an axis around', [-2, 0, 0, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0]],
  ];
  test.each(cases)('%s', (_, matrix, expected) => {
    nearestRotation(matrix).forEach((part, index) => {
      expect(part).toBeCloseTo(expected[index] ?? NaN, 12);
    });
  });

  test('give a rotation whatever they are', () => {
    const coarse = fc.constantFrom(0, 1, -1, 2, 1e-17, 1e-300, 1e300);
    fc.assert(
      fc.property(fc.tuple(coarse, coarse, coarse, coarse, coarse, coarse, coarse, coarse, coarse), (matrix) => {
        const [x, y, z, w] = nearestRotation(matrix);
        expect(x * x + y * y + z * z + w * w).toBeCloseTo(1, 12);
      }),
    );
  });
});

test('the identity stays exact, and what is no number is refused', () => {
  expect(nearestRotation(toMatrix(identity))).toEqual([0, 0, 0, 1]);
  expect(() => nearestRotation([1, 0, 0, 0, Infinity, 0, 0, 0, 1])).toThrow(RangeError);
  expect(() => nearestRotation([1, 0, 0, 0, NaN, 0, 0, 0, 1])).toThrow(RangeError);
});

function scaled(matrix: Matrix3, factor: number): Matrix3 {
  return matrix.map((part) => part * factor) as unknown as Matrix3;
}

function sum(a: Matrix3, b: Matrix3): Matrix3 {
  return a.map((part, index) => part + (b[index] ?? 0)) as unknown as Matrix3;
}

function difference(a: Matrix3, b: Matrix3): number {
  return Math.max(...a.map((part, index) => Math.abs(part - (b[index] ?? NaN))));
}

function squares(a: Matrix3, b: Matrix3): number {
  return a.reduce<number>((total, part, index) => total + (part - (b[index] ?? NaN)) ** 2, 0);
}
