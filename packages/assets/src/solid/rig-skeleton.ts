// Turns a skeleton in its poses into the joints and the clips of a rig, which looks along +Z.
import { type Clip, type Joint, type Quaternion, quaternion, type Track, type Vector3 } from '@diorama/geometry';
import { subtract } from '../build/vectors.ts';
import { applyFrame, type Bone, type Frame } from './skeleton.ts';

/** Joints where they are in a pose, none of them turned. */
export function restJoints(bones: readonly Bone[], frames: readonly Frame[]): readonly Joint[] {
  const places = bones.map(({ at }, index) => toFront(applyFrame(frames[index]!, at)));
  return bones.map(({ name, parent }, index) => ({
    name,
    parent,
    translation: parent < 0 ? places[index]! : subtract(places[index]!, places[parent]!),
    rotation: quaternion.identity,
  }));
}

/** What {@link sampleClip} samples. */
export interface SampledPose {
  readonly name: string;
  /** How long a cycle takes. */
  readonly seconds: number;
  /** Where the bones are at a phase, 0..1. */
  frames(phase: number): readonly Frame[];
}

/** A pose at sixteen phases, and the first again at the end, as turns from the joints of `rest`. */
export function sampleClip(bones: readonly Bone[], rest: readonly Frame[], pose: SampledPose): Clip {
  const poses = Array.from({ length: PHASES }, (_, step) => pose.frames(step / PHASES));
  poses.push(poses[0]!);
  const turns = poses.map((frames) => frames.map((frame, index) => turnBetween(rest[index]!, frame)));
  const tracks = bones.map(({ parent, at }, joint): Track => {
    const rotations = turns.flatMap((turn) =>
      parent < 0
        ? turn[joint]!
        : quaternion.canonical(quaternion.multiply(quaternion.conjugate(turn[parent]!), turn[joint]!)),
    );
    const track = { joint, rotations: Float32Array.from(rotations) };
    if (parent >= 0) return track;
    const places = poses.flatMap((frames) => toFront(applyFrame(frames[joint]!, at)));
    return { ...track, translations: Float32Array.from(places) };
  });
  return { name: pose.name, times: Float32Array.from(poses, (_, step) => (pose.seconds * step) / PHASES), tracks };
}
const PHASES = 16;

/** How a bone turns from one pose to another, in the frame of the model. */
function turnBetween(from: Frame, to: Frame): Quaternion {
  const entry = (row: number, column: number) =>
    to[4 * row]! * from[4 * column]! +
    to[4 * row + 1]! * from[4 * column + 1]! +
    to[4 * row + 2]! * from[4 * column + 2]!;
  // x becomes z, and z becomes −x.
  const [axes, signs] = [
    [2, 1, 0],
    [-1, 1, 1],
  ] as const;
  const matrix = [0, 1, 2].flatMap((row) =>
    [0, 1, 2].map((column) => signs[row]! * signs[column]! * entry(axes[row]!, axes[column]!)),
  );
  return quaternion.fromMatrix(matrix as unknown as Parameters<typeof quaternion.fromMatrix>[0]);
}

/** A point of the table's frame, which looks along +x, in the model's, which looks along +z. */
function toFront([x, y, z]: Vector3): Vector3 {
  return [-z, y, x];
}
