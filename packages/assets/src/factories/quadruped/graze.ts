// Lets a neck down until the muzzle meets the ground.
import { sinDegrees } from '@diorama/geometry';
import { applyFrame, type Frame, poseBones } from '../../solid/skeleton.ts';
import { SIDES } from './body.ts';
import { stand } from './gaits.ts';
import {
  type Angles,
  allLegs,
  bendNeck,
  GROUNDED,
  lowestOfHead,
  type PoseContext,
  type Striker,
  setLeg,
  standOnLegs,
} from './joint-angles.ts';

/** Where the neck is too short, the fore legs fold as well; where it is much too short, they are spread. */
export const graze: Striker = (angles, ctx) => {
  const { body, table, phase } = ctx;
  // What has a trunk does not bend its neck.
  if (body.trunkBones > 0) return stand(angles, ctx);
  const splay = table.splay ?? 0;
  for (const { side, suffix } of SIDES) {
    setLeg(angles, suffix, true, [side * 10 + splay * 0.5, 0, 0], side * splay);
    setLeg(angles, suffix, false, [side * 6, 0, 0]);
  }
  const legs = allLegs(() => true);
  const turned = 10 * sinDegrees(360 * phase);
  // Lips are a little thicker than the flesh that they are made of.
  const clearance = 0.006 * table.fore[0]![1];
  const hanging: Angles = { ...angles };
  for (const chest of [-6, -11, -16, -21, -26]) {
    Object.assign(angles, hanging);
    angles.chest = [chest, 0, 0];
    // The soles stay level, however the breast leans and the legs are spread.
    for (const { side, suffix } of SIDES) {
      const [pitch] = hanging[`fetlock${suffix}`] ?? [0, 0, 0];
      angles[`fetlock${suffix}`] = [pitch - chest, 0, side * splay];
    }
    const shift = standOnLegs(body, angles, legs);
    /** How high the head hangs when the neck is bent so far. */
    const heightAt = (bend: number) => {
      bendNeck(angles, body, -bend, turned, splay > 0 ? 9 : 4);
      // The skull hangs steeply, its nose a little ahead of its poll, as far as the joint can open.
      angles.head = [Math.min(100, bend - 66 - table.headPitch - chest), 0, 0];
      const frames = poseBones(body.bones, angles, [0, shift, 0]);
      return Math.min(lowestOfHead(body, frames), lowestOfSnout(ctx, frames));
    };
    let low = 20;
    while (low < MOST_BEND && heightAt(low) > clearance) low += 5;
    if (low >= MOST_BEND) continue;
    let high = Math.max(20, low - 5);
    for (let step = 0; step < 6; step += 1) {
      const bend = (high + low) / 2;
      if (heightAt(bend) > clearance) high = bend;
      else low = bend;
    }
    heightAt(high);
    return GROUNDED;
  }
  return GROUNDED;
};

/** How high the lowest point of a snout's rim is, metres. */
function lowestOfSnout({ body, table: { snout } }: PoseContext, frames: readonly Frame[]): number {
  if (snout === undefined) return Infinity;
  const { at, radius } = snout;
  const head = frames[body.bone('head')]!;
  return Math.min(...[-radius, 0, radius].map((up) => applyFrame(head, body.onHead([at[0], at[1] + up, 0]))[1]));
}

/** Degrees, of the whole neck. */
const MOST_BEND = 160;
