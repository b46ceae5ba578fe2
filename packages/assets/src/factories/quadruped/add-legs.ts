// Adds the legs of a body: bones, muscles that swell and taper, the knobs of the joints, toes.
// Which muscles show, and where they end: Goldfinger, Animal Anatomy for Artists, 2004.
import type { Vector3 } from '@diorama/geometry';
import { REGION } from '../../solid/round-cone.ts';
import { FORE_JOINTS, HIND_JOINTS, SIDES, STANCE } from './body.ts';
import { type BodyBuilder, stationBetween } from './body-builder.ts';
import type { Station } from './quadruped-table.ts';

export function addLegs(ctx: BodyBuilder): void {
  for (const { side, suffix } of SIDES) {
    for (const isFore of [true, false]) addLeg(legOf(ctx, side, suffix, isFore));
  }
}

/** One leg while it is made. */
interface Leg {
  readonly ctx: BodyBuilder;
  readonly side: number;
  readonly isFore: boolean;
  readonly stations: readonly Station[];
  /** The bone of each stretch between stations. */
  readonly bones: readonly number[];
  /** How far from the middle a station stands, by its index; between stations too. */
  offset(index: number): number;
}

function legOf(ctx: BodyBuilder, side: number, suffix: string, isFore: boolean): Leg {
  const { table } = ctx;
  const stations = isFore ? table.fore : table.hind;
  const joints: readonly string[] = isFore ? FORE_JOINTS : HIND_JOINTS;
  const spread = side * table.spread[isFore ? 0 : 1];
  const offset = (index: number) => {
    const below = Math.min(STANCE.length - 2, Math.floor(index));
    return spread * (STANCE[below]! + (STANCE[below + 1]! - STANCE[below]!) * (index - below));
  };
  const bones = joints.map((joint, index) => {
    const parent = index === 0 ? (isFore ? 'chest' : 'hips') : `${joints[index - 1]}${suffix}`;
    const [x, y] = stations[index]!;
    ctx.addBone(joint + suffix, parent, [x, y, offset(index)]);
    return ctx.bones.length - 1;
  });
  return { ctx, side, isFore, stations, bones, offset };
}

function addLeg(leg: Leg): void {
  const { ctx, stations, isFore } = leg;
  const { blend: melt, foot } = ctx.table;
  const [upper, lower, shank, pastern, toe] = stations as readonly [Station, Station, Station, Station, Station];
  addStretch(leg, 0, upper, lower, melt * 0.9);
  addSwelling(leg, 1, lower, shank, melt * 0.5);
  if (foot === 'pillar') addStretch(leg, 2, shank, pastern, melt * 0.2);
  else addCannon(leg, shank, pastern, melt * 0.2);
  addStretch(leg, 3, pastern, toe, melt * 0.2);
  if (isFore) addShoulder(leg);
  else addHaunch(leg);
  if (foot !== 'pillar') addKnobs(leg);
  if (foot === 'paw') addToes(leg, toe);
}

/** The plain flesh of a stretch between two stations; `begin` and `end` say which part of the stretch it is. */
function addStretch(leg: Leg, index: number, from: Station, to: Station, blend: number, begin = 0, end = 1): void {
  const { ctx, stations, isFore, bones } = leg;
  const whole = stretchLength(stations[index]!, stations[index + 1]!);
  const before = stations.slice(0, index).reduce((sum, one, at) => sum + stretchLength(one, stations[at + 1]!), 0);
  ctx.cones.push({
    from: [from[0], from[1], leg.offset(index + begin)],
    to: [to[0], to[1], leg.offset(index + end)],
    fromRadius: from[2],
    toRadius: to[2],
    flatness: (from[3] ?? from[2]) / from[2],
    toFlatness: (to[3] ?? to[2]) / to[2],
    flatAxis: [0, 0, 1],
    blend,
    bone: bones[index]!,
    endBone: bones[index]!,
    region: index === 3 ? REGION.foot : isFore ? REGION.fore : REGION.hind,
    start: before + whole * begin,
    end: before + whole * end,
  });
}

function stretchLength(a: Station, b: Station): number {
  return Math.sqrt((b[0] - a[0]) * (b[0] - a[0]) + (b[1] - a[1]) * (b[1] - a[1]));
}

/** A forearm or a gaskin: its muscles end half way down, and tendons go on. */
function addSwelling(leg: Leg, index: number, from: Station, to: Station, blend: number): void {
  const waist = stationBetween(from, to, 0.58);
  const thinned: Station = [waist[0], waist[1], waist[2] * 0.82, (waist[3] ?? waist[2]) * 0.84];
  const knob: Station = [to[0], to[1], to[2] * 0.94];
  addStretch(leg, index, from, thinned, blend, 0, 0.58);
  addStretch(leg, index, thinned, knob, 0, 0.58, 1);
}

/** A cannon: bone and tendons, thinnest in the middle. */
function addCannon(leg: Leg, from: Station, to: Station, blend: number): void {
  const middle = stationBetween(from, to, 0.45);
  const thin: Station = [middle[0], middle[1], middle[2] * 0.84, middle[2] * 0.74];
  addStretch(leg, 2, [from[0], from[1], from[2] * 0.94], thin, blend, 0, 0.45);
  addStretch(leg, 2, thin, to, 0, 0.45, 1);
}

/** A muscle or a knob beside the bones of a leg. */
interface Muscle {
  /** The stretch whose bone it moves with. */
  readonly index: number;
  /** The stretch with whose bone its far end moves, if that is another. */
  readonly endIndex?: number;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly radii: readonly [from: number, to: number];
  /** How far from the middle its ends are, metres to the leg's side. */
  readonly out: readonly [from: number, to: number];
  readonly flatness: number;
  readonly blend: number;
}

function addMuscle({ ctx, bones, isFore, side }: Leg, muscle: Muscle): void {
  const at = ([x, y]: readonly [number, number], out: number): Vector3 => [x, y, side * out];
  ctx.cones.push({
    from: at(muscle.from, muscle.out[0]),
    to: at(muscle.to, muscle.out[1]),
    fromRadius: muscle.radii[0],
    toRadius: muscle.radii[1],
    flatness: muscle.flatness,
    flatAxis: [0, 0, 1],
    blend: muscle.blend,
    bone: bones[muscle.index]!,
    endBone: bones[muscle.endIndex ?? muscle.index]!,
    region: isFore ? REGION.fore : REGION.hind,
    start: 0,
    end: 0,
  });
}

/** The shoulder blade up to the withers, and the triceps from it to the elbow. */
function addShoulder(leg: Leg): void {
  const { ctx, stations } = leg;
  const [[sx, sy, sr, sw = sr], [ex, ey, er, ew = er]] = stations as readonly [Station, Station];
  const { blend: melt } = ctx.table;
  const out = Math.abs(leg.offset(0));
  const elbow = Math.abs(leg.offset(1));
  const back = sx - ex;
  addMuscle(leg, {
    index: 0,
    from: [sx - 0.55 * sr - 0.3 * back, sy + 0.95 * sr],
    to: [sx + 0.2 * sr, sy - 0.35 * sr],
    radii: [sr * 0.42, sr * 0.5],
    out: [out * 0.62, out + sw * 0.34],
    flatness: 0.5,
    blend: melt * 0.45,
  });
  addMuscle(leg, {
    index: 0,
    from: [sx - 0.62 * sr - 0.3 * back, sy + 0.1 * sr],
    to: [ex - 0.5 * er, ey + 0.55 * er],
    radii: [sr * 0.5, er * 0.72],
    out: [out + sw * 0.25, elbow + ew * 0.12],
    flatness: 0.62,
    blend: melt * 0.4,
  });
}

/** The hamstrings from the seat bone to the gaskin, so that the haunch is long and not a ball; the stifle in front. */
function addHaunch(leg: Leg): void {
  const { ctx, stations } = leg;
  const [[hx, hy, hr, hw = hr], [kx, ky, kr, kw = kr], [ax, ay]] = stations as readonly [Station, Station, Station];
  const { blend: melt } = ctx.table;
  const [hip, knee] = [Math.abs(leg.offset(0)), Math.abs(leg.offset(1))];
  // They end on the shin: where the stifle folds, they go with it.
  addMuscle(leg, {
    index: 0,
    endIndex: 1,
    from: [hx - 0.72 * hr, hy - 0.02 * hr],
    to: [kx + 0.42 * (ax - kx) - 0.1 * kr, ky + 0.2 * (ay - ky)],
    radii: [hr * 0.46, kr * 0.72],
    out: [hip + 0.1 * hw, knee + 0.05 * kw],
    flatness: 0.75,
    blend: melt * 0.5,
  });
  addMuscle(leg, {
    index: 0,
    from: [hx + 0.62 * (kx - hx) + 0.4 * kr, hy + 0.62 * (ky - hy)],
    to: [kx + 0.4 * kr, ky + 0.05 * kr],
    radii: [kr * 0.75, kr * 0.66],
    out: [knee, knee],
    flatness: 0.85,
    blend: melt * 0.4,
  });
}

/** Knee and hock, with the point of the hock behind and its tendon; the back of the fetlock. */
function addKnobs(leg: Leg): void {
  const { ctx, stations, isFore } = leg;
  const [, [ex, ey, er], [wx, wy, wr], [fx, fy, fr]] = stations as readonly [Station, Station, Station, Station];
  const { blend: melt } = ctx.table;
  const at = [0, 1, 2, 3].map((index) => Math.abs(leg.offset(index)));
  if (isFore) {
    addMuscle(leg, {
      index: 1,
      from: [wx + 0.22 * wr, wy + 0.5 * wr],
      to: [wx + 0.16 * wr, wy - 0.5 * wr],
      radii: [wr * 0.86, wr * 0.74],
      out: [at[2]!, at[2]!],
      flatness: 0.98,
      blend: melt * 0.12,
    });
  } else {
    const [px, py] = [wx - 1.05 * wr, wy + 0.5 * wr];
    addMuscle(leg, {
      index: 2,
      from: [px, py],
      to: [wx - 0.3 * wr, wy - 0.9 * wr],
      radii: [wr * 0.5, wr * 0.62],
      out: [at[2]!, at[2]!],
      flatness: 0.8,
      blend: melt * 0.16,
    });
    addMuscle(leg, {
      index: 1,
      from: [ex + 0.5 * (px - ex) - 0.25 * er, ey + 0.5 * (py - ey)],
      to: [px + 0.1 * wr, py + 0.1 * wr],
      radii: [wr * 0.4, wr * 0.36],
      out: [(at[1]! + at[2]!) / 2, at[2]!],
      flatness: 0.8,
      blend: melt * 0.25,
    });
  }
  addMuscle(leg, {
    index: 2,
    from: [fx - 0.3 * fr, fy + 0.1 * fr],
    to: [fx - 0.12 * fr, fy + 0.75 * fr],
    radii: [fr * 0.92, fr * 0.7],
    out: [at[3]!, at[3]!],
    flatness: 0.95,
    blend: melt * 0.1,
  });
}

/** Four toes, the two in the middle a little ahead. */
function addToes({ ctx, bones, offset }: Leg, [x, y, radius, width = radius]: Station): void {
  for (const toe of [-1.5, -0.5, 0.5, 1.5]) {
    const ahead = Math.abs(toe) < 1 ? 0.24 : 0;
    const z = offset(4);
    // Toes rest on the ground; those of hands do not.
    const low = Math.min(y, 1.2 * radius);
    ctx.cones.push({
      from: [x + (ahead - 0.15) * radius, y - low * 0.22, z + toe * width * 0.48],
      to: [x + (0.62 + ahead) * radius, y - low * 0.4, z + toe * width * 0.54],
      fromRadius: radius * 0.46,
      toRadius: radius * 0.4,
      flatness: 1,
      flatAxis: [0, 0, 1],
      blend: radius * 0.16,
      bone: bones[3]!,
      endBone: bones[3]!,
      region: REGION.foot,
      start: 0,
      end: 0,
    });
  }
}
