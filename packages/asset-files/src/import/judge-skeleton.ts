// Turns the names and places of a skeleton's joints into where up and front are.
import type { AssetJoint, Axis } from '@diorama/assets';
import type { Vector3 } from '@diorama/geometry';
import { ALL_AXES, DIRECTIONS, nearestAxis, squareTo } from './axes.ts';
import type { Judgement } from './judgement.ts';

/** One of `among`; undefined where no joints tell which way is up. */
export function judgeUpByJoints(
  joints: readonly AssetJoint[],
  among: readonly Axis[] = ALL_AXES,
): Judgement<Axis> | undefined {
  const [feet, trunk] = [middleOf(joints, FOOT), middleOf(joints, TRUNK)];
  if (feet === undefined || trunk === undefined) return undefined;
  const near = nearestAxis(difference(trunk, feet), among);
  if (near === undefined || near.cosine < UPRIGHT) return undefined;
  return { value: near.axis, reason: 'by the bones of its feet and its trunk', isSure: true };
}

/** Undefined where no joints tell which way it looks. */
export function judgeFrontByJoints(joints: readonly AssetJoint[], up: Axis): Judgement<Axis> | undefined {
  const head = middleOf(joints, HEAD);
  const behind = middleOf(joints, TAIL) ?? middleOf(joints, HIND);
  if (head === undefined || behind === undefined) return undefined;
  const way = [...difference(head, behind)] as [number, number, number];
  way[DIRECTIONS[up].index] = 0;
  const near = nearestAxis(way, squareTo(up));
  if (near === undefined) return undefined;
  return { value: near.axis, reason: 'by the bones of its head and its tail', isSure: near.cosine > STRAIGHT };
}

/** The cosine of about 40 degrees: trunks lie before or behind the feet of animals that sit or rear, and no further off. */
const UPRIGHT = 0.75;
/** The cosine of 20 degrees: heads and tails may be turned a little aside; more, and the file lies askew. */
const STRAIGHT = 0.94;

const HEAD = /^(?:head|skull|jaw|muzzle|snout|nose|beak)$/;
const TAIL = /^(?:tail|pelvis|hips?|rump)$/;
const HIND = /^(?:back|hind|rear)$/;
const FOOT = /^(?:foot|feet|paw|hoof|toe|toes|ankle|lower)$/;
const TRUNK = /^(?:torso|spine|chest|body|back|neck|thorax)$/;
const LIMB = /^(?:leg|legs|arm|foot|feet|paw|hoof|toe|toes|ankle|knee|ik|pole|upper|lower|target)$/;

/** The middle of the joints that a word names: limbs only if the word is one of a limb. */
function middleOf(joints: readonly AssetJoint[], word: RegExp): Vector3 | undefined {
  const isOfTrunk = word === TRUNK || word === HEAD || word === TAIL;
  const found = joints.filter(({ name }) => {
    const words = wordsOf(name);
    return words.some((one) => word.test(one)) && !(isOfTrunk && words.some((one) => LIMB.test(one)));
  });
  if (found.length === 0) return undefined;
  const sum = found.reduce(
    (total, { position }) => [total[0]! + position[0], total[1]! + position[1], total[2]! + position[2]],
    [0, 0, 0],
  );
  return sum.map((part) => part / found.length) as unknown as Vector3;
}

/** `mixamorig:FrontUpperLeg.L` → front, upper, leg, l */
function wordsOf(name: string): readonly string[] {
  const own = name.split(/[:|]/).at(-1)!;
  return own
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
}

function difference(to: Vector3, from: Vector3): Vector3 {
  return [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
}
