// Turns the row of a four-legged animal's table into a standing individual with its skeleton, and clips in which it moves.
import type { Rig, SkinnedPart } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { appendMesh, type MeshBuilder, turnToFront } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { createInfluence, type Influence } from '../../solid/paint-surface.ts';
import { restJoints, sampleClip } from '../../solid/rig-skeleton.ts';
import type { Individual } from '../../species.ts';
import type { Attachment } from './attachments.ts';
import { covered, type MeshedQuadruped, meshQuadruped } from './build-quadruped.ts';
import type { QuadrupedTable } from './quadruped-table.ts';
import { strikePose } from './strike-pose.ts';

/** At rest it stands as {@link import('./build-quadruped.ts')} makes it. The clips are `walk` and `run`: a stride each. */
export function rigQuadruped(table: QuadrupedTable, individual: Individual): Rig {
  const meshed = meshQuadruped(table, { ...individual, pose: 'stand', phase: 0 });
  const { body, frames } = meshed;
  const stride = 1.05 * Math.sqrt(table.fore[0]![1]);
  const clip = (name: string, seconds: number) =>
    sampleClip(body.bones, frames, { name, seconds, frames: (phase) => strikePose(body, table, name, phase) });
  return {
    joints: restJoints(body.bones, frames),
    parts: skinnedParts(meshed, table, individual.detail),
    // A gallop's strides are about half as long in time.
    clips: [clip('walk', stride), clip('run', 0.5 * stride)],
  };
}

function skinnedParts(
  { cones, made, skin, added, sheets }: MeshedQuadruped,
  table: QuadrupedTable,
  detail: Detail,
): readonly SkinnedPart[] {
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
  const ofSkin = skin.positions.length / 3;
  appendMesh(skin, added);
  turnToFront(skin);
  turnToFront(sheets);
  const body = covered(solidPart('body', skin), ofSkin, table, detail);
  const ears = sheetPart('ears', sheets);
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
