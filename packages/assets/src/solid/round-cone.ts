// The building block of animals: a round cone, flattened along one axis, that hangs on bones.
import type { Vector3 } from '@diorama/geometry';
import { dot, subtract, unit } from '../build/vectors.ts';
import { applyFrame, type Frame, turnByFrame } from './skeleton.ts';

/** A stretch of flesh between two points at rest, each with its radius. Metres. */
export interface RoundCone {
  readonly from: Vector3;
  readonly to: Vector3;
  readonly fromRadius: number;
  readonly toRadius: number;
  /** How thick it is along `flatAxis`, as a share of its radius; at its far end too, unless that has another. */
  readonly flatness: number;
  readonly toFlatness?: number;
  readonly flatAxis: Vector3;
  /** How far it melts into what was there before it, metres. */
  readonly blend: number;
  /** The bones of its two ends. */
  readonly bone: number;
  readonly endBone: number;
  /** What it is a part of: one of {@link REGION}. */
  readonly region: number;
  /** How far along its region it begins and ends: metres of its chain. */
  readonly start: number;
  readonly end: number;
}

/** The parts of a body that coats tell apart. */
export const REGION = {
  torso: 0,
  neck: 1,
  head: 2,
  muzzle: 3,
  ear: 4,
  fore: 5,
  hind: 6,
  foot: 7,
  tail: 8,
  mane: 9,
  trunk: 10,
  wing: 11,
} as const;
export const REGION_COUNT = 12;

/** A round cone as it lies in a pose, with what its distance needs. */
export interface PosedCone {
  readonly cone: RoundCone;
  readonly from: Vector3;
  readonly axis: Vector3;
  readonly inverseLength: number;
  readonly radius: number;
  readonly growth: number;
  readonly flatAxis: Vector3;
  readonly flatness: number;
  /** How much the flatness changes from end to end. */
  readonly flattening: number;
}

export function poseCone(frames: readonly Frame[], cone: RoundCone): PosedCone {
  const frame = frames[cone.bone]!;
  const from = applyFrame(frame, cone.from);
  const axis = subtract(applyFrame(frames[cone.endBone]!, cone.to), from);
  return {
    cone,
    from,
    axis,
    inverseLength: 1 / (dot(axis, axis) || 1e-9),
    radius: cone.fromRadius,
    growth: cone.toRadius - cone.fromRadius,
    flatAxis: unit(turnByFrame(frame, cone.flatAxis)),
    flatness: cone.flatness,
    flattening: (cone.toFlatness ?? cone.flatness) - cone.flatness,
  };
}

/**
 * About the distance of a point from a cone's surface, negative inside: the distance in stretched space divided by the length
 * of its gradient. {@link lastShare} then says where along the cone the nearest point of its axis is.
 */
export function coneDistance(posed: PosedCone, px: number, py: number, pz: number): number {
  const { from, axis, flatAxis } = posed;
  let x = px - from[0];
  let y = py - from[1];
  let z = pz - from[2];
  const share = (x * axis[0] + y * axis[1] + z * axis[2]) * posed.inverseLength;
  const t = share < 0 ? 0 : Math.min(share, 1);
  lastShare = t;
  x -= axis[0] * t;
  y -= axis[1] * t;
  z -= axis[2] * t;
  const radius = posed.radius + posed.growth * t;
  const flatness = posed.flatness + posed.flattening * t;
  const square = x * x + y * y + z * z;
  if (flatness === 1) return Math.sqrt(square) - radius;
  // Stretching multiplies what is along the flat axis by 1 ÷ flatness.
  const off = x * flatAxis[0] + y * flatAxis[1] + z * flatAxis[2];
  const steep = 1 / (flatness * flatness);
  const extra = (steep - 1) * off * off;
  const stretched = square + extra || 1e-18;
  const length = Math.sqrt(stretched);
  return ((length - radius) * length) / Math.sqrt(stretched + steep * extra);
}

/** Where along the cone of the last {@link coneDistance} the nearest point of its axis was: 0..1. A hot loop reads it. */
export let lastShare = 0;

/** The union of two distances, melted over `blend` metres: the quadratic smooth minimum (Quílez 2013). */
export function meltedUnion(a: number, b: number, blend: number): number {
  const overlap = blend - Math.abs(a - b);
  const least = Math.min(a, b);
  return overlap > 0 ? least - (overlap * overlap) / (4 * blend) : least;
}

/** How far a cone reaches from its axis at most, metres. */
export function coneReach({ fromRadius, toRadius, flatness, toFlatness = flatness }: RoundCone): number {
  return Math.max(fromRadius * Math.max(1, flatness), toRadius * Math.max(1, toFlatness));
}
