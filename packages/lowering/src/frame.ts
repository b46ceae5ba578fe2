// Turns values of a local frame (a group's, a prefab's, a scatter point's) into values of the world.
import { cosDegrees, type Quaternion, quaternion, sinDegrees, type Vector3 } from '@diorama/geometry';
import { type Point, type Rotation, rotationQuaternion } from '@diorama/scene';

/**
 * A local frame in the world: p ↦ origin + rotation · (scale · p). A frame that is only turned about the vertical keeps
 * its angle, so that right angles are exact and yaws add; any other has a quaternion.
 *
 * In the world's own frame every formula of this file gives back what it was given, bit for bit (−0 becomes 0).
 */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  /** Degrees; 0 where `turn` is given. */
  readonly yaw: number;
  readonly sine: number;
  readonly cosine: number;
  /** The whole rotation, if it is more than a yaw. */
  readonly turn: Quaternion | undefined;
  readonly scale: number;
  /** Whether its origin was put on the ground, where what names no place of its own stands. */
  readonly grounded: boolean;
}

/** A rotation of a frame: an angle about the vertical if that is all it is. */
export type Turn =
  | { readonly kind: 'yaw'; readonly yaw: number }
  | { readonly kind: 'turn'; readonly turn: Quaternion };

export const WORLD: Frame = Object.freeze({
  x: 0,
  y: 0,
  z: 0,
  yaw: 0,
  sine: 0,
  cosine: 1,
  turn: undefined,
  scale: 1,
  grounded: false,
});

/** A rotation as a frame uses it. */
export function turnOf(rotation: Rotation): Turn {
  if (rotation.kind === 'yaw') return rotation;
  if (rotation.kind === 'euler' && rotation.pitch === 0 && rotation.roll === 0)
    return { kind: 'yaw', yaw: rotation.yaw };
  return { kind: 'turn', turn: rotationQuaternion(rotation) };
}

/** The frame inside `parent` with its origin at a point of the world. */
export function innerFrame(parent: Frame, origin: Point, grounded: boolean, turn: Turn, scale: number): Frame {
  const [x, y, z] = origin;
  const scaled = parent.scale * scale;
  if (turn.kind === 'yaw' && parent.turn === undefined) {
    const { yaw } = turn;
    if (yaw === 0) return { ...parent, x, y, z, scale: scaled, grounded };
    const whole = parent.yaw + yaw;
    const [sine, cosine] = [sinDegrees(whole), cosDegrees(whole)];
    return { x, y, z, yaw: whole, sine, cosine, turn: undefined, scale: scaled, grounded };
  }
  const own = turn.kind === 'yaw' ? quaternion.fromYaw(turn.yaw) : turn.turn;
  return { x, y, z, yaw: 0, sine: 0, cosine: 1, turn: after(rotationOf(parent), own), scale: scaled, grounded };
}

/** The frame of the same turn and scale at another point of the world. */
export function movedFrame(parent: Frame, x: number, y: number, z: number, grounded: boolean): Frame {
  const { yaw, sine, cosine, turn, scale } = parent;
  return { x, y, z, yaw, sine, cosine, turn, scale, grounded };
}

/** A point of the frame in the world. */
export function toWorld(frame: Frame, x: number, y: number, z: number): Point {
  const [dx, dy, dz] = turned(frame, x * frame.scale, y * frame.scale, z * frame.scale);
  return [frame.x + dx, frame.y + dy, frame.z + dz];
}

/** A point of the world in the frame. */
export function toLocal(frame: Frame, x: number, y: number, z: number): Point {
  const [dx, dy, dz] = [x - frame.x, y - frame.y, z - frame.z];
  const { sine, cosine, turn, scale } = frame;
  const back: Vector3 =
    turn === undefined
      ? [cosine * dx - sine * dz, dy, sine * dx + cosine * dz]
      : quaternion.rotateVector(quaternion.conjugate(turn), [dx, dy, dz]);
  return [back[0] / scale + 0, back[1] / scale + 0, back[2] / scale + 0];
}

/** A rotation of the frame in the world: as it was written wherever that says the same. */
export function toWorldRotation(frame: Frame, rotation: Rotation): Rotation {
  if (frame.turn === undefined) {
    if (frame.yaw === 0) return rotation;
    if (rotation.kind === 'yaw') return { kind: 'yaw', yaw: frame.yaw + rotation.yaw + 0 };
    // R = Ry·Rx·Rz: the frame's yaw comes last, as the rotation's own does.
    if (rotation.kind === 'euler') return { ...rotation, yaw: frame.yaw + rotation.yaw + 0 };
  }
  return { kind: 'quaternion', quaternion: after(rotationOf(frame), rotationQuaternion(rotation)) };
}

function rotationOf(frame: Frame): Quaternion {
  return frame.turn ?? quaternion.fromYaw(frame.yaw);
}

/** `inner` first, `outer` next, without the drift of many products. */
function after(outer: Quaternion, inner: Quaternion): Quaternion {
  return quaternion.canonical(quaternion.normalize(quaternion.multiply(outer, inner)));
}

/** Ry(yaw): +Z becomes (sine, 0, cosine). */
function turned({ sine, cosine, turn }: Frame, x: number, y: number, z: number): Vector3 {
  if (turn !== undefined) return quaternion.rotateVector(turn, [x, y, z]);
  return [cosine * x + sine * z, y, cosine * z - sine * x];
}
