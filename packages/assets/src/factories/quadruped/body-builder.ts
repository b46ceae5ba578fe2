// Collects the bones and the flesh of a body while it is being assembled.
import type { Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import { add, blend, length, subtract } from '../../build/vectors.ts';
import type { RoundCone } from '../../solid/round-cone.ts';
import { type Bone, rotationOf, turnByFrame } from '../../solid/skeleton.ts';
import type { QuadrupedTable, Station } from './quadruped-table.ts';

/** A body that grows. */
export interface BodyBuilder {
  readonly table: QuadrupedTable;
  readonly bones: Bone[];
  readonly cones: RoundCone[];
  /** The individual's bulk, about 1. */
  readonly bulk: number;
  /** Another factor close to 1 each time: flesh differs from animal to animal. */
  jitter(): number;
  /** The index of a bone; −1 where there is none of that name. */
  bone(name: string): number;
  addBone(name: string, parent: string | undefined, at: Vector3): void;
  onHead(point: Vector3): Vector3;
  headward(direction: Vector3): Vector3;
}

export function createBodyBuilder(table: QuadrupedTable, draws: Draws): BodyBuilder {
  const bones: Bone[] = [];
  const bone = (name: string) => bones.findIndex((one) => one.name === name);
  const [x, y] = table.neck.at(-1)!;
  const tilt = rotationOf([table.headPitch, 0, 0]);
  const headward = (direction: Vector3) => turnByFrame(tilt, direction);
  return {
    table,
    bones,
    cones: [],
    bulk: draws.between(0.96, 1.05),
    jitter: () => draws.between(0.975, 1.025),
    bone,
    addBone: (name, parent, at) => {
      bones.push({ name, parent: parent === undefined ? -1 : bone(parent), at });
    },
    onHead: (point) => add([x, y, 0], headward(point)),
    headward,
  };
}

/** How {@link addChain} makes flesh of the stretches between stations. */
export interface ChainOptions {
  readonly owner: (index: number) => number;
  /** The bone of the far end; that of the near one if left out. */
  readonly endOwner?: (index: number) => number;
  readonly region: (index: number) => number;
  readonly blend: (index: number) => number;
  readonly place?: (station: Station) => Vector3;
  readonly bulk?: number;
}

/** Flesh along stations. */
export function addChain(ctx: BodyBuilder, stations: readonly Station[], options: ChainOptions): void {
  const place = options.place ?? placeInMiddle;
  let way = 0;
  stations.slice(1).forEach((end, index) => {
    const begin = stations[index]!;
    const [from, to] = [place(begin), place(end)];
    const factor = options.bulk ?? 1;
    const owner = options.owner(index);
    const past = way + length(subtract(to, from));
    ctx.cones.push({
      from,
      to,
      fromRadius: begin[2] * factor,
      toRadius: end[2] * factor,
      flatness: (begin[3] ?? begin[2]) / begin[2],
      toFlatness: (end[3] ?? end[2]) / end[2],
      flatAxis: [0, 0, 1],
      blend: options.blend(index),
      bone: owner,
      endBone: options.endOwner?.(index) ?? owner,
      region: options.region(index),
      start: way,
      end: past,
    });
    way = past;
  });
}

/** A point in the plane of symmetry. */
export function placeInMiddle([x, y]: Station): Vector3 {
  return [x, y, 0];
}

/** A station between two stations: 0 is the first. */
export function stationBetween(a: Station, b: Station, t: number): Station {
  const [x, y] = blend([a[0], a[1], 0], [b[0], b[1], 0], t);
  const mixed = (first: number, second: number) => first + (second - first) * t;
  return [x, y, mixed(a[2], b[2]), mixed(a[3] ?? a[2], b[3] ?? b[2])];
}

/** A station in the middle of each stretch, on a smooth curve (Catmull and Rom, 1974): a long neck bends, a back is no polygon. */
export function refined(stations: readonly Station[]): readonly Station[] {
  return stations.flatMap((station, index) => {
    const next = stations[index + 1];
    if (next === undefined) return [station];
    const middle = stationBetween(station, next, 0.5);
    const outer = stationBetween(stations[index - 1] ?? station, stations[index + 2] ?? next, 0.5);
    return [station, stationBetween(middle, outer, -0.125)];
  });
}
