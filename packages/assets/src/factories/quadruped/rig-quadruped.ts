// Turns the row of a four-legged animal's table into a standing individual with its skeleton, and clips in which it moves.
import {
  type Clip,
  type Joint,
  type Quaternion,
  quaternion,
  type Rig,
  type SkinnedPart,
  type Track,
  type Vector3,
} from '@diorama/geometry';
import { appendMesh, type MeshBuilder, turnToFront } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { subtract } from '../../build/vectors.ts';
import { createInfluence, type Influence } from '../../solid/paint-surface.ts';
import { applyFrame, type Frame } from '../../solid/skeleton.ts';
import type { Individual } from '../../species.ts';
import type { Attachment } from './attachments.ts';
import type { Body } from './body.ts';
import { type MeshedQuadruped, meshQuadruped } from './build-quadruped.ts';
import type { QuadrupedTable } from './quadruped-table.ts';
import { strikePose } from './strike-pose.ts';

/** At rest it stands as {@link import('./build-quadruped.ts')} makes it. The clips are `walk` and `run`: a stride each. */
export function rigQuadruped(table: QuadrupedTable, individual: Individual): Rig {
  const meshed = meshQuadruped(table, { ...individual, pose: 'stand', phase: 0 });
  const { body, frames } = meshed;
  const stride = 1.05 * Math.sqrt(table.fore[0]![1]);
  return {
    joints: restJoints(body, frames),
    parts: skinnedParts(meshed),
    clips: [
      sampleClip(table, meshed, 'walk', stride),
      // A gallop's strides are about half as long in time.
      sampleClip(table, meshed, 'run', 0.5 * stride),
    ],
  };
}

/** Joints where they are when it stands, none of them turned. */
function restJoints({ bones }: Body, frames: readonly Frame[]): readonly Joint[] {
  const places = bones.map(({ at }, index) => toFront(applyFrame(frames[index]!, at)));
  return bones.map(({ name, parent }, index) => ({
    name,
    parent,
    translation: parent < 0 ? places[index]! : subtract(places[index]!, places[parent]!),
    rotation: quaternion.identity,
  }));
}

function skinnedParts({ cones, made, skin, added, sheets }: MeshedQuadruped): readonly SkinnedPart[] {
  const solid = createBinding();
  bindSkin(solid, skin, createInfluence(cones));
  bindRigidly(
    solid,
    made.filter(({ isSheet }) => !isSheet),
  );
  const loose = createBinding();
  bindRigidly(
    loose,
    made.filter(({ isSheet }) => isSheet),
  );
  appendMesh(skin, added);
  turnToFront(skin);
  turnToFront(sheets);
  const [body, ears] = [solidPart('body', skin), sheetPart('ears', sheets)];
  return presentParts(body, ears).map((part) => {
    const { joints, weights } = part === body ? solid : loose;
    return { ...part, joints: Uint16Array.from(joints), weights: Float32Array.from(weights) };
  });
}

/** Four joints a vertex and what they weigh. */
interface Binding {
  readonly joints: number[];
  readonly weights: number[];
}

function createBinding(): Binding {
  return { joints: [], weights: [] };
}

/** The cones that are near have a say, each for the bones of its two ends; the four strongest bones stay. */
function bindSkin({ joints, weights }: Binding, { positions }: MeshBuilder, influence: Influence): void {
  const { cones, touched, powers, ways } = influence;
  for (let at = 0; at < positions.length; at += 3) {
    const count = influence.measure(positions[at]!, positions[at + 1]!, positions[at + 2]!);
    const shares = new Map<number, number>();
    for (let index = 0; index < count; index += 1) {
      const { bone, endBone } = cones[touched[index]!]!.cone;
      const [power, way] = [powers[index]!, ways[index]!];
      shares.set(bone, (shares.get(bone) ?? 0) + power * (1 - way));
      shares.set(endBone, (shares.get(endBone) ?? 0) + power * way);
    }
    const strongest = [...shares].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 4);
    const sum = strongest.reduce((all, [, share]) => all + share, 0);
    for (let index = 0; index < 4; index += 1) {
      const [bone, share] = strongest[index] ?? [0, 0];
      // What is far from all flesh, the tip of a lock, follows the root.
      joints.push(share > 0 ? bone : 0);
      weights.push(sum > 0 ? share / sum : index === 0 ? 1 : 0);
    }
  }
}

function bindRigidly({ joints, weights }: Binding, made: readonly Attachment[]): void {
  for (const { bone, mesh } of made) {
    for (let at = 0; at < mesh.positions.length; at += 3) {
      joints.push(bone, 0, 0, 0);
      weights.push(1, 0, 0, 0);
    }
  }
}

/** A pose at sixteen phases, and the first again at the end. `seconds` is how long a cycle takes. */
function sampleClip(
  table: QuadrupedTable,
  { body, frames: rest }: MeshedQuadruped,
  name: string,
  seconds: number,
): Clip {
  const poses = Array.from({ length: PHASES }, (_, step) => strikePose(body, table, name, step / PHASES));
  poses.push(poses[0]!);
  const times = Float32Array.from(poses, (_, step) => (seconds * step) / PHASES);
  const turns = poses.map((frames) => frames.map((frame, index) => turnBetween(rest[index]!, frame)));
  const tracks = body.bones.map(({ parent, at }, joint): Track => {
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
  return { name, times, tracks };
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
