// A rig's clips bring its skin where the poses bring the body, and begin where they end.
import { extend, type Quaternion, quaternion, type Rig, rootKey, type Vector3, vector } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { ALL_SPECIES } from '../src/all-species.ts';
import type { Individual } from '../src/species.ts';

const CASES = ['carnivore/wolf', 'herbivore/giraffe', 'herbivore/elephant', 'herbivore/kangaroo'];

describe.each(CASES)('%s', (id) => {
  const species = ALL_SPECIES.find((one) => one.id === id)!;
  const individual: Individual = { key: extend(rootKey(0), id), number: 0, pose: 'stand', phase: 0, detail: 'low' };
  const rig = species.rig!(individual);

  test('every vertex follows joints that there are, with weights that add up to 1', () => {
    for (const { mesh, joints, weights } of rig.parts) {
      expect(joints.length).toBe((4 * mesh.positions.length) / 3);
      for (let at = 0; at < weights.length; at += 4) {
        const sum = weights.slice(at, at + 4).reduce((all, weight) => all + weight, 0);
        if (Math.abs(sum - 1) > 1e-5) throw new Error(`the weights of vertex ${at / 4} add up to ${sum}`);
      }
      expect(joints.reduce((most, joint) => Math.max(most, joint), 0)).toBeLessThan(rig.joints.length);
    }
    rig.joints.forEach(({ parent }, index) => {
      expect(parent).toBeLessThan(index);
    });
  });

  test.each(['walk', 'run'])('%s fills the box of the pose, and loops', (name) => {
    const clip = rig.clips.find((one) => one.name === name)!;
    for (const { rotations, translations } of clip.tracks) {
      if (rotations !== undefined) expect([...rotations.slice(-4)]).toEqual([...rotations.slice(0, 4)]);
      if (translations !== undefined) expect([...translations.slice(-3)]).toEqual([...translations.slice(0, 3)]);
    }
    const step = 4;
    const posed = species.build({ ...individual, pose: name, phase: step / 16 });
    if ('reason' in posed) throw new Error(posed.reason);
    const skinned = boxOf(skin(rig, name, step));
    const direct = boxOf(posed.parts.flatMap(({ mesh }) => pointsOf(mesh.positions)));
    const size = Math.max(...direct.greatest.map((part, axis) => part - direct.least[axis]!));
    // A skin bends a little otherwise than flesh that is made anew, and hair falls in a pose.
    for (const axis of [0, 1, 2]) {
      expect(Math.abs(skinned.least[axis]! - direct.least[axis]!)).toBeLessThan(0.05 * size);
      expect(Math.abs(skinned.greatest[axis]! - direct.greatest[axis]!)).toBeLessThan(0.05 * size);
    }
  });
});

function skin({ joints, parts, clips }: Rig, name: string, step: number): Vector3[] {
  const { tracks } = clips.find((clip) => clip.name === name)!;
  const rest: Vector3[] = [];
  const posed: { readonly at: Vector3; readonly turn: Quaternion }[] = [];
  joints.forEach(({ parent, translation }, index) => {
    const track = tracks.find(({ joint }) => joint === index);
    const turn = [...(track?.rotations?.slice(4 * step, 4 * step + 4) ?? quaternion.identity)] as unknown as Quaternion;
    const at = [...(track?.translations?.slice(3 * step, 3 * step + 3) ?? translation)] as unknown as Vector3;
    const above = posed[parent];
    rest.push(parent < 0 ? translation : vector.add(rest[parent]!, translation));
    posed.push(
      above === undefined
        ? { at, turn }
        : {
            at: vector.add(above.at, quaternion.rotateVector(above.turn, at)),
            turn: quaternion.multiply(above.turn, turn),
          },
    );
  });
  return parts.flatMap(({ mesh, joints: indices, weights }) =>
    pointsOf(mesh.positions).map((point, vertex): Vector3 => {
      let moved: Vector3 = [0, 0, 0];
      for (let index = 4 * vertex; index < 4 * vertex + 4; index += 1) {
        const joint = indices[index]!;
        const { at, turn } = posed[joint]!;
        const place = vector.add(at, quaternion.rotateVector(turn, vector.subtract(point, rest[joint]!)));
        moved = vector.add(moved, vector.scale(place, weights[index]!));
      }
      return moved;
    }),
  );
}

function pointsOf(positions: Float32Array): Vector3[] {
  return Array.from({ length: positions.length / 3 }, (_, vertex) => [
    positions[3 * vertex]!,
    positions[3 * vertex + 1]!,
    positions[3 * vertex + 2]!,
  ]);
}

function boxOf(points: readonly Vector3[]): {
  readonly least: readonly number[];
  readonly greatest: readonly number[];
} {
  const along = (pick: (a: number, b: number) => number) =>
    [0, 1, 2].map((axis) => points.map((point) => point[axis]!).reduce((a, b) => pick(a, b)));
  return { least: along(Math.min), greatest: along(Math.max) };
}
