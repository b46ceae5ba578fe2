// Turns the shape of a surface into where up and front are, for models without a skeleton.
import type { Axis } from '@diorama/assets';
import { ALL_AXES, axisOf, DIRECTIONS, squareTo } from './axes.ts';
import type { Judgement } from './judgement.ts';

/** Points of a surface, and the box that they fill. */
export interface Shape {
  /** x, y, z of each. */
  readonly points: Float64Array;
  readonly least: readonly [number, number, number];
  readonly greatest: readonly [number, number, number];
}

export function shapeOf(points: Float64Array): Shape {
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const greatest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let at = 0; at < points.length; at += 1) {
    const axis = (at % 3) as 0 | 1 | 2;
    least[axis] = Math.min(least[axis], points[at]!);
    greatest[axis] = Math.max(greatest[axis], points[at]!);
  }
  return { points, least, greatest };
}

/** glTF says +Y; only a model that does not stand that way, and does stand another way of `among`, is turned. */
export function judgeUpByShape(shape: Shape, kind: string, among: readonly Axis[] = ALL_AXES): Judgement<Axis> {
  const usual: Judgement<Axis> = among.includes('+Y')
    ? { value: '+Y', reason: 'as glTF has it', isSure: true }
    : { value: '+Z', reason: 'as its front is along Y', isSure: true };
  const isQuadruped = kind === 'carnivore' || kind === 'herbivore';
  if (kind === 'tree') {
    const lying = judgeUpOfTree(shape);
    return lying !== undefined && among.includes(lying.value) ? lying : usual;
  }
  if (!isQuadruped || standsOnLegs(shape, usual.value)) return usual;
  const other = LIKELY_MISTAKES.find((axis) => among.includes(axis) && standsOnLegs(shape, axis));
  if (other === undefined) return { ...usual, isSure: false };
  return { value: other, reason: `by its legs, on which it would not stand with ${usual.value} up`, isSure: false };
}

/** A tree is alike on all sides, but not above and below. Undefined where it stands on +Y. */
function judgeUpOfTree(shape: Shape): Judgement<Axis> | undefined {
  const alike = [0, 1, 2].map((axis) => symmetryAcross(shape, axis)) as [number, number, number];
  const index = alike[0] < alike[2] ? 0 : 2;
  if (alike[index] > alike[1] - UNLIKE) return undefined;
  const [here, there] = ([1, -1] as const).map((sign) => slab(shape, axisOf(index, sign), TRUNK).share);
  return {
    value: axisOf(index, here! > CROWNED * there! ? -1 : 1),
    reason: 'by its trunk, on which it would not stand with +Y up',
    isSure: false,
  };
}

/** A lying tree is less alike across its length than across its thickness, by this much at least. */
const UNLIKE = 0.12;
/** Where a trunk is bare in every tree, as shares of the height: below are roots, or a plate that it stands on. */
const TRUNK: Slice = { from: 0.01, to: 0.06 };
/** The crown's end covers more than so many times what the trunk's end covers. */
const CROWNED = 3;

/** Z is up in Blender, so that is where most lying models come from. */
const LIKELY_MISTAKES: readonly Axis[] = ['+Z', '-Z', '+X', '-X', '-Y'];

/** Animals are alike left and right, and carry their heads higher than what is behind. */
export function judgeFrontByShape(shape: Shape, up: Axis): Judgement<Axis> {
  const [one, other] = [0, 1, 2].filter((index) => index !== DIRECTIONS[up].index) as [number, number];
  const lead = symmetryAcross(shape, one) - symmetryAcross(shape, other);
  const length = lead > 0 ? other : one;
  const rise = meanHeightAtEnd(shape, up, length, 1) - meanHeightAtEnd(shape, up, length, -1);
  return {
    value: axisOf(length, rise < 0 ? -1 : 1),
    reason: 'by its two like sides and its raised head',
    isSure: Math.abs(lead) > CLEAR && Math.abs(rise) > CLEAR,
  };
}

/** A lead of likeness, or of height, by less than this may be chance. */
const CLEAR = 0.05;

/** How much of a surface meets itself when it is mirrored across the middle of an axis, 0..1. */
function symmetryAcross({ points, least, greatest }: Shape, axis: number): number {
  const size = Math.max(...[0, 1, 2].map((index) => greatest[index]! - least[index]!));
  const cell = size / CELLS;
  const cellOf = (x: number, y: number, z: number): number => {
    const [i, j, k] = [x, y, z].map((value, index) => Math.floor((value - least[index]!) / cell)) as [
      number,
      number,
      number,
    ];
    return (i * 2 * CELLS + j) * 2 * CELLS + k;
  };
  const filled = new Set<number>();
  for (let at = 0; at < points.length; at += 3) filled.add(cellOf(points[at]!, points[at + 1]!, points[at + 2]!));
  let met = 0;
  for (let at = 0; at < points.length; at += 3) {
    const mirrored: [number, number, number] = [points[at]!, points[at + 1]!, points[at + 2]!];
    mirrored[axis] = least[axis]! + greatest[axis]! - mirrored[axis]!;
    if (filled.has(cellOf(...mirrored))) met += 1;
  }
  return met / (points.length / 3);
}
/** Along the longest side: as large as a muzzle, so that likeness forgives hair and a turned head. */
const CELLS = 16;

/** Of the outer fifth at one end, 0..1. */
function meanHeightAtEnd({ points, least, greatest }: Shape, up: Axis, length: number, end: 1 | -1): number {
  const { index, sign } = DIRECTIONS[up];
  const [middle, half] = [(least[length]! + greatest[length]!) / 2, (greatest[length]! - least[length]!) / 2];
  const tall = greatest[index]! - least[index]!;
  let [sum, count] = [0, 0];
  for (let at = 0; at < points.length; at += 3) {
    if ((end * (points[at + length]! - middle)) / half < END) continue;
    const above = (points[at + index]! - least[index]!) / tall;
    sum += sign > 0 ? above : 1 - above;
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

/** Halves of the length from the middle: beyond are head and neck, or the rump. */
const END = 0.6;

/** Feet are small and far apart. */
function standsOnLegs(shape: Shape, up: Axis): boolean {
  const { fill, spread } = slab(shape, up, FEET);
  return spread > LEGS_APART && fill < LEGS_FILL;
}

/** Shares of the height at which there are feet and nothing else, even of a dachshund. */
const FEET: Slice = { from: 0.02, to: 0.12 };
/** From fore to hind feet it is more than this share of the length; a fish on its belly, or a head, rests on less. */
const LEGS_APART = 0.35;
/** Four feet fill less than this of the box around them; a flank on which an animal lies fills more. */
const LEGS_FILL = 0.4;

/** A slice of a model, by shares of its height. */
interface Slice {
  readonly from: number;
  readonly to: number;
}

interface Slab {
  /** How much of its own box it fills, seen from above. */
  readonly fill: number;
  /** Its longer side by the model's longer side, seen from above. */
  readonly spread: number;
  /** The area that it covers by what the model covers, seen from above. */
  readonly share: number;
}

function slab({ points, least, greatest }: Shape, up: Axis, { from, to }: Slice): Slab {
  const { index, sign } = DIRECTIONS[up];
  const [u, v] = squareTo(up)
    .filter((axis) => DIRECTIONS[axis].sign > 0)
    .map((axis) => DIRECTIONS[axis].index) as [0 | 1 | 2, 0 | 1 | 2];
  const tall = greatest[index]! - least[index]!;
  const cell = Math.max(greatest[u] - least[u], greatest[v] - least[v]) / SLAB_CELLS;
  const [all, inside] = [new Set<number>(), new Set<number>()];
  const box = { left: Infinity, right: -Infinity, near: Infinity, far: -Infinity };
  for (let at = 0; at < points.length; at += 3) {
    const column = Math.floor((points[at + u]! - least[u]) / cell);
    const row = Math.floor((points[at + v]! - least[v]) / cell);
    all.add(column * 2 * SLAB_CELLS + row);
    const above = (points[at + index]! - least[index]!) / tall;
    const height = sign > 0 ? above : 1 - above;
    if (height < from || to < height) continue;
    inside.add(column * 2 * SLAB_CELLS + row);
    box.left = Math.min(box.left, column);
    box.right = Math.max(box.right, column);
    box.near = Math.min(box.near, row);
    box.far = Math.max(box.far, row);
  }
  if (inside.size === 0) return { fill: 1, spread: 0, share: 1 };
  const [wide, deep] = [box.right - box.left + 1, box.far - box.near + 1];
  return {
    fill: inside.size / (wide * deep),
    spread: Math.max(wide, deep) / SLAB_CELLS,
    share: inside.size / all.size,
  };
}
/** Along the longer side: a hoof fills about one. */
const SLAB_CELLS = 24;
