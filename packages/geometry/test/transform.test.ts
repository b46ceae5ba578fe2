import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromYaw } from '../src/quaternion.ts';
import { applyToPoint, compose, identity, inverse, type Transform } from '../src/transform.ts';
import type { Vector3 } from '../src/vector.ts';
import { rotations, vectors } from './arbitraries.ts';

const transforms: fc.Arbitrary<Transform> = fc.record({
  translation: vectors(),
  rotation: rotations(),
  scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
});

test('scales, then turns, then moves', () => {
  const transform: Transform = { translation: [10, 0, 0], rotation: fromYaw(90), scale: 2 };
  expectNear(applyToPoint(transform, [0, 1, 1]), [12, 2, 0]);
  expect(applyToPoint(identity, [1, 2, 3])).toEqual([1, 2, 3]);
});

test('composing does the inner one first', () => {
  fc.assert(
    fc.property(transforms, transforms, vectors(), (outer, inner, point) => {
      expectNear(applyToPoint(compose(outer, inner), point), applyToPoint(outer, applyToPoint(inner, point)));
    }),
  );
});

test('the inverse leads back', () => {
  fc.assert(
    fc.property(transforms, vectors(), (transform, point) => {
      expectNear(applyToPoint(inverse(transform), applyToPoint(transform, point)), point);
    }),
  );
});

function expectNear(found: Vector3, expected: Vector3): void {
  const size = 1e5 + Math.max(...expected.map(Math.abs));
  const worst = Math.max(...expected.map((part, index) => Math.abs(part - (found[index] ?? NaN))));
  expect(worst / size, `${found} is not ${expected}`).toBeLessThan(1e-12);
}
