// Turns a crown's envelope into branches by space colonisation.
// Runions, Lane and Prusinkiewicz, "Modeling trees with a space colonization algorithm", 2007.
import type { Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import { add, along, blend, subtract, unit } from '../../build/vectors.ts';
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

/** What grows, and the points of light that draw it: those still drawing stand before `light.count`. */
interface Wood {
  readonly nodes: Vector3[];
  readonly parents: number[];
  readonly children: number[][];
  readonly light: Light;
  readonly reached: number;
}

/** Rows of one point stand at the same index; three places a point. */
interface Light {
  count: number;
  readonly places: Float64Array;
  readonly nearest: Int32Array;
  /** Squares of the distances to the nearest node. */
  readonly squares: Float64Array;
}

function createWood(places: Float64Array, { kill }: CrownTable): Wood {
  const count = places.length / 3;
  return {
    nodes: [],
    parents: [],
    children: [],
    light: { count, places, nearest: new Int32Array(count), squares: new Float64Array(count).fill(1e18) },
    reached: kill * kill,
  };
}

/** Points in the union of the lobes. */
function scatterPoints({ lobes, points }: CrownTable, draws: Draws): Float64Array {
  const least = [0, 1, 2].map((axis) => Math.min(...lobes.map((lobe) => lobe.center[axis]! - extent(lobe, axis))));
  const greatest = [0, 1, 2].map((axis) => Math.max(...lobes.map((lobe) => lobe.center[axis]! + extent(lobe, axis))));
  const scattered = new Float64Array(3 * points);
  let count = 0;
  for (let tries = 0; count < points && tries < 40 * points; tries += 1) {
    const x = draws.between(least[0]!, greatest[0]!);
    const y = draws.between(least[1]!, greatest[1]!);
    const z = draws.between(least[2]!, greatest[2]!);
    if (!lobes.some((lobe) => depthIn(lobe, x, y, z) > 0)) continue;
    scattered[3 * count] = x;
    scattered[3 * count + 1] = y;
    scattered[3 * count + 2] = z;
    count += 1;
  }
  return scattered.slice(0, 3 * count);
}

function extent({ radius, halfHeight }: Lobe, axis: number): number {
  return axis === 1 ? halfHeight : radius;
}

/** 1 in the middle of a lobe, 0 at its edge, less outside. */
export function depthIn({ center, radius, halfHeight }: Lobe, x: number, y: number, z: number): number {
  const dx = (x - center[0]) / radius;
  const dy = (y - center[1]) / halfHeight;
  const dz = (z - center[2]) / radius;
  return 1 - Math.sqrt(dx * dx + dy * dy + dz * dz);
}

function addNode(wood: Wood, node: Vector3, parent: number): number {
  const index = wood.nodes.push(node) - 1;
  wood.parents.push(parent);
  wood.children.push([]);
  if (parent >= 0) wood.children[parent]!.push(index);
  const { light, reached } = wood;
  const { places, nearest, squares } = light;
  const [x, y, z] = node;
  for (let point = 0; point < light.count; point += 1) {
    const dx = places[3 * point]! - x;
    const dy = places[3 * point + 1]! - y;
    const dz = places[3 * point + 2]! - z;
    const square = dx * dx + dy * dy + dz * dz;
    if (square >= squares[point]!) continue;
    if (square >= reached) {
      squares[point] = square;
      nearest[point] = index;
      continue;
    }
    // Reached: the last that still draws takes its row.
    light.count -= 1;
    const last = light.count;
    places.copyWithin(3 * point, 3 * last, 3 * last + 3);
    squares[point] = squares[last]!;
    nearest[point] = nearest[last]!;
    point -= 1;
  }
  return index;
}

/** The trunk and the limbs that a species always has. Gives the first node from which the crown may grow. */
function growTrunk(wood: Wood, { trunk, limbs, clear }: CrownTable, draws: Draws): number {
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
    const own = draws.between(0.85, 1.15);
    for (let index = 0; index + 1 < limb.length; index += 1) {
      for (let step = 1; step <= 4; step += 1) {
        const [x, y, z] = leaning(blend(limb[index]!, limb[index + 1]!, step / 4));
        const out = turn * own;
        last = addNode(wood, [x * out + draws.between(-0.04, 0.04), y, z * out + draws.between(-0.04, 0.04)], last);
      }
    }
  }
  if (clear !== undefined) return wood.nodes.findIndex(([, y]) => y >= clear);
  return limbs === undefined ? wood.nodes.length - 3 : fork + 8;
}

function growTowardsLight(wood: Wood, table: CrownTable, draws: Draws, first: number): void {
  const { reach, step, tropism, crookedness = 0.22 } = table;
  const { light, nodes } = wood;
  const pulls = new Float64Array(3 * MOST_NODES);
  const isPulled = new Uint8Array(MOST_NODES);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const pulled: number[] = [];
    for (let point = 0; point < light.count; point += 1) {
      const node = light.nearest[point]!;
      const square = light.squares[point]!;
      if (node < first || (square >= reach * reach && round >= 12)) continue;
      if (isPulled[node] === 0) {
        isPulled[node] = 1;
        pulled.push(node);
        pulls.fill(0, 3 * node, 3 * node + 3);
      }
      const inverse = 1 / Math.sqrt(square);
      for (let axis = 0; axis < 3; axis += 1) {
        pulls[3 * node + axis]! += (light.places[3 * point + axis]! - nodes[node]![axis]!) * inverse;
      }
    }
    let grown = 0;
    for (const node of pulled) {
      isPulled[node] = 0;
      if (wood.children[node]!.length > 3 || nodes.length >= MOST_NODES) continue;
      const parent = wood.parents[node]!;
      const pull = unit([pulls[3 * node]!, pulls[3 * node + 1]!, pulls[3 * node + 2]!]);
      const before: Vector3 = parent < 0 ? [0, 1, 0] : unit(subtract(nodes[node]!, nodes[parent]!));
      const stray: Vector3 = [draws.between(-1, 1), draws.between(-1, 1), draws.between(-1, 1)];
      const tend = along(tropism, stray, crookedness);
      const next = along(nodes[node]!, unit(add(along(pull, before, 0.35), tend)), step);
      // Nothing grows into the ground.
      if (next[1] <= 0) continue;
      addNode(wood, next, node);
      grown += 1;
    }
    if (grown === 0) return;
  }
}
const MOST_ROUNDS = 110;
const MOST_NODES = 6000;

/** Squares of radii add up, nearly; then the trunk is brought to its own radius. */
function radiiOf({ children, nodes }: Wood, { twigRadius, trunkRadius, girth }: CrownTable): number[] {
  const radii = children.map(() => 0);
  for (let node = children.length - 1; node >= 0; node -= 1) {
    let sum = 0;
    for (const child of children[node]!) sum += radii[child]! * radii[child]!;
    radii[node] = sum > 0 ? Math.sqrt(sum) : twigRadius;
  }
  const factor = (trunkRadius - twigRadius) / Math.max(1e-6, radii[0]! - twigRadius);
  return radii.map((radius, node) => {
    const own = twigRadius * 0.7 + (radius - twigRadius) * factor;
    return girth === undefined ? own : own * girth(nodes[node]![1]);
  });
}
