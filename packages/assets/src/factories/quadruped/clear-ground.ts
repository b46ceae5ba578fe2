// Lifts a tail or a trunk joint by joint until no part of it is under the ground.
import type { RoundCone } from '../../solid/round-cone.ts';
import { applyFrame, poseBones } from '../../solid/skeleton.ts';
import type { Body } from './assemble-body.ts';
import type { Angles } from './joint-angles.ts';

/** Changes the angles. `shift` is how far the body is lifted, metres. */
export function clearGround(body: Body, angles: Angles, shift: number): void {
  const chains: readonly (readonly [name: string, count: number, upwards: number])[] = [
    ['tail', body.tailBones, -1],
    ['trunk', body.trunkBones, 1],
  ];
  for (const [name, count, upwards] of chains) {
    for (let index = 0; index < count; index += 1) {
      const joint = `${name}${index}`;
      const cone = body.cones.find((one) => one.bone === body.bone(joint));
      if (cone !== undefined) liftJoint(body, angles, joint, cone, upwards, shift);
    }
  }
}

function liftJoint(body: Body, angles: Angles, joint: string, cone: RoundCone, upwards: number, shift: number): void {
  const [pitch, yaw, roll] = angles[joint] ?? [0, 0, 0];
  const isClear = (turn: number) => {
    angles[joint] = [pitch + upwards * turn, yaw, roll];
    const frame = poseBones(body.bones, angles, [0, shift, 0])[cone.bone]!;
    return applyFrame(frame, cone.to)[1] >= cone.toRadius * 1.05;
  };
  if (isClear(0)) return;
  let [low, high] = [0, 120];
  for (let step = 0; step < 10; step += 1) {
    const turn = (low + high) / 2;
    if (isClear(turn)) high = turn;
    else low = turn;
  }
  isClear(high);
}
