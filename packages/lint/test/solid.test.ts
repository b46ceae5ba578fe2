import { quaternion, type Vector3, vector } from '@diorama/geometry';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Form } from '../src/extents.ts';
import { addReachPoint, enter, placePart, reach, type Solid } from '../src/solid.ts';

function solid(
  form: Form,
  half: Vector3,
  rotation: quaternion.Quaternion = quaternion.identity,
  center: Vector3 = [0, 0, 0],
): Solid {
  const part = { form, matter: 'made', center: [0, 0, 0], half, exact: true } as const;
  return placePart(part, { translation: center, rotation, scale: 1 }, quaternion.toMatrix(rotation));
}

test.each<[string, Form, Vector3, Vector3, number]>([
  ['a box from the side', 'box', [5, 0, 0], [-1, 0, 0], 4],
  ['a box from above, with a longer ray', 'box', [0.9, 6, 0.9], [0, -2, 0], 2],
  ['past a box', 'box', [5, 2.1, 0], [-1, 0, 0], Infinity],
  ['away from a box', 'box', [5, 0, 0], [1, 0, 0], Infinity],
  ['from inside a box', 'box', [0, 0, 0], [1, 0, 0], 0],
  ['an ellipsoid from above', 'ellipsoid', [0, 5, 0], [0, -1, 0], 3],
  ['past an ellipsoid', 'ellipsoid', [0.9, 5, 0.9], [0, -1, 0], Infinity],
  ['a cylinder from the side', 'cylinder', [5, 1.9, 0], [-1, 0, 0], 4],
  ['a cylinder from above', 'cylinder', [0.6, 5, 0.6], [0, -1, 0], 3],
  ['over a cylinder', 'cylinder', [5, 2.1, 0], [-1, 0, 0], Infinity],
  ['a cone at half its height', 'cone', [5, 0, 0], [-1, 0, 0], 4.5],
  ['a cone from above', 'cone', [0.5, 5, 0], [0, -1, 0], 5],
  ['a cone from below', 'cone', [0.9, -5, 0], [0, 1, 0], 3],
  ['over a cone', 'cone', [5, 2.1, 0], [-1, 0, 0], Infinity],
  ['where the other cone of a double cone would be', 'cone', [5, 4, 0], [-1, 0, 0], Infinity],
])('a ray at %s', (_, form, origin, direction, distance) => {
  expect(enter(solid(form, [1, 2, 1]), ...origin, ...direction)).toBeCloseTo(distance, 12);
});

const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
const length = fc.double({ min: 0.2, max: 2, noNaN: true });
const arbitrarySolid = fc
  .tuple(
    fc.constantFrom<Form>('box', 'ellipsoid', 'cylinder', 'cone'),
    fc.tuple(length, length, length),
    fc.tuple(coordinate, coordinate, coordinate, coordinate),
  )
  .map(([form, half, rotation]) => solid(form, half, quaternion.normalize(rotation)));
const direction = fc
  .tuple(coordinate, coordinate, coordinate)
  .filter((vector3) => vector.length(vector3) > 0.1)
  .map(vector.normalize);

test('the farthest point is as far as the reach, and a ray towards the centre enters before the reach', () => {
  fc.assert(
    fc.property(arbitrarySolid, direction, (form, d) => {
      const far = reach(form, ...d);
      const farthest = { x: 0, y: 0, z: 0 };
      addReachPoint(farthest, 1, form, ...d);
      expect(vector.dot([farthest.x, farthest.y, farthest.z], d)).toBeCloseTo(far, 9);
      const distance = enter(form, ...vector.scale(d, 20), ...vector.scale(d, -1));
      expect(distance).toBeGreaterThanOrEqual(20 - far - 1e-9);
      expect(distance).toBeLessThanOrEqual(20);
    }),
  );
});

test('its box holds it, tightly', () => {
  fc.assert(
    fc.property(arbitrarySolid, direction, (form, d) => {
      const point = { x: form.x, y: form.y, z: form.z };
      addReachPoint(point, 1, form, ...d);
      for (const axis of ['x', 'y', 'z'] as const) {
        const upper = axis.toUpperCase() as 'X' | 'Y' | 'Z';
        expect(point[axis]).toBeLessThanOrEqual(form[`max${upper}`] + 1e-9);
        expect(point[axis]).toBeGreaterThanOrEqual(form[`min${upper}`] - 1e-9);
      }
    }),
  );
});
