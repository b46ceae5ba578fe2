// Turns the name of a pose and a phase into where every bone is, with the feet on the ground.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { REGION, type RoundCone } from '../../solid/round-cone.ts';
import { applyFrame, type Frame, poseBones } from '../../solid/skeleton.ts';
import { type Body, FORE_JOINTS, HIND_JOINTS, SIDES } from './assemble-body.ts';
import { clearGround } from './clear-ground.ts';
import type { QuadrupedTable } from './quadruped-table.ts';

/** Joint angles while they are being found. */
export type Angles = Record<string, Vector3>;

/** One leg's place in a gait. */
interface LegGoal {
  readonly suffix: string;
  readonly isFore: boolean;
  /** Whether its foot bears weight: then it reaches the ground, however the body stands. */
  readonly bears: boolean;
}

/** The frames of the bones. The ground is y = 0; `phase` is 0..1 through the cycle. */
export function strikePose(body: Body, table: QuadrupedTable, pose: string, phase: number): readonly Frame[] {
  const angles: Angles = {};
  const legs = POSES[pose]?.(angles, { body, table, phase }) ?? stand(angles, { body, table, phase });
  swayTail(angles, body, pose, phase);
  const shift = legs.some((leg) => leg.bears)
    ? standOnLegs(body, angles, legs)
    : -lowest(body, poseBones(body.bones, angles));
  clearGround(body, angles, shift);
  return poseBones(body.bones, angles, [0, shift, 0]);
}

interface PoseContext {
  readonly body: Body;
  readonly table: QuadrupedTable;
  readonly phase: number;
}

/** The legs have been folded as far as they need. */
const GROUNDED: readonly LegGoal[] = [];

/** Sets angles, and tells which legs bear; none where the body lies. */
type Striker = (angles: Angles, ctx: PoseContext) => readonly LegGoal[];

const stand: Striker = (angles, { body, phase }) => {
  setLeg(angles, 'L', true, [5, 0, 0]);
  setLeg(angles, 'R', true, [-5, 0, 0]);
  setLeg(angles, 'L', false, [-6, 0, 0]);
  setLeg(angles, 'R', false, [5, 0, 0]);
  bendNeck(angles, body, 1.5 * sinDegrees(360 * phase), 0);
  angles.head = [0, 6 * sinDegrees(360 * phase), 0];
  return allLegs(() => true);
};

/** Hildebrand 1989: the lateral sequence; each foot is down for 0.62 of a stride. */
const walk: Striker = (angles, { body, phase }) => {
  const bears = new Map<string, boolean>();
  for (const { suffix, isFore } of allLegs(() => true)) {
    const t = fraction(phase + (isFore ? 0.25 : 0) + (suffix === 'R' ? 0.5 : 0));
    const reach = isFore ? 21 : 20;
    const swing = (t - 0.62) / 0.38;
    bears.set(suffix + isFore, swing <= 0);
    if (swing <= 0) setLeg(angles, suffix, isFore, [reach * (1 - (2 * t) / 0.62), 0, 0]);
    else {
      const lift = sinDegrees(180 * swing);
      const pitch = -reach + 2 * reach * swing * swing * (3 - 2 * swing);
      setLeg(
        angles,
        suffix,
        isFore,
        isFore ? [pitch + 6 * lift, 14 * lift, -52 * lift] : [pitch + 8 * lift, -34 * lift, 30 * lift],
      );
    }
  }
  bendNeck(angles, body, 2.5 * sinDegrees(720 * phase), 0);
  angles.head = [-2.5 * sinDegrees(720 * phase), 0, 0];
  return allLegs((suffix, isFore) => bears.get(suffix + isFore)!);
};

/** A rotary gallop: the hind feet push off one after the other, then the fore feet; gathered and stretched in between. */
const run: Striker = (angles, { body, phase }) => {
  const spine = cosDegrees(360 * (phase - 0.02));
  angles.hips = [-4 + 5 * sinDegrees(360 * phase), 0, 0];
  angles.chest = [-2 + 7 * spine, 0, 0];
  for (const { suffix, isFore } of allLegs(() => true)) {
    const t = fraction(phase + (isFore ? 0 : 0.44) + (suffix === 'R' ? 0.08 : 0));
    const swing = cosDegrees(360 * t);
    const fold = Math.max(0, -sinDegrees(360 * t - 20));
    if (isFore) setLeg(angles, suffix, true, [8 + 44 * swing, 8 + 30 * fold, -8 - 84 * fold]);
    else setLeg(angles, suffix, false, [2 + 44 * swing, -10 - 44 * fold, -6 + 40 * fold]);
  }
  bendNeck(angles, body, -20 + 5 * spine, 0);
  angles.head = [20 - 4 * spine, 0, 0];
  angles.tail0 = [-38, 0, 0];
  return [];
};

const look: Striker = (angles, ctx) => {
  const legs = stand(angles, { ...ctx, phase: 0 });
  const turned = 30 * cosDegrees(360 * ctx.phase);
  bendNeck(angles, ctx.body, 6, turned);
  angles.head = [0, turned * 1.15, 0];
  return legs;
};

/** The neck goes down until the muzzle meets the ground; where it is too short, the fore legs fold as well. */
const graze: Striker = (angles, ctx) => {
  const { body, table, phase } = ctx;
  // What has a trunk does not bend its neck.
  if (body.trunkBones > 0) return stand(angles, ctx);
  const splay = table.splay ?? 0;
  for (const { side, suffix } of SIDES) {
    setLeg(angles, suffix, true, [side * 10 + splay * 0.5, 0, 0], side * splay);
    setLeg(angles, suffix, false, [side * 6, 0, 0]);
  }
  const muzzle = body.cones
    .filter((cone) => cone.region === REGION.muzzle)
    .reduce((best, cone) => (cone.to[0] > best.to[0] ? cone : best));
  const legs = allLegs(() => true);
  const turned = 10 * sinDegrees(360 * phase);
  const hanging = { ...angles };
  for (const chest of [-6, -11, -16, -21, -26]) {
    Object.assign(angles, hanging);
    angles.chest = [chest, 0, 0];
    const shift = standOnLegs(body, angles, legs);
    for (let bend = 20; bend <= 130; bend += 2.5) {
      bendNeck(angles, body, -bend, turned, 4);
      // The skull hangs steeply, its nose a little ahead of its poll, as far as the joint can open.
      angles.head = [Math.min(100, bend - 66 - table.headPitch - chest), 0, 0];
      const frame = poseBones(body.bones, angles, [0, shift, 0])[muzzle.bone]!;
      if (applyFrame(frame, muzzle.to)[1] < muzzle.toRadius * 1.2) return GROUNDED;
    }
  }
  return GROUNDED;
};

const lie: Striker = (angles, { body, table, phase }) => {
  for (const { side, suffix } of SIDES) {
    if (table.lies === 'stretched') {
      angles[`shoulder${suffix}`] = [-16, 0, -12 * side];
      angles[`elbow${suffix}`] = [94, 0, 0];
      angles[`wrist${suffix}`] = [4, 0, 0];
      angles[`fetlock${suffix}`] = [-60, 0, 0];
    } else {
      angles[`shoulder${suffix}`] = [14, 0, -10 * side];
      angles[`elbow${suffix}`] = [72, 0, 0];
      angles[`wrist${suffix}`] = [-158, 0, 0];
      angles[`fetlock${suffix}`] = [-30, 0, 0];
    }
    angles[`hip${suffix}`] = [30, 0, -26 * side];
    angles[`knee${suffix}`] = [-62, 0, 0];
    angles[`hock${suffix}`] = [106, 0, 0];
    angles[`toe${suffix}`] = [-62, 0, 0];
  }
  bendNeck(angles, body, 6, 14 * sinDegrees(360 * phase));
  angles.head = [0, 14 * sinDegrees(360 * phase), 0];
  angles.tail0 = [14, 0, 0];
  return [];
};

/** The rump down, the fore legs upright: the body is raised until fore and hind feet stand on one level. */
const sit: Striker = (angles, { body, phase }) => {
  const foreLegs = new Set(SIDES.flatMap(({ suffix }) => FORE_JOINTS.map((joint) => body.bone(joint + suffix))));
  let [low, high] = [20, 70];
  for (let step = 0; step < 12; step += 1) {
    const rise = (low + high) / 2;
    angles.hips = [rise, 0, 0];
    angles.chest = [6, 0, 0];
    for (const { side, suffix } of SIDES) {
      angles[`shoulder${suffix}`] = [-rise - 6, 0, 0];
      angles[`elbow${suffix}`] = [-2, 0, 0];
      angles[`wrist${suffix}`] = [0, 0, 0];
      angles[`fetlock${suffix}`] = [2, 0, 0];
      angles[`hip${suffix}`] = [26, 0, -14 * side];
      angles[`knee${suffix}`] = [-78, 0, 0];
      angles[`hock${suffix}`] = [112, 0, 0];
      angles[`toe${suffix}`] = [-rise - 60, 0, 0];
    }
    bendNeck(angles, body, -rise * 0.35, 12 * sinDegrees(360 * phase));
    angles.head = [-rise * 0.55, 16 * sinDegrees(360 * phase), 0];
    const frames = poseBones(body.bones, angles);
    const isFore = (cone: RoundCone) => foreLegs.has(cone.bone);
    if (lowestOf(body, frames, isFore) > lowest(body, frames, (cone) => !isFore(cone))) high = rise;
    else low = rise;
  }
  angles.tail0 = [-10, 0, 0];
  return [];
};

const POSES: Readonly<Record<string, Striker>> = { stand, walk, run, look, graze, lie, sit };

function allLegs(bears: (suffix: string, isFore: boolean) => boolean): readonly LegGoal[] {
  return SIDES.flatMap(({ suffix }) =>
    [true, false].map((isFore) => ({ suffix, isFore, bears: bears(suffix, isFore) })),
  );
}

/** Turns the three upper joints of a leg; the foot turns back, so that its sole stays level. `roll` spreads it. */
function setLeg(angles: Angles, suffix: string, isFore: boolean, [upper, lower, shank]: Vector3, roll = 0): void {
  const [first, second, third, fourth] = isFore ? FORE_JOINTS : HIND_JOINTS;
  angles[first + suffix] = [upper, 0, -roll];
  angles[second + suffix] = [lower, 0, 0];
  angles[third + suffix] = [shank, 0, 0];
  angles[fourth + suffix] = [-(upper + lower + shank) * 0.75, 0, 0];
}

/** Shares a bend of the whole neck among its joints: `root` is how much more the first one takes. */
function bendNeck(angles: Angles, { neckBones }: Body, pitch: number, yaw: number, root = 1): void {
  const weights = Array.from({ length: neckBones }, (_, index) => (index === 0 ? root : 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  weights.forEach((weight, index) => {
    angles[`neck${index}`] = [(pitch * weight) / sum, (yaw * weight) / sum, 0];
  });
}

function swayTail(angles: Angles, { tailBones }: Body, pose: string, phase: number): void {
  const sway = (pose === 'run' || pose === 'lie' ? 4 : 9) * sinDegrees(360 * phase + 40);
  for (let index = 0; index < tailBones; index += 1) {
    const [pitch] = angles[`tail${index}`] ?? [0];
    angles[`tail${index}`] = [pitch, (angles[`tail${index}`]?.[1] ?? 0) + sway / (1 + 0.4 * index), 0];
  }
}

/**
 * Lets the body down until the leg that reaches least far touches the ground, and folds the others that bear until they
 * touch as well. Gives the body's shift upwards, metres.
 */
function standOnLegs(body: Body, angles: Angles, legs: readonly LegGoal[]): number {
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
    const from = applyFrame(frames[cone.bone]!, cone.from)[1] - cone.fromRadius;
    const to = applyFrame(frames[cone.endBone]!, cone.to)[1] - cone.toRadius;
    least = Math.min(least, from, to);
  }
  return least;
}

function fraction(number: number): number {
  return number - Math.floor(number);
}
