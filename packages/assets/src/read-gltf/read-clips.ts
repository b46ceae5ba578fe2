// Turns an animation of a file, at a moment, into where each node then stands to its parent (glTF 2.0 §3.11).
import { acos, quaternion, sin } from '@diorama/geometry';
import type { Buffers, Numbers } from './buffers.ts';
import { LIMITS, require } from './gltf-fault.ts';
import { asObject, countOf, entryOf, type JsonObject, listOf } from './json-access.ts';

/** An animation of a file. */
export interface Clip {
  /** As the file has it; `clip 3` where it has none. */
  readonly name: string;
  /** Seconds. */
  readonly duration: number;
}

/** What takes the place of a node's own translation, rotation and scale. */
export type NodeMotion = Readonly<Record<string, readonly number[]>>;

/** All animations of a file. Looks at their times alone. */
export function listClips(json: JsonObject, buffers: Buffers): readonly Clip[] {
  return clipNames(json).map((name, index) => ({
    name,
    duration: durationOf(readTracks(json, buffers, index, false)),
  }));
}

/** The names of all animations, without a look at their numbers. */
export function clipNames(json: JsonObject): readonly string[] {
  const animations = listOf(json, 'animations');
  require(animations.length <= LIMITS.clips, () => `it has ${animations.length} animations, more than are read`);
  return animations.map((entry, index) => {
    const { name } = asObject(entry, `animation ${index}`);
    return typeof name === 'string' && name !== '' ? name.slice(0, 120) : `clip ${index}`;
  });
}

/** Where the nodes that a clip moves stand at a phase of it, 0..1; by their index. */
export function sampleClip(
  json: JsonObject,
  buffers: Buffers,
  clip: number,
  phase: number,
): ReadonlyMap<number, NodeMotion> {
  const tracks = readTracks(json, buffers, clip, true);
  const time = phase * durationOf(tracks);
  const motions = new Map<number, NodeMotion>();
  for (const track of tracks) {
    motions.set(track.node, { ...motions.get(track.node), [track.path]: sampleTrack(track, time) });
  }
  return motions;
}

interface Track {
  readonly node: number;
  readonly path: string;
  readonly interpolation: string;
  readonly times: Float64Array;
  /** Empty if only times were asked for. */
  readonly values: Float64Array;
  readonly width: number;
}

/** Channels that move nodes; those of morph targets are passed over. */
function readTracks(json: JsonObject, buffers: Buffers, clip: number, withValues: boolean): readonly Track[] {
  const animation = entryOf(listOf(json, 'animations'), clip, 'animation');
  const samplers = listOf(animation, 'samplers');
  const known = new Map<unknown, Numbers>();
  const numbers = (index: unknown, what: string): Numbers => {
    const found = known.get(index) ?? buffers.numbers(index, what);
    known.set(index, found);
    return found;
  };
  const tracks: Track[] = [];
  for (const [index, one] of listOf(animation, 'channels').entries()) {
    require(index < LIMITS.nodes, () => `animation ${clip} has more channels than are read`);
    const channel = asObject(one, 'channel');
    const target = asObject(channel.target, 'target of a channel');
    const width = WIDTHS[String(target.path)];
    if (width === undefined || target.node === undefined) continue;
    const sampler = entryOf(samplers, channel.sampler, 'sampler of an animation');
    const interpolation = String(sampler.interpolation ?? 'LINEAR');
    require(INTERPOLATIONS.has(interpolation), () => `an animation interpolates by ${interpolation.slice(0, 20)}`);
    const times = numbers(sampler.input, 'times of an animation');
    require(times.width === 1 && times.count > 0, () => 'an animation has no times');
    const rows = interpolation === 'CUBICSPLINE' ? 3 * times.count : times.count;
    const values = withValues ? numbers(sampler.output, 'values of an animation') : undefined;
    require(values === undefined || (values.width === width && values.count >= rows), () =>
      `an animation has ${values?.count} values for ${times.count} times`);
    tracks.push({
      node: countOf(target, 'node'),
      path: String(target.path),
      interpolation,
      times: times.values,
      values: values?.values ?? new Float64Array(0),
      width,
    });
  }
  return tracks;
}

const WIDTHS: Readonly<Record<string, number>> = { translation: 3, rotation: 4, scale: 3 };
const INTERPOLATIONS: ReadonlySet<string> = new Set(['LINEAR', 'STEP', 'CUBICSPLINE']);

function durationOf(tracks: readonly Track[]): number {
  return tracks.reduce((latest, { times }) => Math.max(latest, times.at(-1)!), 0);
}

/** Before the first time it is as at the first, after the last as at the last. */
function sampleTrack(track: Track, time: number): readonly number[] {
  const { times, path, interpolation } = track;
  let before = 0;
  let after = times.length - 1;
  if (time <= times[before]!) after = before;
  else if (time >= times[after]!) before = after;
  else {
    while (after - before > 1) {
      const middle = (before + after) >> 1;
      if (times[middle]! <= time) before = middle;
      else after = middle;
    }
  }
  const span = times[after]! - times[before]!;
  const share = span > 0 ? (time - times[before]!) / span : 0;
  if (interpolation === 'CUBICSPLINE') return upright(path, splineBetween(track, before, after, share, span));
  const from = rowOf(track, before);
  if (interpolation === 'STEP' || share === 0) return from;
  const to = rowOf(track, after);
  if (path === 'rotation') return slerp(from as unknown as Four, to as unknown as Four, share);
  return from.map((part, index) => part + (to[index]! - part) * share);
}

type Four = readonly [number, number, number, number];

/** The way between two rotations, at an even speed, on the shorter side (glTF 2.0, appendix C.4). */
function slerp(from: Four, to: Four, share: number): readonly number[] {
  const along = from[0] * to[0] + from[1] * to[1] + from[2] * to[2] + from[3] * to[3];
  const side = along < 0 ? -1 : 1;
  const angle = acos(Math.min(1, Math.abs(along)));
  // So near to each other the straight way is as good, and does not divide by nothing.
  const [near, far] =
    angle < 1e-4 ? [1 - share, share] : [sin((1 - share) * angle) / sin(angle), sin(share * angle) / sin(angle)];
  return upright(
    'rotation',
    from.map((part, index) => near * part + side * far * to[index]!),
  );
}

function rowOf({ values, width }: Track, row: number): number[] {
  return [...values.subarray(row * width, (row + 1) * width)];
}

/** Hermite's curve between two values with their tangents (glTF 2.0, appendix C.5). */
function splineBetween(track: Track, before: number, after: number, t: number, span: number): number[] {
  const [from, leaving] = [rowOf(track, 3 * before + 1), rowOf(track, 3 * before + 2)];
  const [arriving, to] = [rowOf(track, 3 * after), rowOf(track, 3 * after + 1)];
  const [square, cube] = [t * t, t * t * t];
  return from.map(
    (part, index) =>
      (2 * cube - 3 * square + 1) * part +
      (cube - 2 * square + t) * span * leaving[index]! +
      (3 * square - 2 * cube) * to[index]! +
      (cube - square) * span * arriving[index]!,
  );
}

/** A rotation that was interpolated part by part has to be made one again. */
function upright(path: string, value: number[]): readonly number[] {
  if (path !== 'rotation') return value;
  const [x, y, z, w] = value as unknown as Four;
  return x === 0 && y === 0 && z === 0 && w === 0 ? [0, 0, 0, 1] : [...quaternion.normalize([x, y, z, w])];
}
