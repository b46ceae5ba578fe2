// Adds a bird's legs: a feathered thigh, a bare leg, toes and claws; each foot goes where the pose wants it.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import { addQuad, addVertex, appendMesh, type MeshBuilder } from '../../build/mesh-builder.ts';
import { mix } from '../../build/noise.ts';
import { addTube } from '../../build/shapes.ts';
import { add, along, blend, dot, length, scale, subtract, unit } from '../../build/vectors.ts';
import { applyFrame, type Frame, rotationOf, turnByFrame } from '../../solid/skeleton.ts';
import type { BirdPose, Step } from './bird-poses.ts';
import type { BirdTable, LegTable } from './bird-table.ts';
import { type ChainStation, loftChain } from './loft-body.ts';
import type { Look } from './look.ts';

/** The joints of a leg in its pose, and how its foot is held. */
export interface PosedLeg {
  readonly side: number;
  readonly knee: Vector3;
  readonly ankle: Vector3;
  readonly foot: Vector3;
  readonly step: Step;
}

/** The left and the right leg; none where nobody sees them. */
export function poseLegs({ leg }: BirdTable, body: Frame, { steps }: BirdPose): readonly PosedLeg[] {
  if (steps === 'hidden') return [];
  return [-1, 1].map((side, index): PosedLeg => {
    const [knee, ankle, foot] = leg.points.map(([x, y, z]): Vector3 => [x, y, z * side]) as [Vector3, Vector3, Vector3];
    const [thigh, shank] = [length(subtract(ankle, knee)), length(subtract(foot, ankle))];
    const at = applyFrame(body, knee);
    if (typeof steps === 'string') {
      const [bent, end] = steps === 'trail' ? trailing(at, thigh, shank) : tucked(at, thigh, shank);
      const [pitch, curl] = steps === 'trail' ? [-172, 0.25] : [-24, 1.3];
      return { side, knee: at, ankle: bent, foot: end, step: { move: [0, 0, 0], pitch, curl } };
    }
    const step = steps[index]!;
    const [bent, end] = reachFor(at, add(foot, step.move), thigh, shank);
    return { side, knee: at, ankle: bent, foot: end, step };
  });
}

/** What hangs on a joint of a leg has just been added: its thigh, its bare leg, or its toes. */
export type Drawn = (bone: `${'hip' | 'ankle' | 'foot'}${number}`) => void;

export function addLegs(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  { leg }: BirdTable,
  legs: readonly PosedLeg[],
  look: Look,
  drawn: Drawn,
): void {
  for (const posed of legs) addLeg(solid, sheets, leg, posed, look, drawn);
}

function trailing(knee: Vector3, thigh: number, shank: number): [Vector3, Vector3] {
  const ankle = add(knee, [-0.996 * thigh, -0.09 * thigh, 0]);
  return [ankle, add(ankle, [-0.992 * shank, -0.02 * shank, 0])];
}

function tucked(knee: Vector3, thigh: number, shank: number): [Vector3, Vector3] {
  const ankle = add(knee, [-0.992 * thigh, -0.12 * thigh, 0]);
  return [ankle, add(ankle, [0.975 * shank, -0.22 * shank, 0])];
}

/** Ankle and foot of a leg that reaches for a point, or as near to it as it can; the ankle bends backwards. */
function reachFor(knee: Vector3, target: Vector3, thigh: number, shank: number): [Vector3, Vector3] {
  const way = subtract(target, knee);
  const far = Math.min(length(way), 0.999 * (thigh + shank));
  const direction = unit(way);
  const share = (thigh * thigh + far * far - shank * shank) / (2 * far * thigh);
  const cosine = Math.max(-1, Math.min(1, share));
  const across = Math.sqrt(1 - cosine * cosine);
  // Square to the way, backwards, in the plane of the side view.
  const back = unit([direction[1], -direction[0], 0]);
  const ankle = add(along(knee, direction, thigh * cosine), scale(back, thigh * across));
  return [ankle, along(knee, direction, far)];
}

function addLeg(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  leg: LegTable,
  { knee, ankle, foot, step, side }: PosedLeg,
  { detail, shade }: Look,
  drawn: Drawn,
): void {
  const sides = { high: 12, medium: 8, low: 5 }[detail];
  const coat = scale(leg.thighColor, shade);
  const [thick, thin] = leg.thigh;
  const shin = leg.feathered === true ? blend(ankle, foot, 0.5) : along(ankle, unit(subtract(ankle, knee)), thin * 0.5);
  const stations: ChainStation[] = [
    {
      at: inwards(along(knee, unit(subtract(knee, ankle)), thick * 0.4), 0.72),
      halfHeight: thick * 0.66,
      halfWidth: thick * 0.4,
    },
    { at: inwards(knee, 0.92), halfHeight: thick * 0.92, halfWidth: thick * 0.68 },
    { at: blend(knee, ankle, 0.5), halfHeight: thick * 0.66, halfWidth: thick * 0.56 },
    { at: blend(knee, ankle, 0.85), halfHeight: mix(thick, thin, 0.86), halfWidth: mix(thick, thin, 0.86) * 0.95 },
    { at: shin, halfHeight: thin * 0.85, halfWidth: thin * 0.85 },
  ];
  if (leg.feathered === true)
    stations.push({ at: along(foot, [0, 1, 0], leg.radius * 0.5), halfHeight: thin * 0.7, halfWidth: thin * 0.7 });
  const [rings, thighSides] = ({ high: [16, 16], medium: [9, 10], low: [4, 5] } as const)[detail];
  appendMesh(
    solid,
    loftChain(stations, rings, thighSides, (share) => scale(coat, 1.05 - 0.25 * share)),
  );
  drawn(`hip${side}`);
  const tones = [0.85, 0.8, 1, 0.9];
  // Where the leg is folded back on itself, it begins at the ankle, in the feathers: a tube cannot turn round.
  const first = dot(unit(subtract(ankle, knee)), unit(subtract(foot, ankle))) < -0.5 ? 1 : 0;
  addTube(
    solid,
    [blend(knee, ankle, 0.8), ankle, blend(ankle, foot, 0.4), foot].slice(first),
    [0.95, 1.3, 0.9, 1.1].slice(first).map((share) => share * leg.radius),
    (index): LinearColor => scale(leg.color, tones[first + index]!),
    { sides: Math.max(5, sides - 4) },
  );
  drawn(`ankle${side}`);
  addFoot(solid, sheets, leg, foot, step, side, detail);
  drawn(`foot${side}`);
}

/** Nearer to the middle of the body. */
function inwards([x, y, z]: Vector3, share: number): Vector3 {
  return [x, y, z * share];
}

const TOES: Readonly<Record<LegTable['toes'], readonly (readonly [forwards: number, outwards: number])[]>> = {
  three: [
    [0.77, -0.5],
    [1, 0.04],
    [0.77, 0.56],
    [-0.6, -0.08],
  ],
  yoked: [
    [0.9, -0.28],
    [0.92, 0.24],
    [-0.6, -0.34],
    [-0.66, 0.3],
  ],
  webbed: [
    [0.84, -0.42],
    [1, 0.06],
    [0.84, 0.52],
    [-0.26, -0.06],
  ],
  two: [
    [1, -0.05],
    [0.62, 0.42],
  ],
};

function addFoot(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  leg: LegTable,
  foot: Vector3,
  { pitch, curl }: Step,
  side: number,
  detail: Look['detail'],
): void {
  const turn = rotationOf([pitch, 0, 0]);
  const height = leg.points[2][1];
  const radius = leg.toeRadius ?? leg.radius * 0.8;
  const place = (x: number, y: number, z: number) => add(foot, turnByFrame(turn, [x, y, z * side]));
  const tips: Vector3[] = [];
  for (const [forwards, outwards] of TOES[leg.toes]) {
    const [x, z] = [forwards * leg.toe, outwards * leg.toe];
    const ground = radius * 0.85 - height;
    const bent = 0.45 * leg.toe * curl * Math.abs(forwards);
    const middle = place(x * 0.5, ground * 0.55 + radius * 0.7 - bent * 0.2, z * 0.5);
    const tip = place(x * (1 - 0.25 * curl), ground - bent, z * (1 - 0.2 * curl));
    tips.push(tip);
    const [line, radii] =
      detail === 'low'
        ? [
            [foot, tip],
            [1, 0.72],
          ]
        : [
            [foot, middle, tip],
            [1.05, 1, 0.72],
          ];
    const sides = { high: 7, medium: 4, low: 3 }[detail];
    addTube(
      solid,
      line,
      radii.map((share) => share * radius),
      () => leg.color,
      { sides },
    );
    if (leg.claw === 0 || detail === 'low') continue;
    const claw = leg.claw * (forwards < 0 ? 1.15 : 1);
    const [cx, cz] = [forwards * 0.75 * claw, outwards * 0.75 * claw];
    const rise = radius * 0.25;
    const end = place(
      x * (1 - 0.25 * curl) + cx,
      Math.max(ground - bent - radius * 0.8, ground - bent - claw * 0.6),
      z * (1 - 0.2 * curl) + cz,
    );
    const arch = along(blend(tip, end, 0.55), turnByFrame(turn, [0, 1, 0]), claw * 0.22 + rise);
    addTube(
      solid,
      [tip, arch, end],
      [radius * 0.62, radius * 0.5, radius * 0.08],
      () => leg.clawColor ?? [0.015, 0.013, 0.012],
      {
        sides: detail === 'high' ? 6 : 3,
      },
    );
  }
  if (leg.toes === 'webbed') addWeb(sheets, foot, tips, turnByFrame(turn, [0, 1, 0]), scale(leg.color, 0.8));
}

function addWeb(sheets: MeshBuilder, foot: Vector3, tips: readonly Vector3[], up: Vector3, color: LinearColor): void {
  const inner = blend(blend(tips[0]!, tips[1]!, 0.5), foot, 0.12);
  const outer = blend(blend(tips[1]!, tips[2]!, 0.5), foot, 0.12);
  const corner = (point: Vector3) => addVertex(sheets, point, up, color);
  const [root, a, ab, b, bc, c] = [foot, tips[0]!, inner, tips[1]!, outer, tips[2]!].map(corner) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const turned = faces(foot, tips[0]!, tips[1]!, up);
  const quad = (p: number, q: number, r: number, s: number) =>
    turned ? addQuad(sheets, p, q, r, s) : addQuad(sheets, p, s, r, q);
  quad(root, a, ab, b);
  quad(root, b, bc, c);
}

function faces(a: Vector3, b: Vector3, c: Vector3, up: Vector3): boolean {
  const [u, v] = [subtract(b, a), subtract(c, a)];
  return (
    (u[1] * v[2] - u[2] * v[1]) * up[0] + (u[2] * v[0] - u[0] * v[2]) * up[1] + (u[0] * v[1] - u[1] * v[0]) * up[2] > 0
  );
}
