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
  for (const { name, parent, at } of bones) {
    const angles = pose[name];
    const turned = angles === undefined ? IDENTITY : aboutPoint(rotationOf(angles), at);
    frames.push(parent < 0 ? shifted(turned, shift) : compose(frames[parent]!, turned));
  }
  return frames;
}

/** Ry(yaw) · Rz(pitch) · Rx(roll). */
export function rotationOf([pitch, yaw, roll]: Vector3): Frame {
  const [cp, sp] = [cosDegrees(pitch), sinDegrees(pitch)];
  const [cy, sy] = [cosDegrees(yaw), sinDegrees(yaw)];
  const [cr, sr] = [cosDegrees(roll), sinDegrees(roll)];
  const aboutY: Frame = [cy, 0, sy, 0, 0, 1, 0, 0, -sy, 0, cy, 0];
  const aboutZ: Frame = [cp, -sp, 0, 0, sp, cp, 0, 0, 0, 0, 1, 0];
  const aboutX: Frame = [1, 0, 0, 0, 0, cr, -sr, 0, 0, sr, cr, 0];
  return compose(compose(aboutY, aboutZ), aboutX);
}

export function applyFrame(frame: Frame, [x, y, z]: Vector3): Vector3 {
  return [
    frame[0]! * x + frame[1]! * y + frame[2]! * z + frame[3]!,
    frame[4]! * x + frame[5]! * y + frame[6]! * z + frame[7]!,
    frame[8]! * x + frame[9]! * y + frame[10]! * z + frame[11]!,
  ];
}

/** For directions: without the translation. */
export function turnByFrame(frame: Frame, [x, y, z]: Vector3): Vector3 {
  return [
    frame[0]! * x + frame[1]! * y + frame[2]! * z,
    frame[4]! * x + frame[5]! * y + frame[6]! * z,
    frame[8]! * x + frame[9]! * y + frame[10]! * z,
  ];
}

/** The point at rest that a frame moves to `point`. */
export function unapplyFrame(frame: Frame, point: Vector3): Vector3 {
  const [x, y, z] = [point[0] - frame[3]!, point[1] - frame[7]!, point[2] - frame[11]!];
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

function shifted(frame: Frame, [x, y, z]: Vector3): Frame {
  return frame.map((entry, index) =>
    index === 3 ? entry + x : index === 7 ? entry + y : index === 11 ? entry + z : entry,
  );
}

function compose(outer: Frame, inner: Frame): Frame {
  const out: number[] = [];
  for (let row = 0; row < 12; row += 4) {
    for (let column = 0; column < 4; column += 1) {
      const sum =
        outer[row]! * inner[column]! + outer[row + 1]! * inner[4 + column]! + outer[row + 2]! * inner[8 + column]!;
      out.push(column === 3 ? sum + outer[row + 3]! : sum);
    }
  }
  return out;
}
