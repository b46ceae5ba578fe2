import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as quaternion from '../src/quaternion.ts';
import type * as vector from '../src/vector.ts';
import { rotations, vectors } from './arbitraries.ts';

const level = { pitch: 0, yaw: 0, roll: 0 };
const OBJECT_FRONT: vector.Vector3 = [0, 0, 1];
const CAMERA_FRONT: vector.Vector3 = [0, 0, -1];

describe('senses of the language (§5)', () => {
  test('a positive pitch raises the front, of objects and cameras alike', () => {
    const object = quaternion.rotateVector(quaternion.objectRotation({ ...level, pitch: 30 }), OBJECT_FRONT);
    const camera = quaternion.rotateVector(quaternion.cameraRotation({ ...level, pitch: 30 }), CAMERA_FRONT);
    expectNear(object, [0, 0.5, Math.sqrt(0.75)]);
    expectNear(camera, [0, 0.5, -Math.sqrt(0.75)]);
  });

  test('yaw is anticlockwise seen from above, for both', () => {
    // Seen from above with −Z ahead, +X is to the right: anticlockwise from −Z comes −X, from +Z comes +X.
    expectNear(quaternion.rotateVector(quaternion.cameraRotation({ ...level, yaw: 90 }), CAMERA_FRONT), [-1, 0, 0]);
    expectNear(quaternion.rotateVector(quaternion.objectRotation({ ...level, yaw: 90 }), OBJECT_FRONT), [1, 0, 0]);
    expect(quaternion.fromYaw(70)).toEqual(quaternion.objectRotation({ ...level, yaw: 70 }));
  });

  test('a camera with yaw −a looks towards azimuth a, clockwise from −Z', () => {
    const azimuth = 30;
    const front = quaternion.rotateVector(quaternion.cameraRotation({ ...level, yaw: -azimuth }), CAMERA_FRONT);
    expectNear(front, [0.5, 0, -Math.sqrt(0.75)]);
  });

  test('roll is a right-handed turn about +Z, for both', () => {
    for (const rotation of [quaternion.objectRotation, quaternion.cameraRotation]) {
      expectNear(quaternion.rotateVector(rotation({ ...level, roll: 90 }), [1, 0, 0]), [0, 1, 0]);
    }
  });

  test('roll comes first, then pitch, then yaw', () => {
    const whole = quaternion.cameraRotation({ pitch: 20, yaw: 50, roll: 80 });
    const parts = [
      { ...level, yaw: 50 },
      { ...level, pitch: 20 },
      { ...level, roll: 80 },
    ].map(quaternion.cameraRotation);
    expectNear(whole, parts.reduce(quaternion.multiply));
  });

  test('right angles are exact', () => {
    expect(quaternion.fromYaw(180)).toEqual([0, 1, 0, 0]);
    expect(quaternion.fromYaw(-180)).toEqual([0, 1, 0, 0]);
    expect(quaternion.fromYaw(360)).toEqual([0, 0, 0, 1]);
    expect(quaternion.fromYaw(-0)).toEqual([0, 0, 0, 1]);
  });
});

describe('laws', () => {
  test('a product does the inner rotation first', () => {
    fc.assert(
      fc.property(rotations(), rotations(), vectors(), (outer, inner, point) => {
        const atOnce = quaternion.rotateVector(quaternion.multiply(outer, inner), point);
        expectNear(atOnce, quaternion.rotateVector(outer, quaternion.rotateVector(inner, point)), 1e-9);
      }),
    );
  });

  test('the conjugate turns back', () => {
    fc.assert(
      fc.property(rotations(), vectors(), (rotation, point) => {
        const back = quaternion.rotateVector(quaternion.conjugate(rotation), quaternion.rotateVector(rotation, point));
        expectNear(back, point, 1e-9);
      }),
    );
  });

  test('matrix and quaternion turn alike, and into each other', () => {
    fc.assert(
      fc.property(rotations(), vectors(), (rotation, point) => {
        const matrix = quaternion.toMatrix(rotation);
        const [a, b, c, d, e, f, g, h, i] = matrix;
        const [x, y, z] = point;
        const turned: vector.Vector3 = [a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z];
        expectNear(turned, quaternion.rotateVector(rotation, point), 1e-9);
        expectNear(quaternion.toMatrix(quaternion.fromMatrix(matrix)), matrix);
        expect(quaternion.fromMatrix(matrix)[3]).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a matrix does not mind the length of its quaternion', () => {
    expectNear(
      quaternion.toMatrix([0, 0.342, 0, 0.94]),
      quaternion.toMatrix(quaternion.normalize([0, 0.342, 0, 0.94])),
    );
    expect(quaternion.normalize([0, 0, 0, 0])).toEqual([0, 0, 0, 1]);
    expect(quaternion.normalize([0, 0, 0, 1e-300])).toEqual([0, 0, 0, 1]);
  });

  test('one of q and −q is canonical', () => {
    expect(quaternion.canonical([0.5, -0.5, 0.5, -0.5])).toEqual([-0.5, 0.5, -0.5, 0.5]);
    expect(quaternion.canonical([0, -1, 0, -0])).toEqual([0, 1, 0, 0]);
    expect(quaternion.canonical([0, 0, 0, 0])).toEqual([0, 0, 0, 0]);
  });
});

describe('yawOf', () => {
  test('finds the yaw under pitch and roll', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -89, max: 89, noNaN: true }),
        fc.double({ min: -180, max: 180, noNaN: true }),
        (yaw, pitch, roll) => {
          expect(quaternion.yawOf(quaternion.cameraRotation({ pitch, yaw, roll }))).toBeCloseTo(yaw, 8);
          expect(quaternion.yawOf(quaternion.objectRotation({ pitch, yaw, roll }))).toBeCloseTo(yaw, 8);
        },
      ),
    );
  });

  test('counts the whole turn as yaw where the front points straight up or down', () => {
    expect(quaternion.yawOf(quaternion.cameraRotation({ pitch: 90, yaw: 40, roll: 0 }))).toBeCloseTo(40, 10);
    expect(quaternion.yawOf(quaternion.cameraRotation({ pitch: -90, yaw: 40, roll: 0 }))).toBeCloseTo(40, 10);
    expect(quaternion.yawOf(quaternion.objectRotation({ pitch: -90, yaw: -120, roll: 0 }))).toBeCloseTo(-120, 10);
  });

  test('is in (−180, 180]', () => {
    expect(quaternion.yawOf(quaternion.fromYaw(180))).toBe(180);
    expect(quaternion.yawOf(quaternion.fromYaw(-180))).toBe(180);
    expect(quaternion.yawOf(quaternion.identity)).toBe(0);
  });
});

function expectNear(found: readonly number[], expected: readonly number[], tolerance = 1e-14): void {
  const worst = Math.max(...expected.map((part, index) => Math.abs(part - (found[index] ?? NaN))));
  expect(worst, `${found} is not ${expected}`).toBeLessThanOrEqual(tolerance);
}
