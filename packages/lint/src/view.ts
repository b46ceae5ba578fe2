// Turns the scene's camera into what lint asks of it: the planes that bound the picture, and rays through it.
import { quaternion, tanDegrees, type Vector3 } from '@diorama/geometry';
import { cameraFrame, groundOf, type Scene } from '@diorama/scene';
import type { Body } from './body.ts';
import type { Side } from './finding.ts';
import { reach, type Solid } from './solid.ts';

export interface View {
  readonly eye: Vector3;
  /** Unit vectors of the world: to the picture's right and top, and away from what it shows. */
  readonly right: Vector3;
  readonly up: Vector3;
  readonly back: Vector3;
  /** Half of the picture's width and height at distance 1. */
  readonly halfWidth: number;
  readonly halfHeight: number;
  readonly near: number;
  readonly far: number;
  readonly planes: readonly Plane[];
}

/** Bounds the picture: points with normal · point > offset are not in it. The normal has length 1. */
interface Plane {
  readonly side: Side;
  readonly normal: Vector3;
  readonly offset: number;
}

export function viewOf(scene: Scene): View {
  const { camera } = scene;
  const { translation: eye, rotation } = cameraFrame(camera, groundOf(scene));
  const turn = (x: number, y: number, z: number) => quaternion.rotateVector(rotation, [x, y, z]);
  const [right, up, back] = [turn(1, 0, 0), turn(0, 1, 0), turn(0, 0, 1)];
  const halfHeight = tanDegrees(camera.fov / 2);
  const halfWidth = halfHeight * camera.aspect;
  // In the camera's frame, a point is left of the picture if −x + halfWidth·z > 0, and so on.
  const plane = (side: Side, x: number, y: number, z: number, distance = 0): Plane => {
    const size = Math.sqrt(x * x + y * y + z * z);
    const normal = turn(x / size, y / size, z / size);
    return { side, normal, offset: normal[0] * eye[0] + normal[1] * eye[1] + normal[2] * eye[2] + distance };
  };
  const planes = [
    plane('behind', 0, 0, 1),
    plane('near', 0, 0, 1, -camera.near),
    plane('far', 0, 0, -1, camera.far),
    plane('left', -1, 0, halfWidth),
    plane('right', 1, 0, halfWidth),
    plane('below', 0, -1, halfHeight),
    plane('above', 0, 1, halfHeight),
  ];
  return { eye, right, up, back, halfWidth, halfHeight, near: camera.near, far: camera.far, planes };
}

/** How far the nearest part of a body is outside the picture, and on which side; nothing if some of it may be seen. */
export function outsideBy(view: View, body: Body): { readonly gap: number; readonly side: Side } | undefined {
  let nearest: { gap: number; side: Side } | undefined;
  for (const solid of body.solids) {
    const outside = solidOutsideBy(view, solid);
    if (outside === undefined) return undefined;
    if (nearest === undefined || outside.gap < nearest.gap) nearest = outside;
  }
  return nearest;
}

function solidOutsideBy({ planes }: View, solid: Solid): { gap: number; side: Side } | undefined {
  let farthest: { gap: number; side: Side } | undefined;
  for (const { side, normal, offset } of planes) {
    const [x, y, z] = normal;
    const gap = x * solid.x + y * solid.y + z * solid.z - offset - reach(solid, -x, -y, -z);
    // What is behind the camera is beside the picture too, but nobody would say so.
    if (gap > 0 && side === 'behind') return { gap, side };
    if (gap > 0 && (farthest === undefined || gap > farthest.gap)) farthest = { gap, side };
  }
  return farthest;
}
