// Turns the row of a conifer's table into an individual: whorls of boughs around a straight trunk, with sprays of needles.
import {
  cosDegrees,
  extend,
  extendNumber,
  type Key,
  type LinearColor,
  type Model,
  pow,
  sinDegrees,
  type Vector3,
} from '@diorama/geometry';
import { createDraws, type Draws } from '../../build/draws.ts';
import { createMeshBuilder } from '../../build/mesh-builder.ts';
import { presentParts, sheetPart, solidPart } from '../../build/part.ts';
import { add, along, unit } from '../../build/vectors.ts';
import { addSprays } from './add-sprays.ts';
import { addLimbs, type Limb } from './add-wood.ts';
import type { Bark } from './bark.ts';
import { type Fineness, SIDES } from './build-crown.ts';

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
  /** In a whorl. */
  readonly boughs: readonly [least: number, most: number];
  /** How far the lowest boughs rise (positive) or hang over their length, and how far their tips lift. */
  readonly rise: number;
  readonly lift: number;
  /** Sprays of needles on a metre of bough; 0 for a dead tree. */
  readonly sprays: number;
  readonly sprayLength: number;
  /** Half of it. */
  readonly sprayWidth: number;
  /** How far sprays stand from a bough to the sides, as a share of its length. */
  readonly spread: number;
  /** How many of the sprays hang. */
  readonly hanging: number;
  readonly inner: LinearColor;
  readonly outer: LinearColor;
  readonly bark: Bark;
  /** Snow on the boughs: 0..1. */
  readonly snow?: number;
}

export interface Bough {
  readonly points: readonly Vector3[];
  readonly outward: Vector3;
  readonly reach: number;
  /** 0 at the foot of the crown, 1 at its top. */
  readonly t: number;
}

/** In metres of its table; the trunk's foot is at the origin. */
export function buildConifer(table: ConiferTable, key: Key, { detail, most }: Fineness): Model {
  const draws = createDraws(extend(key, 'conifer'));
  const sway = draws.between(0.03, 0.14);
  const own: ConiferTable = {
    ...table,
    reach: table.reach * draws.between(0.78, 1.2),
    rise: table.rise + draws.between(-0.12, 0.12),
    taper: table.taper * draws.between(0.82, 1.15),
    clear: table.clear * draws.between(0.5, 1.8),
  };
  const top = table.sprays === 0 ? draws.between(0.72, 1) : 1;
  const trunkAt = (t: number): Vector3 => [
    sway * sinDegrees(170 * t),
    table.height * t,
    sway * (sinDegrees(230 * t) - 0.5 * sinDegrees(90 * t)),
  ];
  const boughs = growBoughs(own, key, trunkAt, top, draws);
  const seed = draws.seed();
  const [wood, needles] = [createMeshBuilder(), createMeshBuilder()];
  const limbs = [trunkOf(own, trunkAt, top), ...boughs.map((bough) => limbOf(own, bough))];
  if (table.sprays === 0) limbs.push(...boughs.flatMap((bough, index) => sideTwigs(bough, extendNumber(key, index))));
  const share = table.sprays === 0 ? 1 : 0.24;
  addLimbs(wood, limbs, { bark: own.bark, seed, most: share * most, sides: SIDES[detail] });
  if (table.sprays > 0) addSprays(needles, boughs, own, seed, most - wood.indices.length / 3);
  return { parts: presentParts(solidPart('bark', wood), sheetPart('needles', needles)) };
}

function growBoughs(
  table: ConiferTable,
  key: Key,
  trunkAt: (t: number) => Vector3,
  top: number,
  draws: Draws,
): readonly Bough[] {
  const boughs: Bough[] = [];
  const end = table.height * top - (top < 1 ? 0.3 : 0.1);
  let height = table.height * table.clear;
  while (height < end) {
    const t = (height / table.height - table.clear) / (1 - table.clear);
    const reach = table.reach * pow(Math.max(0.001, 1 - t), table.taper) + 0.1;
    const [least, most] = table.boughs;
    const count = Math.round((least + (most - least) * draws.next()) * (1 - 0.35 * t));
    const first = 360 * draws.next();
    for (let bough = 0; bough < count; bough += 1) {
      const own = createDraws(extendNumber(extendNumber(key, Math.round(1000 * height)), bough));
      const turn = first + (360 * bough) / count + own.between(-16, 16);
      const broken = table.sprays === 0 ? own.between(0.15, 1.1) : own.between(0.72, 1.14);
      const level = Math.min(table.height * top, height + own.between(-0.28, 0.28) * table.gap);
      boughs.push(growBough(table, trunkAt(level / table.height), turn, reach * broken, t, own));
    }
    height += table.gap * (1 - 0.55 * t);
  }
  return boughs;
}

function growBough(table: ConiferTable, root: Vector3, turn: number, reach: number, t: number, draws: Draws): Bough {
  const outward: Vector3 = [cosDegrees(turn), 0, sinDegrees(turn)];
  const aside = draws.between(-0.12, 0.12);
  // Boughs near the top rise; old ones droop, and lift their tips.
  const rise = table.rise + 0.95 * t * t + draws.between(-0.08, 0.08);
  const points = Array.from({ length: 6 }, (_, index): Vector3 => {
    const q = index / 5;
    const height = reach * (rise * q + table.lift * (1 - 0.6 * t) * q * q * q);
    return add(along(root, outward, reach * q * (1 - 0.08 * q)), [
      -outward[2] * aside * reach * q * q,
      Math.max(0.12 - root[1], height),
      outward[0] * aside * reach * q * q,
    ]);
  });
  return { points, outward, reach, t };
}

function trunkOf(table: ConiferTable, trunkAt: (t: number) => Vector3, top: number): Limb {
  const rings = Array.from({ length: 25 }, (_, ring) => (top * ring) / 24);
  return { points: rings.map(trunkAt), radii: rings.map((t) => table.trunkRadius * (1 - t) + 0.01), isTrunk: true };
}

function limbOf({ sprays }: ConiferTable, { points, reach, t }: Bough): Limb {
  const thick = (0.012 + 0.014 * reach) * (sprays === 0 ? 1.5 : 1.1) * (1.2 - 0.5 * t);
  return { points, radii: points.map((_, index) => thick * (1 - 0.16 * index)) };
}

/** What is left of a dead bough's branches. */
function sideTwigs({ points, outward, reach }: Bough, key: Key): Limb[] {
  const draws = createDraws(extend(key, 'twigs'));
  const count = Math.round(reach * 6);
  return Array.from({ length: count }, (_, index): Limb => {
    const q = 0.25 + (0.7 * (index + draws.next())) / count;
    const at = Math.min(4, Math.floor(q * 5));
    const [a, b] = [points[at]!, points[at + 1]!];
    const rest = q * 5 - at;
    const root: Vector3 = [a[0] + (b[0] - a[0]) * rest, a[1] + (b[1] - a[1]) * rest, a[2] + (b[2] - a[2]) * rest];
    const side = index % 2 === 0 ? 1 : -1;
    const direction = unit(add(outward, [-outward[2] * side, draws.between(-0.7, 0.05), outward[0] * side]));
    const long = reach * draws.between(0.1, 0.35) * (1.2 - q);
    const bent = add(along(root, direction, long), [0, -0.18 * long, 0]);
    return { points: [root, along(root, direction, 0.5 * long), bent], radii: [0.011, 0.008, 0.003] };
  });
}
