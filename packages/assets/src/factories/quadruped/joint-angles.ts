// Turns the joints of a four-legged body: legs, neck and tail, and legs that reach the ground.
import { asinDegrees, atan2Degrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { REGION, type RoundCone } from '../../solid/round-cone.ts';
import { applyFrame, type Frame, poseBones, turnByFrame } from '../../solid/skeleton.ts';
import { type Body, FORE_JOINTS, HIND_JOINTS, SIDES } from './body.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** Joint angles while they are being found. */
export type Angles = Record<string, Vector3>;

/** One leg's place in a pose. */
export interface LegGoal {
  readonly suffix: string;
  readonly isFore: boolean;
  /** Whether its foot bears weight: then it reaches the ground, however the body stands. */
  readonly bears: boolean;
}

/** What a pose depends on. */
export interface PoseContext {
  readonly body: Body;
  readonly table: QuadrupedTable;
  /** 0..1 through the cycle. */
  readonly phase: number;
}

/** Sets angles, and tells which legs bear; none where the body lies. */
export type Striker = (angles: Angles, ctx: PoseContext) => readonly LegGoal[];

/** The legs have been folded as far as they need. */
export const GROUNDED: readonly LegGoal[] = [];

export function allLegs(bears: (suffix: string, isFore: boolean) => boolean): readonly LegGoal[] {
  return SIDES.flatMap(({ suffix }) =>
    [true, false].map((isFore) => ({ suffix, isFore, bears: bears(suffix, isFore) })),
  );
}

/** Turns the three upper joints of a leg; the foot turns back, so that its sole stays level. `roll` spreads it. */
export function setLeg(
  angles: Angles,
  suffix: string,
  isFore: boolean,
  [upper, lower, shank]: Vector3,
  roll = 0,
): void {
  const [first, second, third, fourth] = isFore ? FORE_JOINTS : HIND_JOINTS;
  angles[first + suffix] = [upper, 0, -roll];
  angles[second + suffix] = [lower, 0, 0];
  angles[third + suffix] = [shank, 0, 0];
  angles[fourth + suffix] = [-(upper + lower + shank) * 0.75, 0, 0];
}

/** Points the four stretches of a leg: degrees in the side view, 0 forwards, −90 down, 180 back. `roll` spreads the leg. */
export function aimLeg(
  angles: Angles,
  { table }: PoseContext,
  suffix: string,
  isFore: boolean,
  directions: readonly [number, number, number, number],
  roll: number,
): void {
  const stations = isFore ? table.fore : table.hind;
  let turned = (angles.hips?.[0] ?? 0) + (isFore ? (angles.chest?.[0] ?? 0) : 0);
  (isFore ? FORE_JOINTS : HIND_JOINTS).forEach((joint, index) => {
    const [from, to] = [stations[index]!, stations[index + 1]!];
    const atRest = atan2Degrees(to[1] - from[1], to[0] - from[0]);
    const turn = wrapped(directions[index]! - atRest - turned);
    angles[joint + suffix] = [turn, 0, index === 0 ? roll : 0];
    turned += turn;
  });
}

/** The direction of a stretch that comes down by `drop` over its length, degrees below the level. */
export function slope(drop: number, length: number): number {
  return asinDegrees(Math.max(-1, Math.min(1, drop / length)));
}

function wrapped(degrees: number): number {
  return degrees - 360 * Math.round(degrees / 360);
}

/** Shares a bend of the whole neck among its joints: `root` is how much more the first one takes. */
export function bendNeck(angles: Angles, { neckBones }: Body, pitch: number, yaw: number, root = 1): void {
  const weights = Array.from({ length: neckBones }, (_, index) => (index === 0 ? root : 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  weights.forEach((weight, index) => {
    angles[`neck${index}`] = [(pitch * weight) / sum, (yaw * weight) / sum, 0];
  });
}

export function swayTail(angles: Angles, { tailBones }: Body, pose: string, phase: number): void {
  const sway = (pose === 'run' || pose === 'lie' ? 4 : 9) * sinDegrees(360 * phase + 40);
  for (let index = 0; index < tailBones; index += 1) {
    const [pitch, yaw, roll] = angles[`tail${index}`] ?? [0, 0, 0];
    angles[`tail${index}`] = [pitch, yaw + sway / (1 + 0.4 * index), roll];
  }
}

/**
 * Lets the body down until the leg that reaches least far touches the ground, and folds the others that bear until they
 * touch as well. Gives the body's shift upwards, metres.
 */
export function standOnLegs(body: Body, angles: Angles, legs: readonly LegGoal[]): number {
  const bearing = legs.filter((leg) => leg.bears);
  const before = { ...angles };
  const straight = poseBones(body.bones, angles);
  const reach = Math.max(...bearing.map((leg) => lowestOf(body, straight, footOf(body, leg))));
  for (const leg of bearing) {
    let [low, high] = [0, 46];
    for (let step = 0; step < 9; step += 1) {
      const fold = (low + high) / 2;
      foldLeg(angles, before, leg, fold);
      if (lowestOf(body, poseBones(body.bones, angles), footOf(body, leg)) < reach) low = fold;
      else high = fold;
    }
  }
  return -reach;
}

/** Shortens a leg: its two upper joints bend against each other, the lower leg keeps its slope. */
function foldLeg(angles: Angles, before: Angles, { suffix, isFore }: LegGoal, fold: number): void {
  const [first, second, third] = isFore ? FORE_JOINTS : HIND_JOINTS;
  const turns = isFore ? [-fold, 2 * fold, -fold] : [fold, -2 * fold, fold];
  [first, second, third].forEach((joint, index) => {
    const [pitch, yaw, roll] = before[joint + suffix] ?? [0, 0, 0];
    angles[joint + suffix] = [pitch + turns[index]!, yaw, roll];
  });
}

function footOf({ bone }: Body, { suffix, isFore }: LegGoal): (cone: RoundCone) => boolean {
  const foot = bone((isFore ? FORE_JOINTS : HIND_JOINTS)[3] + suffix);
  return (cone) => cone.bone === foot;
}

/** The lowest point of what rests on the ground; what hangs does not count. */
export function lowest(
  body: Body,
  frames: readonly Frame[],
  counts: (cone: RoundCone) => boolean = () => true,
): number {
  return lowestOf(body, frames, (cone) => !HANGING.has(cone.region) && counts(cone));
}
const HANGING: ReadonlySet<number> = new Set([REGION.tail, REGION.mane, REGION.trunk]);

function lowestOf({ cones }: Body, frames: readonly Frame[], counts: (cone: RoundCone) => boolean): number {
  let least = Infinity;
  for (const cone of cones) {
    if (!counts(cone)) continue;
    const frame = frames[cone.bone]!;
    // How upright the axis stands along which the flesh is flattened.
    const upright = square(turnByFrame(frame, cone.flatAxis)[1]);
    const from = applyFrame(frame, cone.from)[1] - cone.fromRadius * stretch(upright, cone.flatness);
    const to =
      applyFrame(frames[cone.endBone]!, cone.to)[1] -
      cone.toRadius * stretch(upright, cone.toFlatness ?? cone.flatness);
    least = Math.min(least, from, to);
  }
  return least;
}

function square(number: number): number {
  return number * number;
}

/** How far down a flattened ball reaches, as a share of its radius. */
function stretch(upright: number, flatness: number): number {
  return Math.sqrt(1 - upright + upright * flatness * flatness);
}

/** How high the lowest point of skull and jaw is, metres. */
export function lowestOfHead(body: Body, frames: readonly Frame[]): number {
  const [head, jaw] = [body.bone('head'), body.bone('jaw')];
  return lowestOf(body, frames, ({ bone }) => bone === head || bone === jaw);
}
