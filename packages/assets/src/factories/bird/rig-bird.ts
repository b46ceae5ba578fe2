// Turns the row of a bird's table into a standing individual with its skeleton, and clips in which it walks and looks round.
import type { Rig, SkinnedPart, Vector3 } from '@diorama/geometry';
import { type MeshBuilder, turnToFront } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart } from '../../build/part.ts';
import { subtract } from '../../build/vectors.ts';
import { restJoints, sampleClip } from '../../solid/rig-skeleton.ts';
import { applyFrame } from '../../solid/skeleton.ts';
import type { Individual } from '../../species.ts';
import { birdPose } from './bird-poses.ts';
import type { BirdTable } from './bird-table.ts';
import { birdSkin, type MeshedBird, meshBird, poseBird } from './build-bird.ts';

/** At rest it stands as {@link import('./build-bird.ts')} makes it, its wings folded: a clip cannot unfold them. */
export function rigBird(usual: BirdTable, individual: Individual): Rig {
  const pieces: Piece[] = [];
  const meshed = meshBird(usual, { ...individual, pose: 'stand', phase: 0 }, (bone, { solid, sheets }) => {
    pieces.push({ bone, solidEnd: solid.positions.length / 3, sheetEnd: sheets.positions.length / 3 });
  });
  const { table, solid, sheets, bones, frames, look } = meshed;
  const [onSolid, onSheets] = [bindSolid(meshed, pieces), bindRigidly(meshed, pieces, ({ sheetEnd }) => sheetEnd)];
  turnToFront(solid);
  turnToFront(sheets);
  const [body, feathers] = [birdSkin(meshed), sheetPart('feathers', sheets)];
  const stride = 1.1 * Math.sqrt(table.leg.points[0][1]);
  const framesAt = (name: string, phase: number) => poseBird(table, bones, birdPose(table, name, phase, look)).frames;
  const clip = (name: string, seconds: number) =>
    sampleClip(bones, frames, { name, seconds, frames: (phase) => framesAt(name, phase) });
  return {
    joints: restJoints(bones, frames),
    parts: presentParts(body, feathers).map(
      (part): SkinnedPart => ({ ...part, ...(part === body ? onSolid : onSheets) }),
    ),
    clips: [clip('walk', stride), clip('look', 4)],
  };
}

/** Vertices that hang on a bone: those before the ends, and after the ends of the piece before it. */
interface Piece {
  readonly bone: string;
  readonly solidEnd: number;
  readonly sheetEnd: number;
}

type Binding = Pick<SkinnedPart, 'joints' | 'weights'>;

/** The skin bends along the spine; of a feathered thigh, what is below the ankle follows the bare leg; the rest is rigid. */
function bindSolid(meshed: MeshedBird, pieces: readonly Piece[]): Binding {
  const binding = bindRigidly(meshed, pieces, ({ solidEnd }) => solidEnd);
  const { rings, sides, bones, frames, solid } = meshed;
  const { joints, weights } = binding;
  const share = (vertex: number, bone: number, next: number, part: number) => {
    joints.set([bone, next], 4 * vertex);
    weights.set([1 - part, part], 4 * vertex);
  };
  for (let vertex = 0; vertex < rings.length * sides; vertex += 1) {
    const { bone, next, share: part } = rings[Math.floor(vertex / sides)]!;
    share(vertex, bone, next, part);
  }
  // The middles of its two ends.
  share(rings.length * sides, rings[0]!.bone, 0, 0);
  share(rings.length * sides + 1, rings.at(-1)!.next, 0, 0);
  let start = 0;
  for (const { bone, solidEnd } of pieces) {
    if (bone.startsWith('hip')) {
      const hip = bones.findIndex(({ name }) => name === bone);
      const [knee, ankle] = [hip, hip + 1].map((index) => applyFrame(frames[index]!, bones[index]!.at)) as [
        Vector3,
        Vector3,
      ];
      for (let vertex = start; vertex < solidEnd; vertex += 1) {
        const below = wayAlong(solid, vertex, knee, ankle);
        share(vertex, hip, hip + 1, Math.max(0, Math.min(1, (below - 0.85) / 0.3)));
      }
    }
    start = solidEnd;
  }
  return binding;
}

/** How far a vertex is from one point to another: 0 and 1 at them. */
function wayAlong({ positions }: MeshBuilder, vertex: number, from: Vector3, to: Vector3): number {
  const way = subtract(to, from);
  const sum = (a: number, b: number, c: number) => way[0] * a + way[1] * b + way[2] * c;
  const own = [0, 1, 2].map((axis) => positions[3 * vertex + axis]! - from[axis]!);
  return sum(own[0]!, own[1]!, own[2]!) / sum(...way);
}

function bindRigidly({ bones }: MeshedBird, pieces: readonly Piece[], end: (piece: Piece) => number): Binding {
  const count = end(pieces.at(-1)!);
  const joints = new Uint16Array(4 * count);
  const weights = new Float32Array(4 * count);
  let vertex = 0;
  for (const piece of pieces) {
    const bone = Math.max(
      0,
      bones.findIndex(({ name }) => name === piece.bone),
    );
    for (; vertex < end(piece); vertex += 1) {
      joints[4 * vertex] = bone;
      weights[4 * vertex] = 1;
    }
  }
  return { joints, weights };
}
