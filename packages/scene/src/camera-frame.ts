// Turns the scene's camera into its frame in the world: where it is and how it is turned.
import {
  atan2Degrees,
  cosDegrees,
  type Euler,
  quaternion,
  sinDegrees,
  type Transform,
  type Vector3,
  vector,
} from '@diorama/geometry';
import type { GroundHeight } from './ground-height.ts';
import type { Camera, FixedLocation, Point } from './scene.ts';

/**
 * The change from the camera's frame (x right, y up, −z forward) to the world. A target aims it; roll turns it about
 * its line of sight in both cases. The scale is 1.
 */
export function cameraFrame(camera: Pick<Camera, 'position' | 'aim'>, groundHeight: GroundHeight): Transform {
  return {
    translation: fixedPoint(camera.position, groundHeight),
    rotation: quaternion.cameraRotation(cameraAngles(camera, groundHeight)),
    scale: 1,
  };
}

/** Where the camera is in the world, and its angles in degrees. */
export interface CameraPose {
  readonly position: Point;
  readonly angles: Euler;
}

/**
 * Where a camera is, in metres, and how it looks, in degrees: a target is turned into angles, a place on the ground gets its
 * height from `groundHeight`.
 */
export function cameraPose(camera: Pick<Camera, 'position' | 'aim'>, groundHeight: GroundHeight): CameraPose {
  return { position: fixedPoint(camera.position, groundHeight), angles: cameraAngles(camera, groundHeight) };
}

/**
 * A point of the camera's frame in the world: by its angles one after the other, Ry(yaw) · Rx(pitch) · Rz(roll), so that
 * right angles are exact. It agrees with {@link cameraFrame} to a few units in the last place.
 */
export function viewPoint(
  { position, angles }: CameraPose,
  { x, y, z }: { readonly x: number; readonly y: number; readonly z: number },
): Point {
  const [rolledX, rolledY] = turned(x, y, angles.roll);
  const [pitchedY, pitchedZ] = turned(rolledY, z, angles.pitch);
  const [yawedZ, yawedX] = turned(pitchedZ, rolledX, angles.yaw);
  return [position[0] + yawedX, position[1] + pitchedY, position[2] + yawedZ];
}

/** Turns (a, b) from the first axis towards the second. */
function turned(a: number, b: number, degrees: number): readonly [a: number, b: number] {
  const [sine, cosine] = [sinDegrees(degrees), cosDegrees(degrees)];
  return [cosine * a - sine * b, sine * a + cosine * b];
}

/**
 * The camera's angles in degrees: as written, or those that look at its target. Its yaw is its *heading*, to which the
 * rotations of elements at `view(…)` are relative. Looking straight up or down at a target, the heading is 0; so it is,
 * with a level pitch, at a target in the eye itself.
 */
export function cameraAngles({ position, aim }: Pick<Camera, 'position' | 'aim'>, groundHeight: GroundHeight): Euler {
  if (aim.kind === 'angles') return { pitch: aim.pitch, yaw: aim.yaw, roll: aim.roll };
  const [x, y, z] = vector.subtract(fixedPoint(aim.target, groundHeight), fixedPoint(position, groundHeight));
  // At yaw 0 the camera looks down −Z, so both signs turn.
  const yaw = atan2Degrees(0 - x, 0 - z);
  return { pitch: atan2Degrees(y, vector.length([x, 0, z])), yaw, roll: aim.roll };
}

/** The point of a location that does not depend on the camera. */
export function fixedPoint(location: FixedLocation, groundHeight: GroundHeight): Point & Vector3 {
  const { x, z } = location;
  return [x, location.kind === 'ground' ? groundHeight(x, z) : location.y, z];
}
