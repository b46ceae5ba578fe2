// Turns a key into a coconut palm: a ringed, curved trunk under a crown of arching fronds of leaflets.
import {
  cosDegrees,
  exp,
  extend,
  extendNumber,
  type Key,
  type LinearColor,
  type Model,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { addQuad, addVertex, createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { hash } from '../../build/noise.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addBall, addLeaf, addTube } from '../../build/shapes.ts';
import { depthUnder } from '../../build/slope.ts';
import { add, along, blend, scale, unit } from '../../build/vectors.ts';
import type { Fineness } from './build-crown.ts';

/** The trunk's radius at the ground, metres. */
const FOOT = 0.29;

/** Degrees between two leaves of a spiral that never repeats. */
const GOLDEN_ANGLE = 137.50776405;

/** Leaflets on one side of a frond, points of a leaflet's blade, and rings and corners of the trunk. */
const COUNTS = {
  high: { leaflets: 50, blade: 4, rings: 80, sides: 14 },
  medium: { leaflets: 40, blade: 2, rings: 48, sides: 9 },
  low: { leaflets: 12, blade: 2, rings: 14, sides: 5 },
} as const;

/** In metres; the trunk's foot is at the origin. */
export function buildPalm(key: Key, { detail }: Fineness): Model {
  const draws = createDraws(extend(key, 'palm'));
  const counts = COUNTS[detail];
  const [wood, fronds] = [createMeshBuilder(), createMeshBuilder()];
  const height = draws.between(5, 8.8);
  const lean = draws.between(0.2, 1.9);
  const bow = draws.between(-0.25, 0.25);
  const trunk = Array.from({ length: counts.rings + 1 }, (_, ring): Vector3 => {
    const t = ring / counts.rings;
    return [lean * t * t, height * t, bow * sinDegrees(150 * t)];
  });
  // The lowest ring goes into the ground.
  trunk[0] = [0, -depthUnder(FOOT), 0];
  // Scars of fallen fronds ring the trunk, 14 cm apart.
  const ringed = counts.rings > 20 ? 1 : 0;
  const girth = trunk.map(
    ([, y], ring) => 0.145 - 0.006 * y + 0.13 * exp(-2.2 * Math.max(0, y)) + 0.012 * ringed * (ring % 2 === 0 ? -1 : 1),
  );
  const barkAt = (ring: number): LinearColor =>
    scale([0.27, 0.225, 0.175], (ring % 2 === 0 ? 1 - 0.5 * ringed : 1.1) * (0.85 + 0.3 * hash(ring, 1, 1, 7)));
  addTube(wood, trunk, girth, barkAt, { sides: counts.sides });
  const top = trunk.at(-1)!;
  const count = 20 + Math.floor(7 * draws.next());
  const dead = Math.floor(4 * draws.next());
  for (let frond = 0; frond < count; frond += 1) {
    const own = createDraws(extendNumber(extend(key, 'frond'), frond));
    addFrond(wood, fronds, top, frond, { t: frond / (count - 1), isDead: frond >= count - dead, counts }, own);
  }
  const nuts = 5 + Math.floor(6 * draws.next());
  const ripe: LinearColor = draws.next() < 0.5 ? [0.17, 0.2, 0.05] : [0.26, 0.15, 0.05];
  for (let nut = 0; nut < nuts; nut += 1) {
    const turn = 360 * draws.next();
    const at = add(top, [0.24 * cosDegrees(turn), draws.between(-0.45, -0.15), 0.24 * sinDegrees(turn)]);
    if (detail !== 'low') addBall(wood, at, [0.12, 0.15, 0.12], scale(ripe, draws.between(0.7, 1.2)), 6);
  }
  return { parts: presentParts(solidPart('bark', wood), sheetPart('fronds', fronds)) };
}

interface FrondLook {
  /** 0 for the youngest, which stands upright, 1 for the oldest, which hangs. */
  readonly t: number;
  readonly isDead: boolean;
  readonly counts: (typeof COUNTS)[keyof typeof COUNTS];
}

function addFrond(
  wood: MeshBuilder,
  sheets: MeshBuilder,
  top: Vector3,
  frond: number,
  look: FrondLook,
  draws: Draws,
): void {
  const { t, isDead, counts } = look;
  const turn = frond * GOLDEN_ANGLE + draws.between(-9, 9);
  const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
  const across: Vector3 = [-outward[2], 0, outward[0]];
  const length = draws.between(2.7, 3.4) * (0.8 + 0.35 * t);
  // It leaves the crown at `climb` degrees, and bends down as it goes.
  const climb = 82 - (isDead ? 160 : 105) * t + draws.between(-8, 8);
  const bend = isDead ? 25 : 62 + 38 * draws.next();
  const steps = 12;
  const rachis: Vector3[] = [along(top, [0, 1, 0], 0.08 - 0.25 * t)];
  for (let step = 0; step < steps; step += 1) {
    const q = (step + 0.5) / steps;
    const angle = Math.max(-88, climb - bend * q * (0.5 + q));
    const [run, rise] = [cosDegrees(angle), sinDegrees(angle)];
    rachis.push(add(along(rachis.at(-1)!, outward, (run * length) / steps), [0, (rise * length) / steps, 0]));
  }
  const stalk: LinearColor = isDead ? [0.24, 0.17, 0.09] : [0.2, 0.23, 0.07];
  const stalkPoints = counts.sides < 8 ? rachis.filter((_, index) => index % 4 === 0) : rachis;
  const every = stalkPoints.length - 1;
  addTube(
    wood,
    stalkPoints,
    stalkPoints.map((_, index) => 0.045 * (1.04 - index / every)),
    () => stalk,
    { sides: 3 },
  );
  const larger = 50 / counts.leaflets;
  for (let leaflet = 0; leaflet < counts.leaflets; leaflet += 1) {
    const q = 0.14 + (0.86 * (leaflet + 0.5)) / counts.leaflets;
    const index = Math.min(steps - 1, Math.floor(q * steps));
    const at = blend(rachis[index]!, rachis[index + 1]!, q * steps - index);
    const forward = unit(add(rachis[index + 1]!, scale(rachis[index]!, -1)));
    const up = unit([
      -outward[0] * forward[1],
      Math.max(0.05, forward[0] * outward[0] + forward[2] * outward[2]),
      -outward[2] * forward[1],
    ]);
    const long = (0.28 + 0.62 * sinDegrees(180 * (0.1 + 0.82 * q))) * (isDead ? 0.7 : 1);
    const fresh = blend<LinearColor>([0.05, 0.115, 0.02], [0.17, 0.235, 0.05], 0.6 * (1 - t) + 0.4 * q);
    for (const side of [1, -1]) {
      const color = scale(isDead ? [0.27, 0.19, 0.1] : fresh, 0.78 + 0.44 * hash(frond, leaflet, side + 2, 3));
      const sideways = along(scale(across, side), forward, 0.45 + 0.7 * q * q);
      const lifted = unit(along(sideways, up, isDead ? -0.5 : 0.22));
      const normal = unit(along(up, across, 0.45 * side));
      addLeaflet(sheets, at, lifted, normal, { long, half: 0.023 * larger, points: counts.blade }, color);
    }
  }
}

/** A blade whose tip hangs. */
function addLeaflet(
  mesh: MeshBuilder,
  at: Vector3,
  direction: Vector3,
  normal: Vector3,
  { long, half, points }: { readonly long: number; readonly half: number; readonly points: number },
  color: LinearColor,
): void {
  const hanging = unit(add(direction, [0, -0.75, 0]));
  if (points < 3) return addLeaf(mesh, at, hanging, normal, { length: long, halfWidth: half * 1.2 }, color);
  const middle = along(at, direction, long * 0.45);
  const tip = along(middle, unit(add(direction, [0, -1.25, 0])), long * 0.55);
  const side = unit([
    direction[1] * normal[2] - direction[2] * normal[1],
    direction[2] * normal[0] - direction[0] * normal[2],
    direction[0] * normal[1] - direction[1] * normal[0],
  ]);
  const rows = [at, middle, tip].map((point, row) => {
    const width = [0.5, 1, 0.12][row]! * half;
    const tint = scale(color, row === 0 ? 0.7 : 1);
    return [
      addVertex(mesh, along(point, side, -width), normal, tint),
      addVertex(mesh, along(point, side, width), normal, tint),
    ];
  });
  for (const row of [0, 1]) addQuad(mesh, rows[row]![0]!, rows[row]![1]!, rows[row + 1]![1]!, rows[row + 1]![0]!);
}
