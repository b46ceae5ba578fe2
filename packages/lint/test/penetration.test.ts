import { quaternion, type Vector3, vector } from '@diorama/geometry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Form } from '../src/extents.ts';
import { penetration } from '../src/penetration.ts';
import { placePart, pointSolid, type Solid } from '../src/solid.ts';

function solid(
  form: Form,
  center: Vector3,
  half: Vector3,
  rotation: quaternion.Quaternion = quaternion.identity,
): Solid {
  const frame = { translation: center, rotation, scale: 1 };
  const part = { form, matter: 'made', center: [0, 0, 0], half, exact: true } as const;
  return placePart(part, frame, quaternion.toMatrix(rotation));
}
const ball = (center: Vector3, radius: number) => solid('ellipsoid', center, [radius, radius, radius]);
const box = (center: Vector3, half: Vector3, yaw = 0) => solid('box', center, half, quaternion.fromYaw(yaw));

test.each<[string, Solid, Solid, number]>([
  ['two boxes, by the shortest way out', box([0, 0, 0], [1, 1, 1]), box([1.5, 0, 0.2], [1, 1, 1]), 0.5],
  ['a box in a box', box([0, 0, 0], [5, 5, 5]), box([3, 0, 0], [1, 1, 1]), 3],
  ['boxes apart', box([0, 0, 0], [1, 1, 1]), box([3, 0, 0], [1, 1, 1]), -1],
  ['boxes that touch', box([0, 0, 0], [1, 1, 1]), box([2, 0, 0], [1, 1, 1]), 0],
  ['a corner in a side', box([0, 0, 0], [1, 1, 1]), box([1 + Math.SQRT2 - 0.1, 0, 0], [1, 1, 1], 45), 0.1],
  ['two balls', ball([0, 0, 0], 1), ball([0.6, 0, 0.8], 0.5), 0.5],
  ['balls about one centre', ball([1, 2, 3], 1), ball([1, 2, 3], 0.5), 1.5],
  ['a ball on a box', box([0, 0, 0], [1, 1, 1]), ball([0, 1.4, 0], 0.5), 0.1],
  ['a ball on a cylinder', solid('cylinder', [0, 0, 0], [1, 2, 1]), ball([1.3, 0, 0], 0.5), 0.2],
  ['a ball over the apex of a cone', solid('cone', [0, 0, 0], [1, 1, 1]), ball([0, 1.5, 0], 0.6), 0.1],
  ['a ball under the base of a cone', solid('cone', [0, 0, 0], [1, 1, 1]), ball([0, -1.5, 0], 0.6), 0.1],
  ['a point in a box', box([0, 0, 0], [1, 1, 1]), pointSolid(0.7, 0, 0), 0.3],
])('%s', (_, a, b, depth) => {
  expect(penetration(a, b)).toBeCloseTo(depth, 9);
  expect(penetration(b, a)).toBeCloseTo(depth, 9);
});

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
const length = fc.double({ min: 0.2, max: 2, noNaN: true });
const arbitrarySolid = fc
  .tuple(
    fc.constantFrom<Form>('box', 'ellipsoid', 'cylinder', 'cone'),
    fc.tuple(coordinate, coordinate, coordinate),
    fc.tuple(length, length, length),
    fc.tuple(coordinate, coordinate, coordinate, coordinate),
  )
  .map(([form, center, half, rotation]) => solid(form, center, half, quaternion.normalize(rotation)));

const directions = fc.tuple(coordinate, coordinate, coordinate).filter((direction) => vector.length(direction) > 0.1);

test('moved far enough in any direction, two forms are apart, by at most their distance', () => {
  fc.assert(
    fc.property(arbitrarySolid, arbitrarySolid, directions, (a, b, direction) => {
      const d = vector.normalize(direction);
      const depth = penetration(a, { ...b, x: b.x + d[0] * 20, y: b.y + d[1] * 20, z: b.z + d[2] * 20 });
      expect(depth).toBeLessThan(0);
      expect(-depth).toBeLessThan(20 + vector.distance([a.x, a.y, a.z], [b.x, b.y, b.z]));
      expect(penetration(a, b)).toBeGreaterThan(-11);
    }),
  );
});

test('depth is symmetric enough', () => {
  fc.assert(
    fc.property(arbitrarySolid, arbitrarySolid, (a, b) => {
      const [one, other] = [penetration(a, b), penetration(b, a)];
      // Descent ends in nearby, not in the same, places.
      expect(Math.abs(one - other)).toBeLessThanOrEqual(0.15 * Math.max(1, Math.abs(one)));
      if (one < -0.2) expect(other).toBeLessThan(0.01);
    }),
  );
});

test('it stops when it is known to be shallow enough', () => {
  const [a, b] = [ball([0, 0, 0], 1), ball([1.5, 0, 0], 1)];
  expect(penetration(a, b, 0.6)).toBeLessThanOrEqual(0.6);
});
