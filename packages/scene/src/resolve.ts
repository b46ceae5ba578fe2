// Turns what a scene keeps as it was written into points and rotations of the world.
import { type Matrix3, nearestRotation, type Quaternion, quaternion } from '@diorama/geometry';
import { type CameraPose, cameraPose, fixedPoint, viewPoint } from './camera-frame.ts';
import { type GroundHeight, groundHeight } from './ground-height.ts';
import type { Element, Location, Point, Rotation, Scene } from './scene.ts';

/** The point of the world that a location means, in metres. */
export function resolveLocation(scene: Scene, location: Location): Point {
  if (location.kind !== 'view') return fixedPoint(location, groundOf(scene));
  return viewPoint(poseOf(scene), location);
}

/**
 * How an element is turned in the world, as a unit quaternion: a rotation at `view(…)` is relative to the camera's
 * heading; water stays level, so only its own heading counts; a lamp has no rotation.
 */
export function worldRotation(scene: Scene, element: Element): Quaternion {
  if (element.kind === 'lamp') return quaternion.identity;
  const { rotation } = element;
  const heading = element.at.kind === 'view' ? poseOf(scene).angles.yaw : 0;
  if (rotation.kind === 'yaw') return quaternion.fromYaw(heading + rotation.yaw);
  const own = rotationQuaternion(rotation);
  const turned = heading === 0 ? own : quaternion.canonical(quaternion.multiply(quaternion.fromYaw(heading), own));
  return element.kind === 'water' ? quaternion.fromYaw(quaternion.yawOf(turned)) : turned;
}

/** The unit quaternion that a rotation, as it was written for an object, means in its own frame. */
export function rotationQuaternion(rotation: Rotation): Quaternion {
  switch (rotation.kind) {
    case 'yaw':
      return quaternion.fromYaw(rotation.yaw);
    case 'euler':
      return quaternion.objectRotation(rotation);
    case 'quaternion':
      return quaternion.canonical(quaternion.normalize(rotation.quaternion));
    default:
      return nearestRotation(rotation.matrix as Matrix3);
  }
}

/** The ground of a scene as a function of the map. */
export function groundOf(scene: Scene): GroundHeight {
  return (x, z) => groundHeight(scene.ground, scene.settings.seed, x, z);
}

/** Where the scene's camera is, computed once: scenes never change. */
function poseOf(scene: Scene): CameraPose {
  let pose = poses.get(scene);
  if (pose === undefined) {
    pose = cameraPose(scene.camera, groundOf(scene));
    poses.set(scene, pose);
  }
  return pose;
}

const poses = new WeakMap<Scene, CameraPose>();
