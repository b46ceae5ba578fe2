// Arbitrary values for property tests.
import fc from 'fast-check';
import { cameraRotation, type Quaternion } from '../src/quaternion.ts';
import type { Vector3 } from '../src/vector.ts';

/** Points within a kilometre. */
export function vectors(): fc.Arbitrary<Vector3> {
  const part = fc.double({ min: -1000, max: 1000, noNaN: true });
  return fc.tuple(part, part, part);
}

/** All rotations, the singular ones among them often. */
export function rotations(): fc.Arbitrary<Quaternion> {
  const angle = fc.oneof(
    fc.integer({ min: -4, max: 4 }).map((n) => n * 90),
    fc.double({ min: -180, max: 180, noNaN: true }),
  );
  return fc.record({ pitch: angle, yaw: angle, roll: angle }).map(cameraRotation);
}
