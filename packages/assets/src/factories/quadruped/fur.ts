// Turns a painted skin into locks of hair that lie on it: manes, ruffs, bushy tails, the shaggy outline of a bear.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Detail } from '@diorama/stage';
import { addTriangle, addVertex, type MeshBuilder } from '../../build/mesh-builder.ts';
import { hash, smoothstep } from '../../build/noise.ts';
import { add, along, blend, cross, dot, length as reach, scale, subtract, unit } from '../../build/vectors.ts';
import type { Coat } from '../../solid/paint-surface.ts';
import { coneDistance, type PosedCone, REGION } from '../../solid/round-cone.ts';
import { type Frame, turnByFrame } from '../../solid/skeleton.ts';
import type { Fur } from './quadruped-table.ts';

/** What is remembered of each vertex of a skin while it is painted: three numbers at rest, and its foremost region. */
export interface Hide {
  readonly rests: number[];
  readonly regions: number[];
}

/** The same coat, that writes down where it has been. */
export function remembered(coat: Coat, hide: Hide): Coat {
  return (skin) => {
    const { rest, shares } = skin;
    hide.rests.push(rest[0], rest[1], rest[2]);
    let foremost = 0;
    for (let region = 1; region < shares.length; region += 1)
      if (shares[region]! > shares[foremost]!) foremost = region;
    hide.regions.push(foremost);
    return coat(skin);
  };
}

/** What {@link addFur} needs to know of a body in its pose. */
export interface FurContext {
  readonly skin: MeshBuilder;
  readonly hide: Hide;
  readonly cones: readonly PosedCone[];
  readonly frames: readonly Frame[];
  /** The tip of the nose at rest: hair lies away from it. */
  readonly nose: Vector3;
  readonly detail: Detail;
  /** Meshes of the same model above and below which no hair may reach: its height is known without hair. */
  readonly limits: readonly MeshBuilder[];
}

/** One lock for each cube of a lattice at rest through which the skin goes, so that hair does not wander with the pose. */
export function addFur(mesh: MeshBuilder, ctx: FurContext, furs: readonly Fur[]): void {
  const { skin, hide } = ctx;
  const { sparse, width, isBent } = LEVELS[ctx.detail];
  const extent = heightsOf([skin, ...ctx.limits]);
  furs.forEach((fur, index) => {
    if (ctx.detail === 'low' && !fur.regions.some((region) => OUTSTANDING.has(region))) return;
    const regions = new Set<number>(fur.regions.map((region) => REGION[region]));
    const spacing = fur.spacing * sparse;
    const taken = new Set<number>();
    for (let vertex = 0; vertex < hide.regions.length; vertex += 1) {
      if (!regions.has(hide.regions[vertex]!)) continue;
      const rest = vectorAt(hide.rests, vertex);
      const fromNose = reach(subtract(rest, ctx.nose));
      if (fromNose < (fur.beyond ?? 0) || fromNose > (fur.within ?? Infinity)) continue;
      const [i, j, k] = rest.map((part) => Math.floor(part / spacing)) as [number, number, number];
      const cube = ((i + 1024) * 2048 + j + 1024) * 2048 + k + 1024;
      if (taken.has(cube)) continue;
      taken.add(cube);
      const chance = (draw: number) => hash(i, j, k, 31 * index + draw);
      addHair(mesh, lockAt(ctx, vertex, rest, fur, chance, width), extent, isBent);
    }
    const end = fur.regions.includes('tail') ? endOfTail(ctx.cones) : undefined;
    if (end !== undefined) addHair(mesh, lockAtEnd(ctx, end, fur, width), extent, isBent);
  });
}

function endOfTail(cones: readonly PosedCone[]): PosedCone | undefined {
  const tail = cones.filter(({ cone }) => cone.region === REGION.tail);
  return tail.sort((a, b) => a.cone.end - b.cone.end).at(-1);
}

/** The lock that a tail ends in. It reaches further than all others: the model's extent is the same at all levels of detail. */
function lockAtEnd({ skin }: FurContext, last: PosedCone, fur: Fur, width: number): Lock {
  const flow = unit(last.axis);
  const length = 1.3 * fur.length + last.cone.toRadius;
  const root = add(last.from, last.axis);
  const sideways = cross(flow, [0, 1, 0]);
  const across = reach(sideways) < 0.05 ? ([0, 0, 1] as const) : unit(sideways);
  const color = scale(vectorAt(skin.colors, nearestVertex(skin, root)), 0.95) as LinearColor;
  return {
    root,
    middle: along(root, flow, 0.42 * length),
    tip: along(along(root, flow, length), [0, -1, 0], 0.3 * fur.sag * length),
    ...{ across, rise: cross(across, flow), halfWidth: fur.halfWidth * width, color },
  };
}

function nearestVertex({ positions }: MeshBuilder, [x, y, z]: Vector3): number {
  let [nearest, least] = [0, Infinity];
  for (let vertex = 0; 3 * vertex < positions.length; vertex += 1) {
    const [dx, dy, dz] = [positions[3 * vertex]! - x, positions[3 * vertex + 1]! - y, positions[3 * vertex + 2]! - z];
    const distance = dx * dx + dy * dy + dz * dz;
    if (distance < least) [nearest, least] = [vertex, distance];
  }
  return nearest;
}

/** Hair of these is a part of the outline even from afar. */
const OUTSTANDING: ReadonlySet<Fur['regions'][number]> = new Set(['mane', 'tail']);

/** How much hair each level of detail has. */
const LEVELS: Readonly<Record<Detail, { sparse: number; width: number; isBent: boolean }>> = Object.freeze({
  high: { sparse: 1, width: 1, isBent: true },
  medium: { sparse: 1.6, width: 1.6, isBent: false },
  low: { sparse: 3.4, width: 3, isBent: false },
});

/** A lock in the pose: `rise` is the way from the skin upwards. */
interface Lock {
  readonly root: Vector3;
  readonly middle: Vector3;
  readonly tip: Vector3;
  readonly across: Vector3;
  readonly rise: Vector3;
  readonly halfWidth: number;
  readonly color: LinearColor;
}

function lockAt(
  { skin, cones, frames, nose }: FurContext,
  vertex: number,
  rest: Vector3,
  fur: Fur,
  chance: (draw: number) => number,
  width: number,
): Lock {
  const point = vectorAt(skin.positions, vertex);
  const rise = unit(vectorAt(skin.normals, vertex));
  const cone = nearestCone(cones, point);
  const alongLimb = LIMBS.has(cone.cone.region);
  const away = alongLimb ? unit(cone.axis) : turnByFrame(frames[cone.cone.bone]!, unit(subtract(rest, nose)));
  const wish = add(away, [0.25 * (chance(1) - 0.5), -fur.sag, 0.5 * (chance(2) - 0.5)]);
  const flat = along(wish, rise, -dot(wish, rise));
  const flow = unit(flat);
  const grown = fur.beyond === undefined ? 1 : smoothstep(0.8, 1.5, reach(subtract(rest, nose)) / fur.beyond);
  const length = fur.length * grown * (0.7 + 0.6 * chance(3));
  const lift = fur.lift * (0.6 + 0.8 * chance(4));
  const root = along(point, rise, -0.25 * fur.halfWidth);
  const middle = along(along(root, flow, 0.42 * length), rise, lift * length * 0.6 + 0.2 * fur.halfWidth);
  const tip = along(along(along(root, flow, length), rise, lift * length), [0, -1, 0], 0.3 * fur.sag * length);
  const color = scale(vectorAt(skin.colors, vertex), 0.84 + 0.3 * chance(5)) as LinearColor;
  return { root, middle, tip, across: unit(cross(flow, rise)), rise, halfWidth: fur.halfWidth * width, color };
}

/** The hair of legs and tails lies along them. */
const LIMBS: ReadonlySet<number> = new Set([REGION.fore, REGION.hind, REGION.tail, REGION.foot, REGION.ear]);

/** A pointed roof of three sides, bent in the middle where there are triangles enough. It is no higher than the skin's extent. */
function addHair(mesh: MeshBuilder, lock: Lock, extent: readonly [number, number], isBent: boolean): void {
  const { across, rise, halfWidth, color } = lock;
  const within = ([x, y, z]: Vector3): Vector3 => [x, Math.max(extent[0], Math.min(extent[1], y)), z];
  const [root, middle, tip] = [lock.root, lock.middle, lock.tip];
  const rings: readonly (readonly [Vector3, number])[] = isBent
    ? [
        [root, 0.9],
        [middle, 0.85],
      ]
    : [[root, 1.1]];
  const shade = (ring: number) => scale(color, isBent ? 0.84 + 0.2 * ring : 0.95) as LinearColor;
  const top: number[][] = rings.map(([center, share], ring) =>
    [-1, 0, 1].map((edge) => {
      const half = share * halfWidth;
      const place = along(along(center, across, edge * half), rise, edge === 0 ? 0.55 * half : -0.25 * half);
      return addVertex(mesh, within(place), along(rise, across, 0.5 * edge), shade(ring));
    }),
  );
  const end = addVertex(mesh, within(tip), blend(rise, unit(subtract(tip, root)), 0.3), shade(2));
  const last = top.at(-1)!;
  for (const edge of [0, 1]) {
    if (top.length === 2) {
      const [a, b, c, d] = [top[0]![edge]!, top[0]![edge + 1]!, top[1]![edge + 1]!, top[1]![edge]!];
      mesh.indices.push(a, b, c, a, c, d);
    }
    addTriangle(mesh, last[edge]!, last[edge + 1]!, end);
  }
  // The underside, seen at the outline.
  const below = scale(rise, -1);
  const under = (index: number, ring: number) =>
    addVertex(mesh, vectorAt(mesh.positions, index), below, scale(shade(ring), 0.8) as LinearColor);
  const [left, right, point] = [under(last[0]!, 1), under(last[2]!, 1), under(end, 2)];
  addTriangle(mesh, left, point, right);
  if (top.length === 2) {
    const [a, b] = [under(top[0]![0]!, 0), under(top[0]![2]!, 0)];
    mesh.indices.push(a, left, right, a, right, b);
  }
}

function nearestCone(cones: readonly PosedCone[], [x, y, z]: Vector3): PosedCone {
  let [nearest, least] = [cones[0]!, Infinity];
  for (const cone of cones) {
    const distance = coneDistance(cone, x, y, z);
    if (distance < least) [nearest, least] = [cone, distance];
  }
  return nearest;
}

function heightsOf(meshes: readonly MeshBuilder[]): readonly [least: number, greatest: number] {
  let [least, greatest] = [Infinity, -Infinity];
  for (const { positions } of meshes) {
    for (let at = 1; at < positions.length; at += 3) {
      least = Math.min(least, positions[at]!);
      greatest = Math.max(greatest, positions[at]!);
    }
  }
  return [least, greatest];
}

function vectorAt(numbers: readonly number[], index: number): Vector3 {
  return [numbers[3 * index]!, numbers[3 * index + 1]!, numbers[3 * index + 2]!];
}
