// Turns the name of a pose and a phase into where every bone is, with the feet on the ground.
import { type Frame, poseBones } from '../../solid/skeleton.ts';
import type { Body } from './body.ts';
import { clearGround } from './clear-ground.ts';
import { look, run, stand, walk } from './gaits.ts';
import { graze } from './graze.ts';
import { type Angles, lowest, type Striker, standOnLegs, swayTail } from './joint-angles.ts';
import type { QuadrupedTable } from './quadruped-table.ts';
import { lie, sit } from './rest-poses.ts';
import { UPRIGHT_POSES } from './upright-poses.ts';

/** The frames of the bones. The ground is y = 0; `phase` is 0..1 through the cycle. */
export function strikePose(body: Body, table: QuadrupedTable, pose: string, phase: number): readonly Frame[] {
  const { angles, shift } = findPose(body, table, pose, phase);
  return poseBones(body.bones, angles, [0, shift, 0]);
}

/** The angles of the joints, and how far the body is raised, metres. */
export function findPose(
  body: Body,
  table: QuadrupedTable,
  pose: string,
  phase: number,
): { readonly angles: Angles; readonly shift: number } {
  const angles: Angles = {};
  const poses = table.stance === 'biped' ? UPRIGHT_POSES : POSES;
  const legs = (poses[pose] ?? poses.stand!)(angles, { body, table, phase });
  swayTail(angles, body, pose, phase);
  const shift = legs.some((leg) => leg.bears)
    ? standOnLegs(body, angles, legs)
    : -lowest(body, poseBones(body.bones, angles));
  clearGround(body, angles, shift);
  return { angles, shift };
}

const POSES: Readonly<Record<string, Striker>> = { stand, walk, run, look, graze, lie, sit };
