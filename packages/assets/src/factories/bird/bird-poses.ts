// Turns the name of a pose and a phase into a bird's joint angles, where its feet go, and how it holds its wings.
import { asinDegrees, cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { smoothstep } from '../../build/noise.ts';
import type { Pose } from '../../solid/skeleton.ts';
import type { BirdTable } from './bird-table.ts';
import type { Look } from './look.ts';
import type { WingBeat } from './spread-wing.ts';

/** Where a foot goes, from where it stands, and how it is turned. */
export interface Step {
  /** Metres. */
  readonly move: Vector3;
  /** Degrees by which the toes are raised. */
  readonly pitch: number;
  /** 0..1: how far the toes are bent around a branch, or limp in the air. */
  readonly curl: number;
}

export interface BirdPose {
  readonly joints: Pose;
  /** Of the body, metres. */
  readonly shift: Vector3;
  /** The left and the right foot; under water nobody sees them. */
  readonly steps: readonly [left: Step, right: Step] | 'hidden' | 'trail' | 'tuck';
  readonly wings: 'folded' | WingBeat;
  /** 0 closed .. 1 as in flight. */
  readonly tail: number;
  /** The share of the body's height below the water, which is not drawn. */
  readonly depth?: number;
}

/** The poses of the language (vocabulary: bird). */
export const BIRD_POSES: readonly string[] = ['stand', 'walk', 'look', 'perch', 'fly', 'swim'];

const STANDING: Step = { move: [0, 0, 0], pitch: 0, curl: 0 };
const ON_FEET: Pick<BirdPose, 'shift' | 'steps' | 'wings' | 'tail'> = {
  shift: [0, 0, 0],
  steps: [STANDING, STANDING],
  wings: 'folded',
  tail: 0,
};

/** No two individuals hold themselves alike: `lean` and `turn` are theirs. */
export function birdPose(table: BirdTable, pose: string, phase: number, { lean, turn }: Look): BirdPose {
  const struck = strike(table, pose, phase);
  if (typeof struck.steps === 'string') return struck;
  const { body, head } = struck.joints;
  const joints = {
    ...struck.joints,
    body: plus(body, [lean, 0, 0]),
    head: plus(head, [-lean, pose === 'look' ? 0 : turn, 0]),
  };
  return withTailOffGround(table, { ...struck, joints });
}

function plus(a: Vector3 | undefined, b: Vector3): Vector3 {
  return a === undefined ? b : [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
}

/** A long tail is carried so that its end does not go through the ground, or below the branch. */
function withTailOffGround({ tail }: BirdTable, pose: BirdPose): BirdPose {
  const lean = pose.joints.body?.[0] ?? 0;
  const own = pose.joints.tail?.[0] ?? 0;
  const root = tail.at[1] + pose.shift[1] + tail.at[0] * sinDegrees(lean);
  const lowest = -asinDegrees(Math.min(1, Math.max(0, root) / (1.32 * tail.length)));
  const elevation = tail.pitch - lean - own;
  if (elevation >= lowest) return pose;
  return { ...pose, joints: { ...pose.joints, tail: [own - (lowest - elevation), 0, 0] } };
}

function strike(table: BirdTable, pose: string, phase: number): BirdPose {
  const wave = sinDegrees(360 * phase);
  switch (pose) {
    case 'walk':
      return walking(table, phase);
    case 'look':
      return { ...ON_FEET, joints: looking(cosDegrees(360 * phase)) };
    case 'perch':
      return perching(table, wave);
    case 'fly':
      return table.flight.legs === 'run' ? running(table, phase) : flying(table, phase);
    case 'swim':
      return swimming(table, phase);
    default:
      return { ...ON_FEET, joints: { head: [2 * wave, 14 * wave, 0], neck0: [1.5 * wave, 0, 0] } };
  }
}

function looking(turn: number): Pose {
  return { head: [3, 52 * turn, 0], neck0: [0, 8 * turn, 0], neck1: [0, 10 * turn, 0] };
}

/** Each foot is down for three fifths of a step; the head is thrust forwards twice a stride, and then stays where it is. */
function walking(table: BirdTable, phase: number, stride = 0.75): BirdPose {
  const [knee, , foot] = table.leg.points;
  const leg = knee[1] - foot[1];
  const steps = [0, 0.5].map((offset): Step => {
    const t = phase + offset - Math.floor(phase + offset);
    const swing = Math.max(0, (t - 0.6) / 0.4);
    const lift = sinDegrees(180 * swing);
    const way = swing === 0 ? 1 - (2 * t) / 0.6 : -1 + 2 * smoothstep(0, 1, swing);
    return { move: [way * 0.5 * stride * leg, lift * 0.3 * leg, 0], pitch: lift * -38, curl: 0.8 * lift };
  }) as [Step, Step];
  const bob = sinDegrees(720 * phase + 40);
  return {
    joints: { neck0: [-4 * bob, 0, 0], head: [4 * bob, 0, 0], body: [1.2 * bob, 0, 0], tail: [-2 * bob, 0, 0] },
    shift: [0, -leg * (0.045 * stride + 0.02 * cosDegrees(720 * phase)), 0],
    steps,
    wings: 'folded',
    tail: 0,
  };
}

/** What cannot fly runs with its wings spread. */
function running(table: BirdTable, phase: number): BirdPose {
  const walk = walking(table, phase, 1.45);
  const beat = sinDegrees(360 * phase);
  return {
    ...walk,
    joints: { ...walk.joints, body: [-3, 0, 0], neck0: [-8, 0, 0], neck1: [-5, 0, 0], head: [15, 0, 0] },
    wings: {
      arm: table.flight.beat[1] + table.flight.beat[0] * beat,
      hand: table.flight.beat[1] - 12 - 8 * beat,
      flex: 0.25,
    },
    tail: 0.5,
  };
}

/** Squatting on a branch: the legs folded, the body more upright, the toes round the branch. */
function perching(table: BirdTable, wave: number): BirdPose {
  const { body, crouch } = table.perch;
  const [knee, , foot] = table.leg.points;
  const grip: Step = { move: [0, 0, 0], pitch: 0, curl: 0.35 };
  return {
    joints: { body: [body, 0, 0], neck0: [-body * 0.4, 0, 0], head: [-body * 0.6, 24 * wave, 0] },
    shift: [0, -crouch * (knee[1] - foot[1]), 0],
    steps: [grip, grip],
    wings: 'folded',
    tail: 0.1,
  };
}

/** Down with the whole wing stretched, up with the wrist bent; the hand comes after the arm. */
function flying({ flight, tail }: BirdTable, phase: number): BirdPose {
  const [reach, raise] = flight.beat;
  const joints: Record<string, Vector3> = { body: [-flight.body, 0, 0] };
  let bent = -flight.body;
  flight.neck.forEach((angle, index) => {
    joints[`neck${index}`] = [angle, 0, 0];
    bent += angle;
  });
  joints.head = [(flight.head ?? 0) - bent, 0, 0];
  // What points backwards is lowered by what raises the front.
  joints.tail = [flight.body + tail.pitch - 2, 0, 0];
  return {
    joints,
    shift: [0, 0, 0],
    steps: flight.legs === 'trail' ? 'trail' : 'tuck',
    wings: {
      // On the way up the wrist goes first.
      arm: raise + reach * cosDegrees(360 * phase) + 12 * Math.max(0, -sinDegrees(360 * phase)),
      hand: raise * 0.6 + 1.25 * reach * cosDegrees(360 * phase - 45),
      flex: 0.08 + 0.75 * Math.max(0, -sinDegrees(360 * phase)),
    },
    tail: 1,
  };
}

/** The body level on the water, the head up; a penguin lies in it, its flippers spread. */
function swimming(table: BirdTable, phase: number): BirdPose {
  const wave = sinDegrees(360 * phase);
  const { body, depth } = table.swim;
  const isFlipper = table.wing.kind === 'flipper';
  const share = table.neck.length;
  const tail = table.tail.pitch + body;
  const joints: Record<string, Vector3> = {
    body: [1.2 * wave - body, 0, 0],
    head: [body * (isFlipper ? 0.55 : 0.5) - 1.2 * wave, 12 * wave, 0],
    tail: [tail < 30 ? tail - 4 : 0, 0, 0],
  };
  for (let index = 0; index < share; index += 1)
    joints[`neck${index}`] = [(body * (isFlipper ? 0.35 : 0.5)) / share, 0, 0];
  return {
    joints,
    shift: [0, 0, 0],
    steps: isFlipper ? 'trail' : 'hidden',
    wings: isFlipper ? { arm: -8 + 22 * wave, hand: -14 + 26 * wave, flex: 0.5 } : 'folded',
    tail: 0,
    ...(isFlipper ? {} : { depth }),
  };
}
