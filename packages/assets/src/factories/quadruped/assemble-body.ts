// Turns the row of a table into a body at rest: bones, and the flesh on them.
import type { Vector3 } from '@diorama/geometry';
import type { Draws } from '../../build/draws.ts';
import { add, blend, length, subtract } from '../../build/vectors.ts';
import { coneDistance, meltedUnion, poseCone, REGION, type RoundCone } from '../../solid/round-cone.ts';
import { type Bone, poseBones, rotationOf, turnByFrame } from '../../solid/skeleton.ts';
import { addFlesh, isOnHead } from './add-flesh.ts';
import type { QuadrupedTable, Station } from './quadruped-table.ts';

/** A body at rest. */
export interface Body {
  readonly bones: readonly Bone[];
  readonly cones: readonly RoundCone[];
  /** The index of a bone. */
  bone(name: string): number;
  /** A point of the head in the body's frame. */
  onHead(point: Vector3): Vector3;
  /** A direction of the head in the body's frame. */
  headward(direction: Vector3): Vector3;
  /** How far to the side the skin of the head is at a point of its side view. */
  skinOfHead(x: number, y: number): number;
  /** The number of bones in the neck, and in the tail. */
  readonly neckBones: number;
  readonly tailBones: number;
  readonly trunkBones: number;
}

/** The four legs: the names of their joints end in these. */
export const SIDES = [
  { side: -1, suffix: 'L' },
  { side: 1, suffix: 'R' },
] as const;

export const FORE_JOINTS = ['shoulder', 'elbow', 'wrist', 'fetlock'] as const;
export const HIND_JOINTS = ['hip', 'knee', 'hock', 'toe'] as const;

/** Each individual's flesh is a little its own. */
export function assembleBody(table: QuadrupedTable, draws: Draws): Body {
  const bones: Bone[] = [];
  const cones: RoundCone[] = [];
  const bone = (name: string) => bones.findIndex((one) => one.name === name);
  const addBone = (name: string, parent: string | undefined, at: Vector3) => {
    bones.push({ name, parent: parent === undefined ? -1 : bone(parent), at });
  };
  const bulk = draws.between(0.96, 1.05);
  const jitter = () => draws.between(0.975, 1.025);
  const place: PlaceStation = ([x, y], z) => [x, y, z];

  const addChain = (stations: readonly Station[], options: ChainOptions) => {
    let way = options.start ?? 0;
    stations.slice(1).forEach((end, index) => {
      const begin = stations[index]!;
      const map = options.place ?? place;
      const from = map(begin, options.offset?.(index) ?? 0);
      const to = map(end, options.offset?.(index + 1) ?? 0);
      const factor = jitter() * (options.bulk ?? 1);
      const owner = options.owner(index);
      const past = way + length(subtract(to, from));
      cones.push({
        from,
        to,
        fromRadius: begin[2] * factor,
        toRadius: end[2] * factor,
        flatness: (begin[3] ?? begin[2]) / begin[2],
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
    return way;
  };

  // The spine.
  const { torso, blend: melt } = table;
  const middle = torso.length >> 1;
  addBone('hips', undefined, place(torso[0]!, 0));
  addBone('chest', 'hips', place(torso[middle]!, 0));
  const neck = refined(table.neck);
  neck.slice(0, -1).forEach((station, index) => {
    addBone(`neck${index}`, index === 0 ? 'chest' : `neck${index - 1}`, place(station, 0));
  });
  const neckBones = neck.length - 1;
  const poll = neck.at(-1)!;
  addBone('head', `neck${neckBones - 1}`, place(poll, 0));
  const tilt = rotationOf([table.headPitch, 0, 0]);
  const headward = (direction: Vector3) => turnByFrame(tilt, direction);
  const onHead = (point: Vector3) => add(place(poll, 0), headward(point));
  addBone('jaw', 'head', onHead([table.jaw[0]![0], table.jaw[0]![1], 0]));
  addChain(torso, {
    owner: (index) => (index < middle ? 0 : 1),
    endOwner: (index) => (index + 1 < middle ? 0 : 1),
    region: () => REGION.torso,
    blend: () => melt,
    bulk,
  });
  const neckOwner = (index: number) => (index <= 0 ? bone('chest') : bone(`neck${Math.min(index, neckBones) - 1}`));
  addChain([torso.at(-1)!, ...neck], {
    owner: neckOwner,
    endOwner: (index) => neckOwner(index + 1),
    region: () => REGION.neck,
    blend: () => melt,
  });

  // The head.
  const first = cones.length;
  const onHeadStation: PlaceStation = ([x, y], z) => onHead([x, y, z]);
  addChain(table.skull, {
    owner: () => bone('head'),
    region: (index) => (index < table.skull.length - 2 ? REGION.head : REGION.muzzle),
    blend: () => melt * 0.35,
    place: onHeadStation,
  });
  addChain(table.jaw, {
    owner: () => bone('jaw'),
    region: () => REGION.muzzle,
    blend: () => melt * 0.25,
    place: onHeadStation,
  });
  const flesh = table.flesh ?? [];
  const fleshContext = { cones, bone, onHead, headward };
  addFlesh(fleshContext, flesh.filter(isOnHead));
  const rest = poseBones(bones, {});
  const head = cones.slice(first).map((cone) => poseCone(rest, cone));
  const skinOfHead = (x: number, y: number) => {
    let [low, high] = [0, 1];
    for (let step = 0; step < 20; step += 1) {
      const z = (low + high) / 2;
      const [px, py, pz] = onHead([x, y, z]);
      const distance = head.reduce((all, cone) => meltedUnion(all, coneDistance(cone, px, py, pz), cone.cone.blend), 1);
      if (distance < 0) low = z;
      else high = z;
    }
    return low;
  };

  for (const bulge of table.bulges ?? []) {
    addChain(bulge, { owner: () => bone('chest'), region: () => REGION.torso, blend: () => melt });
  }

  // The legs.
  for (const { side, suffix } of SIDES) {
    for (const isFore of [true, false]) {
      const stations = isFore ? table.fore : table.hind;
      const joints: readonly string[] = isFore ? FORE_JOINTS : HIND_JOINTS;
      const spread = side * table.spread[isFore ? 0 : 1];
      joints.forEach((joint, index) => {
        const parent = index === 0 ? (isFore ? 'chest' : 'hips') : `${joints[index - 1]}${suffix}`;
        addBone(joint + suffix, parent, place(stations[index]!, spread));
      });
      // Legs stand a little closer at the ground than at the hip.
      const offset = (index: number) => spread * (index === 0 ? 0.8 : 1 - 0.08 * index);
      addChain(stations, {
        owner: (index) => bone(`${joints[index]}${suffix}`),
        region: (index) => (index === 3 ? REGION.foot : isFore ? REGION.fore : REGION.hind),
        blend: (index) => melt * (index === 0 ? 0.9 : index === 1 ? 0.5 : 0.2),
        offset,
      });
      if (table.foot === 'paw') addToes(cones, stations[4]!, offset(4), bone(`${joints[3]}${suffix}`));
    }
    const { at, tip, radius, shape } = table.ear;
    const mirrored = (point: Vector3): Vector3 => onHead([point[0], point[1], point[2] * side]);
    addBone(`ear${suffix}`, 'head', mirrored(at));
    if (shape !== 'fan') {
      cones.push({
        from: mirrored(at),
        to: blend(mirrored(at), mirrored(tip), 0.2),
        fromRadius: radius * 0.75,
        toRadius: radius * 0.55,
        flatness: 0.7,
        flatAxis: headward([0.86, -0.1, 0.5 * side]),
        blend: melt * 0.2,
        bone: bone(`ear${suffix}`),
        endBone: bone(`ear${suffix}`),
        region: REGION.ear,
        start: 0,
        end: 1,
      });
    }
  }

  addFlesh(
    fleshContext,
    flesh.filter((piece) => !isOnHead(piece)),
  );

  // What hangs.
  const tailBones = table.tail.length - 1;
  table.tail.slice(0, -1).forEach((station, index) => {
    addBone(`tail${index}`, index === 0 ? 'hips' : `tail${index - 1}`, place(station, 0));
  });
  addChain(table.tail, {
    owner: (index) => bone(`tail${index}`),
    region: () => REGION.tail,
    blend: () => melt * 0.3,
  });
  const trunk = table.trunk ?? [];
  trunk.slice(0, -1).forEach((station, index) => {
    addBone(`trunk${index}`, index === 0 ? 'head' : `trunk${index - 1}`, onHeadStation(station, 0));
  });
  addChain(trunk, {
    owner: (index) => bone(`trunk${index}`),
    region: () => REGION.trunk,
    blend: () => melt * 0.35,
    place: onHeadStation,
  });
  if (table.mane === 'lion') addRuff(cones, bone('neck0'));
  if (table.mane === 'upright') addCrest(cones, table, neck, bone);
  const trunkBones = Math.max(0, trunk.length - 1);
  return { bones, cones, bone, onHead, headward, skinOfHead, neckBones, tailBones, trunkBones };
}

type PlaceStation = (station: Station, z: number) => Vector3;

interface ChainOptions {
  readonly owner: (index: number) => number;
  readonly endOwner?: (index: number) => number;
  readonly region: (index: number) => number;
  readonly blend: (index: number) => number;
  readonly offset?: (index: number) => number;
  readonly place?: PlaceStation;
  readonly start?: number;
  readonly bulk?: number;
}

/** A station in the middle of each stretch, so that a long neck bends in a curve. */
export function refined(stations: readonly Station[]): readonly Station[] {
  return stations.flatMap((station, index) => {
    const next = stations[index + 1];
    if (next === undefined) return [station];
    const half = (a: number, b: number) => (a + b) / 2;
    const width = half(station[3] ?? station[2], next[3] ?? next[2]);
    return [station, [half(station[0], next[0]), half(station[1], next[1]), half(station[2], next[2]), width] as const];
  });
}

function addToes(cones: RoundCone[], [x, y, radius]: Station, z: number, bone: number): void {
  for (const toe of [-1, 0, 1]) {
    cones.push({
      from: [x + 0.01, y * 0.75, z + toe * radius * 0.62],
      to: [x + radius * 0.75, y * 0.62, z + toe * radius * 0.8],
      fromRadius: radius * 0.55,
      toRadius: radius * 0.42,
      flatness: 1,
      flatAxis: [0, 0, 1],
      blend: radius * 0.3,
      bone,
      endBone: bone,
      region: REGION.foot,
      start: 0,
      end: 0,
    });
  }
}

/** The flesh under a lion's mane. */
function addRuff(cones: RoundCone[], bone: number): void {
  const ruff = (from: Vector3, to: Vector3, fromRadius: number, toRadius: number, flatness: number) => {
    const common = { flatAxis: [0, 0, 1] as const, blend: 0.09, bone, endBone: bone, region: REGION.mane };
    cones.push({ from, to, fromRadius, toRadius, flatness, start: 0, end: 0, ...common });
  };
  ruff([0.5, 0.92, 0], [0.7, 1.05, 0], 0.26, 0.25, 0.85);
  ruff([0.7, 0.95, 0], [0.64, 0.74, 0], 0.19, 0.11, 0.75);
}

/** A stiff mane: a ridge along the top of the neck. */
function addCrest(
  cones: RoundCone[],
  { torso, blend: melt }: QuadrupedTable,
  neck: readonly Station[],
  bone: (name: string) => number,
): void {
  const spine = [torso.at(-1)!, ...neck];
  const ridge = spine.map(([x, y, halfHeight], index): Vector3 => {
    const [next, before] = [spine[Math.min(spine.length - 1, index + 1)]!, spine[Math.max(0, index - 1)]!];
    const [dx, dy] = [next[0] - before[0], next[1] - before[1]];
    const size = Math.sqrt(dx * dx + dy * dy);
    return [x - (dy / size) * halfHeight, y + (dx / size) * halfHeight, 0];
  });
  let way = torso.slice(1).reduce((sum, station, index) => {
    const [dx, dy] = [station[0] - torso[index]![0], station[1] - torso[index]![1]];
    return sum + Math.sqrt(dx * dx + dy * dy);
  }, 0);
  ridge.slice(1).forEach((to, index) => {
    const from = ridge[index]!;
    const owner = index === 0 ? bone('chest') : bone(`neck${index - 1}`);
    const past = way + length(subtract(to, from));
    cones.push({
      from,
      to,
      fromRadius: melt * (index === 0 ? 0.15 : 0.48),
      toRadius: melt * (index === ridge.length - 2 ? 0.2 : 0.48),
      flatness: 0.42,
      flatAxis: [0, 0, 1],
      blend: melt * 0.1,
      bone: owner,
      endBone: index + 1 < ridge.length - 1 ? bone(`neck${index}`) : owner,
      region: REGION.neck,
      start: way,
      end: past,
    });
    way = past;
  });
}
