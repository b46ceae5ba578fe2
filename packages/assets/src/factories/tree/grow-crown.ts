// Turns a crown's envelope into branches by space colonisation.
// Runions, Lane and Prusinkiewicz, "Modeling trees with a space colonization algorithm", 2007.
import type { Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import { add, along, blend, length, scale, subtract, unit } from '../../build/vectors.ts';
import type { CrownTable, Lobe } from './crown-table.ts';

/** A tree of short stretches of wood. */
export interface Branches {
  readonly nodes: readonly Vector3[];
  /** The node before; −1 for the root. */
  readonly parents: readonly number[];
  readonly children: readonly (readonly number[])[];
  /** Metres, by the pipe model: a branch carries what its twigs carry together (Shinozaki 1964). */
  readonly radii: readonly number[];
  /** Nodes from here on belong to the crown. */
  readonly firstOfCrown: number;
}

export function growCrown(table: CrownTable, draws: Draws): Branches {
  const wood = createWood(scatterPoints(table, draws), table);
  const firstOfCrown = growTrunk(wood, table, draws);
  growTowardsLight(wood, table, draws, firstOfCrown);
  return { ...wood, radii: radiiOf(wood, table), firstOfCrown };
}

/** What grows, and the points of light that draw it. */
interface Wood {
  readonly nodes: Vector3[];
  readonly parents: number[];
  readonly children: number[][];
  readonly points: readonly Vector3[];
  /** For each point: its nearest node, the square of the distance, and whether it still draws. */
  readonly nearest: Int32Array;
  readonly distances: Float64Array;
  readonly draws: Uint8Array;
  readonly reached: number;
}

function createWood(points: readonly Vector3[], { kill }: CrownTable): Wood {
  return {
    nodes: [],
    parents: [],
    children: [],
    points,
    nearest: new Int32Array(points.length),
    distances: new Float64Array(points.length).fill(1e18),
    draws: new Uint8Array(points.length).fill(1),
    reached: kill * kill,
  };
}

/** Points in the union of the lobes. */
function scatterPoints({ lobes, points }: CrownTable, draws: Draws): Vector3[] {
  const least = [0, 1, 2].map((axis) => Math.min(...lobes.map((lobe) => lobe.center[axis]! - extent(lobe, axis))));
  const greatest = [0, 1, 2].map((axis) => Math.max(...lobes.map((lobe) => lobe.center[axis]! + extent(lobe, axis))));
  const scattered: Vector3[] = [];
  for (let tries = 0; scattered.length < points && tries < 40 * points; tries += 1) {
    const point: Vector3 = [
      draws.between(least[0]!, greatest[0]!),
      draws.between(least[1]!, greatest[1]!),
      draws.between(least[2]!, greatest[2]!),
    ];
    if (lobes.some((lobe) => isInside(lobe, point))) scattered.push(point);
  }
  return scattered;
}

function extent({ radius, halfHeight }: Lobe, axis: number): number {
  return axis === 1 ? halfHeight : radius;
}

function isInside({ center, radius, halfHeight }: Lobe, [x, y, z]: Vector3): boolean {
  const [dx, dy, dz] = [(x - center[0]) / radius, (y - center[1]) / halfHeight, (z - center[2]) / radius];
  return dx * dx + dy * dy + dz * dz < 1;
}

function addNode(wood: Wood, node: Vector3, parent: number): number {
  const index = wood.nodes.push(node) - 1;
  wood.parents.push(parent);
  wood.children.push([]);
  if (parent >= 0) wood.children[parent]!.push(index);
  const { points, distances, nearest, draws, reached } = wood;
  for (let point = 0; point < points.length; point += 1) {
    if (draws[point] === 0) continue;
    const [x, y, z] = points[point]!;
    const [dx, dy, dz] = [x - node[0], y - node[1], z - node[2]];
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= distances[point]!) continue;
    distances[point] = square;
    nearest[point] = index;
    if (square < reached) draws[point] = 0;
  }
  return index;
}

/** The trunk and the limbs that a species always has. Gives the first node from which the crown may grow. */
function growTrunk(wood: Wood, { trunk, limbs }: CrownTable, draws: Draws): number {
  const lean: Vector3 = [draws.between(-0.06, 0.06), 0, draws.between(-0.06, 0.06)];
  const leaning = (point: Vector3) => along(point, lean, point[1]);
  let last = -1;
  for (let index = 0; index + 1 < trunk.length; index += 1) {
    for (let step = 0; step < 4; step += 1) {
      last = addNode(wood, leaning(blend(trunk[index]!, trunk[index + 1]!, step / 4)), last);
    }
  }
  const fork = last;
  const turn = draws.between(0.85, 1.15);
  for (const limb of limbs ?? []) {
    last = fork;
    for (let index = 0; index + 1 < limb.length; index += 1) {
      for (let step = 1; step <= 4; step += 1) {
        const [x, y, z] = leaning(blend(limb[index]!, limb[index + 1]!, step / 4));
        last = addNode(wood, [x * turn + draws.between(-0.04, 0.04), y, z * turn + draws.between(-0.04, 0.04)], last);
      }
    }
  }
  return limbs === undefined ? wood.nodes.length - 3 : fork + 8;
}

function growTowardsLight(wood: Wood, table: CrownTable, draws: Draws, first: number): void {
  const { reach, step, tropism } = table;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const pulls = new Map<number, [number, number, number]>();
    for (let point = 0; point < wood.points.length; point += 1) {
      const node = wood.nearest[point]!;
      if (wood.draws[point] === 0 || node < first) continue;
      if (wood.distances[point]! >= reach * reach && round >= 12) continue;
      const [x, y, z] = unit(subtract(wood.points[point]!, wood.nodes[node]!));
      const pull = pulls.get(node);
      if (pull === undefined) pulls.set(node, [x, y, z]);
      else {
        pull[0] += x;
        pull[1] += y;
        pull[2] += z;
      }
    }
    let grown = 0;
    for (const [node, pull] of pulls) {
      if (wood.children[node]!.length > 3) continue;
      const parent = wood.parents[node]!;
      const before: Vector3 = parent < 0 ? [0, 1, 0] : unit(subtract(wood.nodes[node]!, wood.nodes[parent]!));
      const stray: Vector3 = [draws.between(-0.22, 0.22), draws.between(-0.22, 0.22), draws.between(-0.22, 0.22)];
      const direction = unit(add(along(unit(pull), before, 0.35), add(tropism, stray)));
      addNode(wood, along(wood.nodes[node]!, direction, step), node);
      grown += 1;
    }
    if (grown === 0) return;
  }
}
const MOST_ROUNDS = 110;

/** Squares of radii add up, nearly; then the trunk is brought to its own radius. */
function radiiOf({ children }: Wood, { twigRadius, trunkRadius }: CrownTable): number[] {
  const radii = children.map(() => 0);
  for (let node = children.length - 1; node >= 0; node -= 1) {
    let sum = 0;
    for (const child of children[node]!) sum += radii[child]! * radii[child]!;
    radii[node] = sum > 0 ? Math.sqrt(sum) : twigRadius;
  }
  const factor = (trunkRadius - twigRadius) / Math.max(1e-6, radii[0]! - twigRadius);
  return radii.map((radius) => twigRadius * 0.7 + (radius - twigRadius) * factor);
}

/** The distance from a trunk's foot, in shares of the crown's size: how deep in its own shade a point is. */
export function depthOf([x, y, z]: Vector3, center: Vector3, size: number): number {
  return length(scale([x - center[0], 1.2 * (y - center[1]), z - center[2]], 1 / size));
}
