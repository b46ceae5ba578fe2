// A change of frame: first scaled, then turned, then moved.
import { conjugate, multiply, identity as noRotation, type Quaternion, rotateVector } from './quaternion.ts';
import { add, scale, subtract, type Vector3 } from './vector.ts';

/** Maps points of a local frame to its parent's: p ↦ translation + rotation · (scale · p). */
export interface Transform {
  /** Metres. */
  readonly translation: Vector3;
  /** Of length 1. */
  readonly rotation: Quaternion;
  /** The same for all axes; more than 0. */
  readonly scale: number;
}

export const identity: Transform = { translation: [0, 0, 0], rotation: noRotation, scale: 1 };

/** The transform that does `inner` first and `outer` next: parent to the left, child to the right. */
export function compose(outer: Transform, inner: Transform): Transform {
  return {
    translation: applyToPoint(outer, inner.translation),
    rotation: multiply(outer.rotation, inner.rotation),
    scale: outer.scale * inner.scale,
  };
}

/** The point in the parent's frame. */
export function applyToPoint(transform: Transform, point: Vector3): Vector3 {
  return add(transform.translation, rotateVector(transform.rotation, scale(point, transform.scale)));
}

/** The transform back: from the parent's frame to the local one. */
export function inverse(transform: Transform): Transform {
  const back = conjugate(transform.rotation);
  const factor = 1 / transform.scale;
  return {
    translation: scale(rotateVector(back, subtract([0, 0, 0], transform.translation)), factor),
    rotation: back,
    scale: factor,
  };
}
