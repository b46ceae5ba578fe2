import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as vector from '../src/vector.ts';
import { vectors } from './arbitraries.ts';

test('does what it says', () => {
  expect(vector.add([1, 2, 3], [4, 5, 6])).toEqual([5, 7, 9]);
  expect(vector.subtract([4, 5, 6], [1, 2, 4])).toEqual([3, 3, 2]);
  expect(vector.scale([1, 2, 3], 2)).toEqual([2, 4, 6]);
  expect(vector.dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(vector.distance([1, 1, 1], [1, 4, 5])).toBe(5);
});

test('is right-handed', () => {
  expect(vector.cross([1, 0, 0], [0, 1, 0])).toEqual([0, 0, 1]);
  expect(vector.cross([0, 1, 0], [0, 0, 1])).toEqual([1, 0, 0]);
});

test('a length neither overflows nor vanishes', () => {
  expect(vector.length([3, 4, 12])).toBe(13);
  expect(vector.length([3e300, 4e300, 0]) / 5e300).toBeCloseTo(1, 15);
  expect(vector.length([3e-300, 0, 4e-300]) / 5e-300).toBeCloseTo(1, 15);
  expect(vector.length([0, 0, 0])).toBe(0);
  expect(vector.length([0, -Infinity, 0])).toBe(Infinity);
});

test('normalizing keeps the direction', () => {
  expect(vector.normalize([0, 0, -7])).toEqual([0, 0, -1]);
  expect(vector.normalize([0, 0, 0])).toEqual([0, 0, 0]);
  expect(vector.normalize([0, 5e-324, 0])).toEqual([0, 1, 0]);
  fc.assert(
    fc.property(vectors(), (given) => {
      fc.pre(vector.length(given) > 0);
      const unit = vector.normalize(given);
      expect(vector.length(unit)).toBeCloseTo(1, 14);
      expect(vector.dot(unit, given)).toBeGreaterThan(0);
    }),
  );
});
