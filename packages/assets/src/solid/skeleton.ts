// Turns joint angles into where every bone of a skeleton is. Metres; x forward, y up, z to the animal's right.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';

/** A joint, with all that hangs on it. */
export interface Bone {
  readonly name: string;
  /** Its index among the bones; −1 for the root. Parents stand before their children. */
  readonly parent: number;
  /** Where the joint is at rest. */
  readonly at: Vector3;
}

/** How joints are turned: [pitch, yaw, roll] in degrees. Pitch raises what points forward; yaw turns it to the left. */
export type Pose = Readonly<Record<string, Vector3>>;

/** A map from rest to pose, rotation and translation: a 3 × 4 matrix, row by row. */
export type Frame = readonly number[];

/** The frame of each bone. `shift` moves, and `tilt` turns, the root. */
export function poseBones(bones: readonly Bone[], pose: Pose, shift: Vector3 = [0, 0, 0]): Frame[] {
  const frames: Frame[] = [];
  for (let index = 0; index < bones.length; index += 1) {
    const { name, parent, at } = bones[index]!;
    const angles = pose[name];
    if (parent < 0) frames.push(shifted(angles === undefined ? IDENTITY : aboutPoint(rotationOf(angles), at), shift));
    // A joint that is not turned goes where its parent goes.
    else if (angles === undefined) frames.push(frames[parent]!);
    else frames.push(compose(frames[parent]!, aboutPoint(rotationOf(angles), at)));
  }
  return frames;
}

/** Ry(yaw) · Rz(pitch) · Rx(roll), written out: poses are found in many tries. */
export function rotationOf(angles: Vector3): Frame {
  const [cp, sp] = [cosDegrees(angles[0]), sinDegrees(angles[0])];
  const [cy, sy] = [cosDegrees(angles[1]), sinDegrees(angles[1])];
  const [cr, sr] = [cosDegrees(angles[2]), sinDegrees(angles[2])];
  return [
    cy * cp,
    sy * sr - cy * sp * cr,
    cy * sp * sr + sy * cr,
    0,
    sp,
    cp * cr,
    -cp * sr,
    0,
    -sy * cp,
    sy * sp * cr + cy * sr,
    cy * cr - sy * sp * sr,
    0,
  ];
}

export function applyFrame(frame: Frame, point: Vector3): Vector3 {
  const x = point[0];
  const y = point[1];
  const z = point[2];
  return [
    frame[0]! * x + frame[1]! * y + frame[2]! * z + frame[3]!,
    frame[4]! * x + frame[5]! * y + frame[6]! * z + frame[7]!,
    frame[8]! * x + frame[9]! * y + frame[10]! * z + frame[11]!,
  ];
}

/** For directions: without the translation. */
export function turnByFrame(frame: Frame, direction: Vector3): Vector3 {
  const x = direction[0];
  const y = direction[1];
  const z = direction[2];
  return [
    frame[0]! * x + frame[1]! * y + frame[2]! * z,
    frame[4]! * x + frame[5]! * y + frame[6]! * z,
    frame[8]! * x + frame[9]! * y + frame[10]! * z,
  ];
}

/** The point at rest that a frame moves to `point`. */
export function unapplyFrame(frame: Frame, point: Vector3): Vector3 {
  const x = point[0] - frame[3]!;
  const y = point[1] - frame[7]!;
  const z = point[2] - frame[11]!;
  return [
    frame[0]! * x + frame[4]! * y + frame[8]! * z,
    frame[1]! * x + frame[5]! * y + frame[9]! * z,
    frame[2]! * x + frame[6]! * y + frame[10]! * z,
  ];
}

export const IDENTITY: Frame = [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0];

function aboutPoint(rotation: Frame, at: Vector3): Frame {
  const moved = turnByFrame(rotation, at);
  return shifted(rotation, [at[0] - moved[0], at[1] - moved[1], at[2] - moved[2]]);
}

function shifted(frame: Frame, shift: Vector3): Frame {
  const moved = frame.slice();
  for (let axis = 0; axis < 3; axis += 1) moved[4 * axis + 3] = moved[4 * axis + 3]! + shift[axis]!;
  return moved;
}

function compose(outer: Frame, inner: Frame): Frame {
  const out = outer.slice();
  for (let row = 0; row < 12; row += 4) {
    const [a, b, c] = [outer[row]!, outer[row + 1]!, outer[row + 2]!];
    for (let column = 0; column < 4; column += 1) {
      out[row + column] = a * inner[column]! + b * inner[4 + column]! + c * inner[8 + column]!;
    }
    out[row + 3] = out[row + 3]! + outer[row + 3]!;
  }
  return out;
}
