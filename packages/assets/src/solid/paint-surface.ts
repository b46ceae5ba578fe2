// Turns a posed surface into a colored one: each vertex learns which part of the body it is, and where it was at rest.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../build/mesh-builder.ts';
import { coneReach, type PosedCone, REGION_COUNT } from './round-cone.ts';
import type { Frame } from './skeleton.ts';
import { splitContrasts } from './split-contrasts.ts';
import type { Surface } from './surface-nets.ts';

/** What a coat knows of a point of the skin. */
export interface Skin {
  /** The point at rest, metres: patterns are fixed to it, and do not swim when a joint bends. */
  readonly rest: Vector3;
  /** The share of each region; they add up to 1. */
  readonly shares: Float64Array;
  /** How far along each region's chain the point is, metres. */
  readonly along: Float64Array;
  /** The normal, of length 1, in the pose. */
  readonly normal: Vector3;
}

/** The linear color of a point of the skin. */
export type Coat = (skin: Skin) => LinearColor;

/** Every vertex is painted once, in order; where colors meet, triangles are split `rounds` times, and the new vertices painted. */
export function paintSurface(
  surface: Surface,
  cones: readonly PosedCone[],
  frames: readonly Frame[],
  coat: Coat,
  rounds = 0,
): MeshBuilder {
  const { positions, normals, indices } = surface;
  const mesh: MeshBuilder = { positions, normals, colors: [], indices };
  const paint = createPainter(mesh, cones, frames, coat);
  const count = positions.length / 3;
  for (let vertex = 0; vertex < count; vertex += 1) paint(vertex);
  for (let round = 0; round < rounds && indices.length < 3 * MOST; round += 1)
    splitContrasts(mesh, paint, CONTRAST * (1 + round));
  return mesh;
}

/** Colors that differ by more are split, and in the next round only by twice as much: of 3 between white and black. */
const CONTRAST = 0.5;

/** A mesh of more triangles is not split again: they would have to go when it is simplified. */
const MOST = 20_000;

/** Gives each vertex of a mesh, in order, its color. */
function createPainter(
  { positions, normals, colors }: MeshBuilder,
  cones: readonly PosedCone[],
  frames: readonly Frame[],
  coat: Coat,
): (vertex: number) => void {
  const influence = createInfluence(cones);
  const shares = new Float64Array(REGION_COUNT);
  const along = new Float64Array(REGION_COUNT);
  return (vertex) => {
    const at = 3 * vertex;
    const count = influence.measure(positions[at]!, positions[at + 1]!, positions[at + 2]!);
    const rest = restPoint(positions, at, influence, count, frames);
    shareOut(rest, influence, count, shares, along);
    const [x, y, z] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    const size = Math.sqrt(x * x + y * y + z * z) || 1;
    const color = coat({ rest, shares, along, normal: [x / size, y / size, z / size] });
    colors.push(color[0], color[1], color[2]);
  };
}

/** The cones that have a say at a point. */
export interface Influence {
  readonly cones: readonly PosedCone[];
  /** Their indices among the cones, how much each says (they add up to 1), and where along itself. */
  readonly touched: Int32Array;
  readonly powers: Float64Array;
  readonly ways: Float64Array;
  /** Finds them for a point; gives their number. */
  measure(x: number, y: number, z: number): number;
}

/** A cone has its say within a box around it, and the less the further away. {@link coneDistance} is written out. */
export function createInfluence(cones: readonly PosedCone[]): Influence {
  const find = createFinder(cones.map(boxOf));
  const numbers = packCones(cones);
  const touched = new Int32Array(cones.length);
  const powers = new Float64Array(cones.length);
  const ways = new Float64Array(cones.length);
  const measure = (px: number, py: number, pz: number) => {
    let count = 0;
    let sum = 0;
    const near = find(px, py, pz);
    for (let place = 0; place < near.length; place += 1) {
      const index = near[place]!;
      const at = index * PACKED;
      let x = px - numbers[at]!;
      let y = py - numbers[at + 1]!;
      let z = pz - numbers[at + 2]!;
      const [ax, ay, az] = [numbers[at + 3]!, numbers[at + 4]!, numbers[at + 5]!];
      const share = (x * ax + y * ay + z * az) * numbers[at + 6]!;
      const t = share < 0 ? 0 : Math.min(share, 1);
      x -= ax * t;
      y -= ay * t;
      z -= az * t;
      const square = x * x + y * y + z * z;
      const reach = numbers[at + 7]!;
      if (square > reach * reach) continue;
      const radius = numbers[at + 8]! + numbers[at + 9]! * t;
      const flatness = numbers[at + 10]! + numbers[at + 11]! * t;
      const off = x * numbers[at + 12]! + y * numbers[at + 13]! + z * numbers[at + 14]!;
      const steep = 1 / (flatness * flatness);
      const extra = (steep - 1) * off * off;
      const stretched = square + extra || 1e-18;
      const length = Math.sqrt(stretched);
      const distance = ((length - radius) * length) / Math.sqrt(stretched + steep * extra);
      const fade = numbers[at + 15]!;
      if (distance >= fade) continue;
      const say = distance < 0 ? 1 : 1 - distance / fade;
      const power = say * say * say * say * say + 1e-9;
      touched[count] = index;
      powers[count] = power;
      ways[count] = t;
      sum += power;
      count += 1;
    }
    for (let index = 0; index < count; index += 1) powers[index] = powers[index]! / sum;
    return count;
  };
  return { cones, touched, powers, ways, measure };
}

/** The numbers of a cone's distance in a row: it is asked for a hundred thousand times. */
function packCones(cones: readonly PosedCone[]): Float64Array {
  const numbers = new Float64Array(PACKED * cones.length);
  cones.forEach((posed, index) => {
    const { cone, from, axis, inverseLength, radius, growth, flatness, flattening, flatAxis } = posed;
    const fade = fadeOf(posed);
    const reach = coneReach(cone) + fade;
    numbers.set(from, PACKED * index);
    numbers.set(axis, PACKED * index + 3);
    numbers.set([inverseLength, reach, radius, growth, flatness, flattening], PACKED * index + 6);
    numbers.set(flatAxis, PACKED * index + 12);
    numbers[PACKED * index + 15] = fade;
  });
  return numbers;
}
const PACKED = 16;

/** How far from its surface a cone has its say, metres. */
function fadeOf({ cone }: PosedCone): number {
  return 5 * (0.35 * cone.blend + 0.012);
}

/** Least x, y, z, greatest x, y, z. */
type Box = Float64Array;

function boxOf(posed: PosedCone): Box {
  const { cone, from, axis } = posed;
  const reach = coneReach(cone) + fadeOf(posed);
  const box = new Float64Array(6);
  for (let dimension = 0; dimension < 3; dimension += 1) {
    const [a, b] = [from[dimension]!, from[dimension]! + axis[dimension]!];
    box[dimension] = Math.min(a, b) - reach;
    box[3 + dimension] = Math.max(a, b) + reach;
  }
  return box;
}

/** Finds the boxes that may hold a point, in their order: those that touch its cube of a lattice around them all. */
function createFinder(boxes: readonly Box[]): (x: number, y: number, z: number) => readonly number[] {
  const least = [0, 1, 2].map((axis) => Math.min(...boxes.map((box) => box[axis]!)));
  const extents = [3, 4, 5].map((axis) => Math.max(...boxes.map((box) => box[axis]!)) - least[axis - 3]!);
  const [x0, y0, z0] = least as [number, number, number];
  const perMetre = CUBES / Math.max(...extents, 1e-9);
  const [columns, rows, layers] = extents.map((extent) => Math.floor(extent * perMetre) + 1) as [
    number,
    number,
    number,
  ];
  const lists: number[][] = Array.from({ length: columns * rows * layers }, () => []);
  boxes.forEach((box, index) => {
    const first = (axis: number) => Math.floor((box[axis]! - least[axis]!) * perMetre);
    const last = (axis: number, count: number) =>
      Math.min(count - 1, Math.floor((box[3 + axis]! - least[axis]!) * perMetre));
    for (let layer = first(2); layer <= last(2, layers); layer += 1) {
      for (let row = first(1); row <= last(1, rows); row += 1) {
        const at = (layer * rows + row) * columns;
        for (let column = first(0); column <= last(0, columns); column += 1) lists[at + column]!.push(index);
      }
    }
  });
  return (x, y, z) => {
    const [column, row, layer] = [
      Math.floor((x - x0) * perMetre),
      Math.floor((y - y0) * perMetre),
      Math.floor((z - z0) * perMetre),
    ];
    const isWithin = column >= 0 && column < columns && row >= 0 && row < rows && layer >= 0 && layer < layers;
    return isWithin ? lists[(layer * rows + row) * columns + column]! : NONE;
  };
}

/** Cubes along the longest side. */
const CUBES = 20;
const NONE: readonly number[] = [];

/** Where a point of the posed skin was at rest: the bones of the cones that have a say turn it back. */
function restPoint(
  positions: readonly number[],
  at: number,
  { cones, touched, powers, ways }: Influence,
  count: number,
  frames: readonly Frame[],
): Vector3 {
  const [x, y, z] = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
  RESTED.fill(0);
  if (count === 0) addRested(frames[0]!, x, y, z, 1);
  for (let index = 0; index < count; index += 1) {
    const { bone, endBone } = cones[touched[index]!]!.cone;
    const power = powers[index]!;
    const way = bone === endBone ? 0 : ways[index]!;
    addRested(frames[bone]!, x, y, z, power * (1 - way));
    if (way > 0) addRested(frames[endBone]!, x, y, z, power * way);
  }
  return [RESTED[0]!, RESTED[1]!, RESTED[2]!];
}
const RESTED = new Float64Array(3);

function addRested(frame: Frame, px: number, py: number, pz: number, share: number): void {
  const x = px - frame[3]!;
  const y = py - frame[7]!;
  const z = pz - frame[11]!;
  RESTED[0] = RESTED[0]! + share * (frame[0]! * x + frame[4]! * y + frame[8]! * z);
  RESTED[1] = RESTED[1]! + share * (frame[1]! * x + frame[5]! * y + frame[9]! * z);
  RESTED[2] = RESTED[2]! + share * (frame[2]! * x + frame[6]! * y + frame[10]! * z);
}

/** Shares by region, and the way along each region's chain, measured on the cones at rest so that bends do not smear it. */
function shareOut(
  rest: Vector3,
  { cones, touched, powers }: Influence,
  count: number,
  shares: Float64Array,
  along: Float64Array,
): void {
  const px = rest[0];
  const py = rest[1];
  const pz = rest[2];
  shares.fill(0);
  along.fill(0);
  if (count === 0) shares[0] = 1;
  for (let index = 0; index < count; index += 1) {
    const { from, to, region, start, end } = cones[touched[index]!]!.cone;
    const power = powers[index]!;
    const dx = to[0] - from[0];
    const dy = to[1] - from[1];
    const dz = to[2] - from[2];
    const way = (px - from[0]) * dx + (py - from[1]) * dy + (pz - from[2]) * dz;
    const share = Math.max(-0.3, Math.min(1.3, way / (dx * dx + dy * dy + dz * dz || 1e-9)));
    shares[region] = shares[region]! + power;
    along[region] = along[region]! + power * (start + (end - start) * share);
  }
  for (let region = 0; region < REGION_COUNT; region += 1) {
    if (shares[region]! > 0) along[region] = along[region]! / shares[region]!;
  }
}
