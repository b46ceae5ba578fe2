// Birds with skeletons: at rest they are what stands, and their walk moves skin and feathers as a fresh build would.
import { extend, extendNumber, type Quaternion, quaternion, type Rig, rootKey, type Vector3 } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { BIRDS } from '../src/factories/bird/birds.ts';
import type { Individual } from '../src/species.ts';

const individualOf = (id: string, pose: string, phase: number): Individual => ({
  key: extendNumber(extend(rootKey(0), id), 4),
  number: 4,
  pose,
  phase,
  detail: 'low',
});

/** The vertices of all parts when a clip is at one of its times. */
function skinned(rig: Rig, clip: string, frame: number): number[] {
  const movement = rig.clips.find(({ name }) => name === clip)!;
  const turns: Quaternion[] = [];
  const places: Vector3[] = [];
  const restPlaces: Vector3[] = [];
  rig.joints.forEach(({ parent, translation }, joint) => {
    const track = movement.tracks.find((one) => one.joint === joint)!;
    const own = [...track.rotations!.slice(4 * frame, 4 * frame + 4)] as unknown as Quaternion;
    const step =
      track.translations === undefined
        ? translation
        : ([...track.translations.slice(3 * frame, 3 * frame + 3)] as unknown as Vector3);
    const from = parent < 0 ? ([0, 0, 0] as const) : places[parent]!;
    const turned = parent < 0 ? step : quaternion.rotateVector(turns[parent]!, step);
    places.push([from[0] + turned[0], from[1] + turned[1], from[2] + turned[2]]);
    turns.push(parent < 0 ? own : quaternion.multiply(turns[parent]!, own));
    const rest = parent < 0 ? ([0, 0, 0] as const) : restPlaces[parent]!;
    restPlaces.push([rest[0] + translation[0], rest[1] + translation[1], rest[2] + translation[2]]);
  });
  return rig.parts.flatMap(({ mesh, joints, weights }) => {
    const out = new Array<number>(mesh.positions.length).fill(0);
    for (let vertex = 0; vertex < mesh.positions.length / 3; vertex += 1) {
      for (let slot = 4 * vertex; slot < 4 * vertex + 4; slot += 1) {
        const weight = weights[slot]!;
        if (weight === 0) continue;
        const joint = joints[slot]!;
        const local = [0, 1, 2].map((axis) => mesh.positions[3 * vertex + axis]! - restPlaces[joint]![axis]!);
        const moved = quaternion.rotateVector(turns[joint]!, local as unknown as Vector3);
        for (let axis = 0; axis < 3; axis += 1) {
          out[3 * vertex + axis] = out[3 * vertex + axis]! + weight * (moved[axis]! + places[joint]![axis]!);
        }
      }
    }
    return out;
  });
}

describe.each(BIRDS)('$id', (species) => {
  const rig = species.rig!(individualOf(species.id, 'stand', 0));
  const built = (pose: string, phase: number) => {
    const made = species.build(individualOf(species.id, pose, phase));
    if ('reason' in made) throw new Error(made.reason);
    return made.parts.flatMap(({ mesh }) => [...mesh.positions]);
  };

  test('at rest it is what stands', () => {
    expect(rig.parts.flatMap(({ mesh }) => [...mesh.positions])).toEqual(built('stand', 0));
    for (const { mesh, joints, weights } of rig.parts) {
      expect(joints.length).toBe((4 * mesh.positions.length) / 3);
      for (let at = 0; at < weights.length; at += 4) {
        expect(weights[at]! + weights[at + 1]! + weights[at + 2]! + weights[at + 3]!).toBeCloseTo(1, 6);
      }
      expect(joints.every((joint) => joint < rig.joints.length)).toBe(true);
    }
  });

  test('a clip ends as it begins', () => {
    for (const { times, tracks } of rig.clips) {
      for (const { rotations } of tracks) {
        expect([...rotations!.slice(0, 4)]).toEqual([...rotations!.slice(4 * (times.length - 1))]);
      }
    }
  });

  test.each(['walk', 'look'])('%s is as it is built', (clip) => {
    for (const frame of [0, 3, 6, 11]) {
      const moved = skinned(rig, clip, frame);
      const fresh = built(clip, frame / 16);
      const heights = fresh.filter((_, at) => at % 3 === 1);
      const height = Math.max(...heights) - Math.min(...heights);
      const squares = fresh.map((value, at) => ((value - moved[at]!) / height) ** 2);
      expect(Math.sqrt((3 * squares.reduce((sum, one) => sum + one, 0)) / squares.length)).toBeLessThan(0.012);
    }
  });
});
