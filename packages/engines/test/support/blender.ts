// A Blender for the tests of one subject: each picture is small, and what it must show is worked out by hand.
import { linearFromSrgb, quaternion, type Vector3 } from '@diorama/geometry';
import { afterAll, beforeAll, describe, expect } from 'vitest';
// The stages of the program's own tests: what they mean is known to the last number.
import { type BlenderOptions, emitBlender } from '../../../backend-blender/src/index.ts';
import { type TestStage, testStage } from '../../../backend-blender/test/support/test-stage.ts';
import {
  type BlenderPicture,
  type BlenderRenderOptions,
  type BlenderSession,
  findBlender,
  openBlender,
} from '../../src/index.ts';

/** What tests do with it. */
export interface TestBlender {
  readonly session: () => BlenderSession;
  readonly show: (
    stage: TestStage,
    options?: Partial<BlenderRenderOptions>,
    emit?: Partial<BlenderOptions>,
  ) => Promise<BlenderPicture>;
}

/** Pixels of a picture's side, if a test says nothing else. */
export const SIZE = 64;

const found = await findBlender();
/** Why there is none. */
export const absentBlender = 'absent' in found ? found.absent : undefined;

/** Opens one Blender for some tests; without one they are skipped. */
export function describeBlender(subject: string, tests: (blender: TestBlender) => void): void {
  const skipped = absentBlender === undefined ? '' : ` (skipped: ${absentBlender})`;
  describe.skipIf(absentBlender !== undefined)(`Blender: ${subject}${skipped}`, () => {
    let session: BlenderSession;
    beforeAll(async () => {
      session = await openBlender();
    });
    afterAll(() => session.close());
    tests({
      session: () => session,
      show: (stage, options = {}, emit = {}) =>
        session.render(emitBlender(testStage(stage), emit).value, {
          width: SIZE,
          height: SIZE,
          samples: 1,
          ...options,
        }),
    });
  });
}

/** A camera that pictures are worked out for. */
export type Eye = {
  readonly position: Vector3;
  readonly rotation: readonly [number, number, number, number];
  readonly fov: number;
};

/** Where a point is in a square picture, in pixels. */
export function project({ position, rotation, fov }: Eye, point: Vector3, size = 64): readonly [x: number, y: number] {
  const away: Vector3 = [point[0] - position[0], point[1] - position[1], point[2] - position[2]];
  const [x, y, z] = quaternion.rotateVector(quaternion.conjugate(rotation), away);
  const reach = -z * Math.tan((fov * Math.PI) / 360);
  return [(size / 2) * (1 + x / reach), (size / 2) * (1 - y / reach)];
}

/** Red, green and blue of a pixel. */
export function bytesAt({ color, width }: BlenderPicture, x: number, y: number): readonly number[] {
  const at = 4 * (y * width + x);
  return Array.from(color?.pixels.subarray(at, at + 3) ?? []);
}

/** The linear red at a place of the picture. */
export function lightAt(picture: BlenderPicture, [x, y]: readonly [number, number]): number {
  return linearFromSrgb((bytesAt(picture, Math.floor(x), Math.floor(y))[0] ?? NaN) / 255);
}

/** Linear light, compared in bytes of sRGB. */
export function expectColor(picture: BlenderPicture, x: number, y: number, light: readonly number[], within = 1): void {
  const expected = light.map((part) => {
    const clipped = Math.max(0, Math.min(1, part));
    return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055));
  });
  const found = bytesAt(picture, x, y);
  const isNear = expected.every((byte, part) => Math.abs(byte - (found[part] ?? NaN)) <= within);
  if (!isNear) expect({ x, y, color: found }).toEqual({ x, y, color: expected });
}
