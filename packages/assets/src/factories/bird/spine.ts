// Turns the stations of a bird's side view into a smooth spine with an elliptical section at each of its points.
import { cosDegrees, sinDegrees, type Vector3 } from '@diorama/geometry';
import { mix } from '../../build/noise.ts';
import { add, along, cross, length, scale, subtract, unit } from '../../build/vectors.ts';

/** A station in space: where it is, which way is the bird's right, and half its height and width. */
export interface Control {
  readonly at: Vector3;
  readonly side: Vector3;
  readonly halfHeight: number;
  readonly halfWidth: number;
  readonly way: number;
}

/** A section of the body. */
export interface Section extends Control {
  readonly up: Vector3;
  readonly forward: Vector3;
}

/** A point of the spine: between which stations, and how far. */
export interface Place {
  readonly segment: number;
  readonly share: number;
}

/** About `count` places, closer where the body is thin. */
export function spreadPlaces(controls: readonly Control[], count: number): readonly Place[] {
  const stretches = controls.slice(1).map((end, segment) => {
    const start = controls[segment]!;
    const thickness = Math.sqrt((start.halfHeight + end.halfHeight) / 2);
    return length(subtract(end.at, start.at)) / thickness;
  });
  const whole = stretches.reduce((sum, stretch) => sum + stretch, 0);
  const places: Place[] = [];
  stretches.forEach((stretch, segment) => {
    const steps = Math.max(1, Math.round((count * stretch) / whole));
    for (let step = 0; step < steps; step += 1) places.push({ segment, share: step / steps });
  });
  places.push({ segment: stretches.length - 1, share: 1 });
  return places;
}

/** The sections at places of a spine: cubic curves through the stations, their tangents by finite differences. */
export function sectionsAt(controls: readonly Control[], places: readonly Place[]): readonly Section[] {
  const slopes = controls.map((_, index) => slopeAt(controls, index));
  const spots = places.map(({ segment, share }) => {
    const [a, b] = [controls[segment]!, controls[segment + 1]!];
    const reach = length(subtract(b.at, a.at));
    const [entry, exit] = [slopes[segment]!, slopes[segment + 1]!];
    const curve = (from: number, to: number, out: number, into: number) =>
      cubic(from, to, out * reach, into * reach, share);
    const at = [0, 1, 2].map((axis) => curve(a.at[axis]!, b.at[axis]!, entry.at[axis]!, exit.at[axis]!));
    return {
      at: at as unknown as Vector3,
      side: unit([0, 1, 2].map((axis) => mix(a.side[axis]!, b.side[axis]!, share)) as unknown as Vector3),
      halfHeight: Math.max(0.001, curve(a.halfHeight, b.halfHeight, entry.halfHeight, exit.halfHeight)),
      halfWidth: Math.max(0.001, curve(a.halfWidth, b.halfWidth, entry.halfWidth, exit.halfWidth)),
      way: mix(a.way, b.way, share),
    };
  });
  return spots.map((spot, index) => {
    const before = spots[Math.max(0, index - 1)]!;
    const after = spots[Math.min(spots.length - 1, index + 1)]!;
    const forward = unit(subtract(after.at, before.at));
    const up = unit(cross(spot.side, forward));
    return { ...spot, up, forward, side: cross(forward, up) };
  });
}

/** Round ends: sections that close the spine as halves of ellipsoids. */
export function withCaps(sections: readonly Section[], rings: number): readonly Section[] {
  const cap = (section: Section, sign: number, [cosine, sine]: readonly [number, number]): Section => ({
    ...section,
    at: along(section.at, section.forward, sign * sine * Math.min(section.halfHeight, section.halfWidth)),
    halfHeight: section.halfHeight * cosine,
    halfWidth: section.halfWidth * cosine,
  });
  const turns = Array.from({ length: rings }, (_, ring) => {
    const degrees = (90 * (ring + 1)) / (rings + 0.35);
    return [cosDegrees(degrees), sinDegrees(degrees)] as const;
  });
  const [first, last] = [sections[0]!, sections.at(-1)!];
  return [
    ...turns.map((turn) => cap(first, -1, turn)).reverse(),
    ...sections,
    ...turns.map((turn) => cap(last, 1, turn)),
  ];
}
/** How wide a body at rest is where the side view shows a point, and which way its skin looks there. */
export interface Flank {
  readonly z: number;
  readonly normal: Vector3;
  /** How far the point is from the outline's middle line: 1 on the outline, more beyond it. */
  readonly offset: number;
  /** From the middle line to the outline, upwards, metres. */
  readonly rise: Vector3;
}

/** Of the right side; sections must be of the body at rest. Beyond the outline it is as thin as at its edge. */
export function flankAt(sections: readonly Section[], x: number, y: number): Flank {
  let nearest = sections[0]!;
  let least = Infinity;
  for (const section of sections) {
    const [dx, dy] = [x - section.at[0], y - section.at[1]];
    const distance = dx * dx + dy * dy;
    if (distance < least) {
      least = distance;
      nearest = section;
    }
  }
  const { at, up, halfHeight, halfWidth } = nearest;
  const offset = ((x - at[0]) * up[0] + (y - at[1]) * up[1]) / halfHeight;
  const height = Math.max(-0.985, Math.min(0.985, offset));
  const share = Math.sqrt(1 - height * height);
  const normal = unit(add(scale(up, height / halfHeight), [0, 0, share / halfWidth]));
  return { z: share * halfWidth, normal, offset, rise: scale(up, halfHeight) };
}

interface Slope {
  readonly at: Vector3;
  readonly halfHeight: number;
  readonly halfWidth: number;
}

/** Change a metre at a station: the mean of both sides, the nearer one counting more. */
function slopeAt(controls: readonly Control[], index: number): Slope {
  const [before, here, after] = [controls[index - 1], controls[index]!, controls[index + 1]];
  const left = before && slopeBetween(before, here);
  const right = after && slopeBetween(here, after);
  if (left === undefined) return right!;
  if (right === undefined) return left;
  const weight = length(subtract(here.at, before!.at)) / length(subtract(after!.at, before!.at) ?? 1);
  const share = Math.max(0.2, Math.min(0.8, weight));
  return {
    at: add(scale(left.at, 1 - share), scale(right.at, share)),
    halfHeight: mix(left.halfHeight, right.halfHeight, share),
    halfWidth: mix(left.halfWidth, right.halfWidth, share),
  };
}

function slopeBetween(a: Control, b: Control): Slope {
  const reach = length(subtract(b.at, a.at)) || 1e-6;
  return {
    at: scale(subtract(b.at, a.at), 1 / reach),
    halfHeight: (b.halfHeight - a.halfHeight) / reach,
    halfWidth: (b.halfWidth - a.halfWidth) / reach,
  };
}

function cubic(from: number, to: number, out: number, into: number, t: number): number {
  const u = 1 - t;
  return from * (1 + 2 * t) * u * u + to * t * t * (3 - 2 * t) + out * t * u * u - into * t * t * u;
}
