// Turns the name of a pose and a phase into a bird's joint angles.
import { cosDegrees, sinDegrees } from '@diorama/geometry';
import type { Pose } from '../../solid/skeleton.ts';
import type { BirdTable } from './bird-table.ts';

export interface BirdAngles {
  readonly joints: Pose;
  /** Degrees by which the spread wings are raised; folded if left out. */
  readonly flap?: number;
  /** Under water nobody sees them. */
  readonly legs: 'shown' | 'hidden';
}

/** The poses of the language (vocabulary: bird). */
export const BIRD_POSES: readonly string[] = ['stand', 'walk', 'look', 'perch', 'fly', 'swim'];

export function birdAngles(table: BirdTable, pose: string, phase: number, bones: number): BirdAngles {
  const wave = sinDegrees(360 * phase);
  switch (pose) {
    case 'walk':
      return { joints: walking(phase, bones), legs: 'shown' };
    case 'look':
      return {
        joints: { head: [4, 55 * cosDegrees(360 * phase), 0], neck0: [0, 12 * cosDegrees(360 * phase), 0] },
        legs: 'shown',
      };
    case 'perch':
      return { joints: { ...perching(), head: [-10, 20 * wave, 0] }, legs: 'shown' };
    case 'fly':
      return { joints: flying(table), flap: 12 + 34 * cosDegrees(360 * phase), legs: 'shown' };
    case 'swim':
      return { joints: swimming(table, wave), legs: 'hidden' };
    default:
      return { joints: { head: [0, 12 * wave, 0], neck0: [1.5 * wave, 0, 0] }, legs: 'shown' };
  }
}

/** Each foot is down for more than half of a step; the head is thrust forwards twice a stride. */
function walking(phase: number, bones: number): Pose {
  const joints: Record<string, [number, number, number]> = {};
  for (const [side, offset] of [
    [-1, 0],
    [1, 0.5],
  ] as const) {
    const t = phase + offset - Math.floor(phase + offset);
    const swing = Math.max(0, (t - 0.6) / 0.4);
    const pitch = swing === 0 ? 24 * (1 - (2 * t) / 0.6) : -24 + 48 * swing;
    const lift = sinDegrees(180 * swing);
    joints[`hip${side}`] = [pitch + 18 * lift, 0, 0];
    joints[`ankle${side}`] = [-46 * lift, 0, 0];
    joints[`foot${side}`] = [-pitch * 0.8 + 20 * lift, 0, 0];
  }
  const bob = 4 * sinDegrees(720 * phase);
  joints.neck0 = [-bob, 0, 0];
  joints.head = [bob, 0, 0];
  joints.body = [bones > 0 ? 0.6 * bob : 0, 0, 0];
  return joints;
}

/** Squatting on a branch: the legs folded, the body more upright. */
function perching(): Pose {
  return {
    body: [5, 0, 0],
    'hip-1': [24, 0, 0],
    hip1: [24, 0, 0],
    'ankle-1': [-58, 0, 0],
    ankle1: [-58, 0, 0],
    'foot-1': [29, 0, 0],
    foot1: [29, 0, 0],
    tail: [-6, 0, 0],
  };
}

/** The body level on the water, the head up. */
function swimming({ flight }: BirdTable, wave: number): Pose {
  const level = Math.max(0, flight.body);
  return { body: [1.5 * wave - level, 0, 0], head: [0.85 * level - 1.5 * wave, 14 * wave, 0] };
}

/** The body level, the legs stretched out behind. */
function flying({ flight, tail }: BirdTable): Pose {
  return {
    body: [-flight.body, 0, 0],
    neck0: [-flight.neck * 0.5, 0, 0],
    neck1: [-flight.neck * 0.5, 0, 0],
    head: [flight.body * 0.85 + flight.neck, 0, 0],
    tail: [tail.pitch < 0 ? tail.pitch * 0.5 : -tail.pitch * 0.6, 0, 0],
    'hip-1': [-72 + flight.body * 0.85, 0, 0],
    hip1: [-72 + flight.body * 0.85, 0, 0],
    'ankle-1': [-18, 0, 0],
    ankle1: [-18, 0, 0],
    'foot-1': [-50, 0, 0],
    foot1: [-50, 0, 0],
  };
}
