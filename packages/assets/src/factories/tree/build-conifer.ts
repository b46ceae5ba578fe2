// Turns the row of a conifer's table into an individual: whorls of boughs around a straight trunk, with sprays of needles.
import {
  cosDegrees,
  extend,
  type Key,
  type LinearColor,
  type Model,
  pow,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { createMeshBuilder, type MeshBuilder } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { addLeaf, addTube } from '../../build/shapes.ts';
import { add, along, blend, scale, unit } from '../../build/vectors.ts';

/** Metres. */
export interface ConiferTable {
  readonly height: number;
  readonly trunkRadius: number;
  /** Where the lowest boughs are, as a share of the height. */
  readonly clear: number;
  /** The length of the lowest boughs. */
  readonly reach: number;
  /** 1: a cone; less: a crown that stays wide for longer. */
  readonly taper: number;
  /** Between two whorls, at the foot of the crown. */
  readonly gap: number;
  /** How far boughs rise (positive) or hang over their length. */
  readonly rise: number;
  /** Sprays of needles on a metre of bough; 0 for a dead tree. */
  readonly sprays: number;
  readonly sprayLength: number;
  readonly inner: LinearColor;
  readonly outer: LinearColor;
  readonly bark: LinearColor;
  /** Snow on the boughs: 0..1. */
  readonly snow?: number;
}

/** In metres of its table; the trunk's foot is at the origin. */
export function buildConifer(table: ConiferTable, key: Key): Model {
  const draws = createDraws(extend(key, 'conifer'));
  const [wood, needles] = [createMeshBuilder(), createMeshBuilder()];
  const sway = draws.between(0.05, 0.16);
  const trunkAt = (t: number): Vector3 => [sway * sinDegrees(170 * t), table.height * t, sway * sinDegrees(230 * t)];
  addTrunk(wood, table, trunkAt, draws);
  const crown = 1 - table.clear;
  let height = table.height * table.clear;
  while (height < table.height - 0.12) {
    const t = (height / table.height - table.clear) / crown;
    const reach = table.reach * pow(Math.max(0.001, 1 - t), table.taper) + 0.12;
    const boughs = 5 + Math.floor(3 * draws.next());
    const first = 360 * draws.next();
    for (let bough = 0; bough < boughs; bough += 1) {
      const turn = first + (360 * bough) / boughs + draws.between(-14, 14);
      const own = reach * draws.between(0.75, 1.15);
      const root = trunkAt(Math.min(1, (height + draws.between(-0.12, 0.12)) / table.height));
      addBough(wood, needles, table, { root, turn, reach: own, t }, draws);
    }
    height += table.gap * (1 - 0.35 * t);
  }
  return { parts: presentParts(solidPart('bark', wood), sheetPart('needles', needles)) };
}

function addTrunk(mesh: MeshBuilder, table: ConiferTable, trunkAt: (t: number) => Vector3, draws: Draws): void {
  const points: Vector3[] = [];
  const radii: number[] = [];
  for (let ring = 0; ring <= 14; ring += 1) {
    const t = ring / 14;
    points.push(trunkAt(t));
    radii.push(table.trunkRadius * (1 - t) + 0.012 + (ring === 0 ? 0.3 * table.trunkRadius : 0));
  }
  addTube(mesh, points, radii, () => scale(table.bark, draws.between(0.8, 1.2)), { sides: 9 });
}

interface Bough {
  readonly root: Vector3;
  /** Degrees about the trunk. */
  readonly turn: number;
  readonly reach: number;
  /** 0 at the foot of the crown, 1 at its top. */
  readonly t: number;
}

function addBough(wood: MeshBuilder, needles: MeshBuilder, table: ConiferTable, bough: Bough, draws: Draws): void {
  const { root, turn, reach, t } = bough;
  const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
  const rise = table.rise + 0.35 * t;
  const points = Array.from({ length: 5 }, (_, index): Vector3 => {
    const q = index / 4;
    return add(along(root, outward, reach * q), [0, reach * (rise * q + 0.18 * q * q), 0]);
  });
  const radii = [0.04, 0.03, 0.022, 0.014, 0.005].map((radius) => radius * (1.15 - t) * (table.sprays === 0 ? 1.3 : 1));
  addTube(wood, points, radii, () => scale(table.bark, 0.8), { sides: 3 });
  const sprays = table.sprays === 0 ? 0 : Math.max(4, Math.round(reach * table.sprays));
  for (let spray = 0; spray < sprays; spray += 1) {
    const q = (spray + 0.6) / sprays;
    const index = Math.min(3, Math.floor(q * 4));
    const at = blend(points[index]!, points[index + 1]!, q * 4 - index);
    const side: Vector3 = scale([-outward[2], 0, outward[0]], spray % 2 === 0 ? -1 : 1);
    const fall = draws.between(-0.22, 0.08);
    const direction = unit(add(along(scale(outward, 0.75), side, 0.75 * (1.1 - q)), [0, fall, 0]));
    const white = table.snow !== undefined && draws.next() < table.snow;
    const green = scale(blend<LinearColor>(table.inner, table.outer, q), draws.between(0.75, 1.25));
    const length = table.sprayLength * (0.5 + 0.6 * (1 - q)) * (1.05 - 0.4 * t);
    addLeaf(
      needles,
      at,
      direction,
      unit(add([0, 1, 0], scale(outward, 0.7))),
      { length, halfWidth: 0.085 },
      white ? [0.82, 0.85, 0.9] : green,
    );
    const under = unit(add(direction, [0, -0.55, 0]));
    addLeaf(
      needles,
      at,
      under,
      unit(add([0, 0.6, 0], outward)),
      { length: length * 0.85, halfWidth: 0.07 },
      scale(green, 0.8),
    );
  }
}

export const SPRUCE: ConiferTable = {
  height: 9.5,
  trunkRadius: 0.24,
  clear: 0.11,
  reach: 2.35,
  taper: 0.8,
  gap: 0.3,
  rise: -0.28,
  sprays: 11,
  sprayLength: 0.6,
  inner: [0.015, 0.055, 0.022],
  outer: [0.04, 0.12, 0.045],
  bark: [0.16, 0.095, 0.06],
};

/** A Scots pine: a bare red trunk, boughs only near the top. */
export const PINE: ConiferTable = {
  ...SPRUCE,
  height: 10,
  clear: 0.42,
  reach: 2.5,
  taper: 0.42,
  gap: 0.42,
  rise: 0.1,
  sprays: 15,
  sprayLength: 0.55,
  inner: [0.025, 0.07, 0.03],
  outer: [0.06, 0.15, 0.06],
  bark: [0.28, 0.12, 0.06],
};

export const LARCH: ConiferTable = {
  ...SPRUCE,
  reach: 2.1,
  sprays: 8,
  sprayLength: 0.5,
  inner: [0.07, 0.13, 0.03],
  outer: [0.17, 0.26, 0.06],
};

export const SNOWY_SPRUCE: ConiferTable = { ...SPRUCE, snow: 0.6 };

export const DEAD_SPRUCE: ConiferTable = { ...SPRUCE, sprays: 0, gap: 0.5, reach: 1.7, bark: [0.2, 0.18, 0.16] };
