// Adds a spread wing: an arm, rows of coverts over and under it, secondaries behind it, and primaries on the hand.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../../build/mesh-builder.ts';
import { mix, smoothstep } from '../../build/noise.ts';
import { addTube } from '../../build/shapes.ts';
import type { BirdTable, Tint } from './bird-table.ts';
import { addStrip, FEATHER_EDGES, FEATHER_STEPS, featherColor, type StripRow } from './feathers.ts';
import type { Look } from './look.ts';

/** How a wing is held. Degrees. */
export interface WingBeat {
  /** By which the arm, and the hand, are raised. */
  readonly arm: number;
  readonly hand: number;
  /** 0..1: how far the wrist is bent, as on the way up. */
  readonly flex: number;
}

/** A point of the flat wing: forwards, outwards, and above it; as shares of the reach. */
type Flat = readonly [forwards: number, outwards: number, above: number];

const WRIST = 0.46;

/** `shoulder` and all that hangs on it are in the pose. */
export function addSpreadWing(
  solid: MeshBuilder,
  sheets: MeshBuilder,
  { wing }: BirdTable,
  shoulder: Vector3,
  side: number,
  beat: WingBeat,
  look: Look,
): void {
  const reach = wing.span / 2 - wing.at[2];
  const place = placer(shoulder, side, beat, reach);
  const wrist: Flat = [0.07 + 0.1 * beat.flex, WRIST * (1 - 0.12 * beat.flex), 0];
  const turn = 45 * beat.flex;
  const handTip: Flat = [wrist[0] - 0.14 * sinDegrees(turn + 14), wrist[1] + 0.17 * cosDegrees(turn + 14), 0];
  const isFlipper = wing.kind === 'flipper';
  addArm(solid, isFlipper, wing.lesser, [[0.0, -0.06, 0], ELBOW, wrist, handTip], place, reach, wing.chord, look);
  if (isFlipper) return;
  const feather = featherOf(sheets, place, look);
  const every = look.detail === 'low' ? 2 : 1;
  addRows({ wing, beat, chord: wing.chord / reach, wrist, handTip, turn, every, feather }, look);
}

const ELBOW: Flat = [-0.05, 0.23, 0];

/** A wing on which feathers are laid; lengths are shares of its reach. */
interface FlatWing {
  readonly wing: BirdTable['wing'];
  readonly beat: WingBeat;
  readonly chord: number;
  readonly wrist: Flat;
  readonly handTip: Flat;
  /** Of the hand, backwards; degrees. */
  readonly turn: number;
  /** Only every n-th feather is laid, and wider. */
  readonly every: number;
  readonly feather: ReturnType<typeof featherOf>;
}

/** From the longest feathers to the shortest, each row over the one before; and rows below. */
function addRows(flat: FlatWing, { detail }: Look): void {
  const { wing, chord, wrist } = flat;
  const trailing = (f: number) => trailingEdge(f, wrist);
  const leading = (f: number): Flat => [mix(0.06, wrist[0] + 0.03, f), mix(-0.02, wrist[1] + 0.03, f), 0];
  const { primary, secondary, greater, lesser } = wing;
  addArmRow(flat, 15, trailing, 0, (f) => chord * (0.86 + 0.1 * sinDegrees(250 * f)), secondary, 0);
  addHandRow(flat, 9, 1, 0, primary, 40);
  addArmRow(flat, 13, trailing, 0.014, (f) => chord * (0.52 - 0.04 * f), greater, 80);
  addHandRow(flat, 6, 0.42, 0.012, greater, 120);
  if (detail === 'low') return addArmRow(flat, 8, leading, 0.024, () => chord * 0.4, lesser, 150);
  addArmRow(flat, 12, leading, 0.024, () => chord * 0.42, lesser, 150);
  if (detail === 'high') addArmRow(flat, 11, leading, 0.03, () => chord * 0.22, lesser, 180);
  const under = { color: wing.under ?? lesser.color };
  addArmRow(flat, 11, leading, -0.02, () => chord * 0.5, under, 210);
  if (detail === 'high') addHandRow(flat, 5, 0.36, -0.012, under, 240);
}

/** The line of the arm's bones: f is 0 at the shoulder, 1/3 at the elbow and 1 at the wrist. */
function trailingEdge(f: number, wrist: Flat): Flat {
  const t = f * 3;
  const [a, b, share]: [Flat, Flat, number] =
    t < 1 ? [[-0.02, 0.0, 0], ELBOW, t] : [ELBOW, wrist, Math.min(1, (t - 1) / 2)];
  return [mix(a[0], b[0], share), mix(a[1], b[1], share), 0];
}

/** Feathers along a line of the arm; `number` is that of the first. */
function addArmRow(
  { beat, every, feather }: FlatWing,
  count: number,
  line: (f: number) => Flat,
  rise: number,
  length: (f: number) => number,
  tint: Tint,
  number: number,
): void {
  for (let index = 0; index < count; index += every) {
    const f = index / (count - 1);
    const [x, s] = line(f);
    const root: Flat = [x, s, rise - 0.0012 * index];
    const halfWidth = (0.5 / count) * 0.78 * every;
    feather(root, 92 - 10 * f + 6 * beat.flex * f, length(f), halfWidth, tint, number + index, 0, 1);
  }
}

/** Feathers of the hand, `share` of the primaries' length. */
function addHandRow(
  { wing, beat, chord, wrist, handTip, turn, every, feather }: FlatWing,
  count: number,
  share: number,
  rise: number,
  tint: Tint,
  number: number,
): void {
  const step = every === 2 && share === 1 ? 1 : every;
  for (let index = 0; index < count; index += step) {
    const f = index / (count - 1);
    const outer = { fingers: 2, pointed: 14, round: 8 }[wing.end];
    const angle = mix(86, outer, f) * (1 - 0.25 * beat.flex * (1 - f)) + turn * (0.4 + 0.6 * f);
    const longest = (1 - handTip[1]) / cosDegrees(outer) + 0.03;
    const root: Flat = [mix(wrist[0], handTip[0], f), mix(wrist[1], handTip[1], f), rise - 0.0014 * index];
    const curl = wing.end === 'fingers' && share === 1 ? 0.16 * f : 0;
    const tight = wing.end === 'fingers' && share === 1 ? 0.62 : 1;
    const width = (wing.end === 'pointed' ? 0.034 : 0.046) * step * (share < 1 ? 1.42 : 1);
    feather(root, angle, share * lengthOf(wing.end, f, chord, longest), width, tint, number + index, curl, tight);
  }
}

/** How long a primary is; f is 0 at the wrist and 1 at the tip of the hand. */
function lengthOf(end: 'fingers' | 'pointed' | 'round', f: number, chord: number, longest: number): number {
  switch (end) {
    case 'fingers':
      return mix(chord * 0.95, longest, smoothstep(0, 0.65, f)) * (1 - 0.14 * smoothstep(0.7, 1, f));
    case 'pointed':
      return mix(chord * 0.9, longest, f);
    case 'round':
      return mix(chord * 0.95, longest, smoothstep(0, 0.7, f)) * (1 - 0.24 * smoothstep(0.6, 1, f));
  }
}

type Placer = (flat: Flat) => { readonly point: Vector3; readonly normal: Vector3 };

/** Bends the flat wing at the wrist, and takes it to the body. */
function placer(shoulder: Vector3, side: number, { arm, hand }: WingBeat, reach: number): Placer {
  const [ca, sa, ch, sh] = [cosDegrees(arm), sinDegrees(arm), cosDegrees(hand), sinDegrees(hand)];
  return ([forwards, outwards, above]) => {
    const [inner, outer] = [Math.min(outwards, WRIST), Math.max(0, outwards - WRIST)];
    const onHand = smoothstep(WRIST - 0.08, WRIST + 0.1, outwards);
    const normal: Vector3 = [0, mix(ca, ch, onHand), -side * mix(sa, sh, onHand)];
    const y = inner * sa + outer * sh + above * normal[1];
    const z = side * (inner * ca + outer * ch) + above * normal[2];
    return { point: [shoulder[0] + forwards * reach, shoulder[1] + y * reach, shoulder[2] + z * reach], normal };
  };
}

/** Lays a feather into the flat wing; it is a little vaulted along and across. */
function featherOf(mesh: MeshBuilder, place: Placer, { detail, seed }: Look) {
  return (
    [forwards, outwards, above]: Flat,
    degreesBack: number,
    length: number,
    halfWidth: number,
    tint: Tint,
    number: number,
    curl: number,
    narrowing: number,
  ): void => {
    const [back, out] = [-sinDegrees(degreesBack), cosDegrees(degreesBack)];
    const rows = FEATHER_STEPS[detail].map(([share, width]): StripRow => {
      const way = length * share;
      const rise = above + curl * length * share * share - 0.06 * way * share;
      const half = halfWidth * width * mix(1, narrowing, smoothstep(0.35, 0.6, share));
      const [x, s] = [forwards + back * way, outwards + out * way];
      const spots = FEATHER_EDGES[detail].map((edge) =>
        place([
          x + out * half * edge,
          s - back * half * edge,
          rise - (edge === 0 ? 0 : 0.16 * half) + 0.1 * half * edge,
        ]),
      );
      return {
        points: spots.map(({ point }) => point),
        normals: spots.map(({ normal }) => normal),
        color: featherColor(tint, share, number, seed),
      };
    });
    addStrip(mesh, rows);
  };
}

function addArm(
  solid: MeshBuilder,
  isFlipper: boolean,
  { color }: Tint,
  joints: readonly Flat[],
  place: Placer,
  reach: number,
  chord: number,
  { detail }: Look,
): void {
  const joined: readonly Flat[] = isFlipper
    ? [
        [0, -0.12, 0],
        [0.02, 0.2, 0],
        [0, 0.5, 0],
        [-0.06, 0.8, 0],
        [-0.12, 1, 0],
      ]
    : joints;
  const radii = isFlipper
    ? [0.5, 0.55, 0.5, 0.36, 0.06].map((share) => share * chord)
    : [0.06, 0.042, 0.03, 0.01].map((share) => share * reach);
  const placed = joined.map((flat) => place(flat));
  addTube(
    solid,
    placed.map(({ point }) => point),
    radii,
    () => color,
    {
      sides: detail === 'low' ? 6 : 10,
      flatness: isFlipper ? 0.16 : 0.5,
      up: placed[1]!.normal,
    },
  );
}
