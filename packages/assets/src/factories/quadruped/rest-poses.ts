// Poses of a four-legged body that rests on more than its legs: lie and sit.
import { asinDegrees, cosDegrees, sinDegrees } from '@diorama/geometry';
import { REGION, type RoundCone } from '../../solid/round-cone.ts';
import { poseBones } from '../../solid/skeleton.ts';
import { FORE_JOINTS, SIDES } from './body.ts';
import { type Angles, aimLeg, bendNeck, lowest, type PoseContext, type Striker, slope } from './joint-angles.ts';
import type { Station } from './quadruped-table.ts';

/** Belly and breastbone on the ground; the legs folded beside them until elbows and stifles touch it. */
export const lie: Striker = (angles, ctx) => {
  const { body, table, phase } = ctx;
  // Squeezed out backwards, between the thighs.
  if (body.bone('udder') >= 0) angles.udder = [-50, 0, 0];
  const belly = lowest(body, poseBones(body.bones, angles), (cone) => cone.region === REGION.torso);
  const [, hipHeight, haunch] = table.hind[0]!;
  // Bears rest on their haunches, which hang lower than their bellies.
  const ground = Math.min(belly, hipHeight - 0.92 * haunch);
  for (const { side, suffix } of SIDES) {
    foldForeLeg(angles, ctx, suffix, side, ground);
    foldHindLeg(angles, ctx, suffix, side, ground);
  }
  bendNeck(angles, body, 6, 14 * sinDegrees(360 * phase));
  angles.head = [0, 14 * sinDegrees(360 * phase), 0];
  angles.tail0 = [14, 0, 0];
  return [];
};

/** The elbow goes back and down; the forearm lies ahead of it, and the foot under it or ahead of it. */
function foldForeLeg(angles: Angles, ctx: PoseContext, suffix: string, side: number, ground: number): void {
  const { fore, lies, foot } = ctx.table;
  const [shoulder, elbow, wrist, fetlock, toe] = fore as readonly [Station, Station, Station, Station, Station];
  const isTucked = lies === 'tucked';
  const height = shoulder[1] - ground;
  const upper = distance(shoulder, elbow);
  const lift = isTucked ? 0.7 * elbow[2] + 1.2 * wrist[2] : 0.85 * elbow[2];
  const back = acosDegrees((height - lift) / upper);
  const elbowHeight = height - upper * cosDegrees(back);
  // A hoof that lies on its back is thicker than what it ends.
  const footHeight = isTucked && foot !== 'pillar' ? Math.max(fetlock[2], HOOF * toe[2]) : fetlock[2];
  const wristHeight = isTucked ? Math.max(wrist[2] + 1.2 * fetlock[2], footHeight) : 1.2 * wrist[2];
  const forearm = -slope(elbowHeight - wristHeight, distance(elbow, wrist));
  const cannon = slope(wristHeight - footHeight, distance(wrist, fetlock));
  const flat = -slope(fetlock[2] - toe[2], distance(fetlock, toe));
  aimLeg(
    angles,
    ctx,
    suffix,
    true,
    isTucked ? [-90 - back, forearm, 180 + cannon, 176] : [-90 - back, forearm, -cannon, flat],
    (isTucked ? -5 : -9) * side,
  );
  if (isTucked) {
    // The cannons lie under the breast, inside of the stifles.
    const joint = `wrist${suffix}`;
    angles[joint] = [angles[joint]![0], 0, 4 * side];
  } else {
    // The forearms lie side by side, though legs stand closer at their feet than at their elbows.
    const joint = `shoulder${suffix}`;
    const [pitch, , roll] = angles[joint]!;
    angles[joint] = [pitch, -7 * side, roll];
  }
}

/** How far a hoof reaches from the middle of the toe, in its radii. */
const HOOF = 1.3;

/** How far the point of the hock reaches down when it is folded, in radii of the hock. */
const HOCK = 1.5;

/** The stifle goes forwards and outwards, the gaskin back over the cannon. */
function foldHindLeg(angles: Angles, ctx: PoseContext, suffix: string, side: number, ground: number): void {
  const { foot } = ctx.table;
  const [hip, knee, hock, fetlock, toe] = ctx.table.hind as readonly [Station, Station, Station, Station, Station];
  const height = hip[1] - ground;
  const thigh = distance(hip, knee) * cosDegrees(SPREAD);
  const ahead = acosDegrees((height - 0.9 * knee[2]) / thigh);
  const kneeHeight = height - thigh * cosDegrees(ahead);
  const hockHeight = (foot === 'pillar' ? 1.15 : HOCK) * hock[2];
  const gaskin = slope(kneeHeight - hockHeight, distance(knee, hock));
  const cannon = -slope(hockHeight - fetlock[2], distance(hock, fetlock));
  const flat = -slope(fetlock[2] - toe[2], distance(fetlock, toe));
  aimLeg(angles, ctx, suffix, false, [-90 + ahead, -180 + gaskin, cannon, flat], -SPREAD * side);
}

/** Degrees by which the thighs of what lies are spread. */
const SPREAD = 24;

/** 0..172 degrees, for any number. */
function acosDegrees(cosine: number): number {
  return 90 - asinDegrees(Math.max(-0.99, Math.min(1, cosine)));
}

function distance(a: Station, b: Station): number {
  return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]));
}

/** The rump down, the fore legs upright: the body is raised until fore and hind feet stand on one level. */
export const sit: Striker = (angles, { body, phase }) => {
  const foreLegs = new Set(SIDES.flatMap(({ suffix }) => FORE_JOINTS.map((joint) => body.bone(joint + suffix))));
  let [low, high] = [0, 70];
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
    if (lowest(body, frames, isFore) > lowest(body, frames, (cone) => !isFore(cone))) high = rise;
    else low = rise;
  }
  angles.tail0 = [-10, 0, 0];
  return [];
};
