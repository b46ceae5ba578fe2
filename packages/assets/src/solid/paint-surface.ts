// Turns a posed surface into a colored one: each vertex learns which part of the body it is, and where it was at rest.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { MeshBuilder } from '../build/mesh-builder.ts';
import { coneDistance, coneReach, lastShare, type PosedCone, REGION_COUNT } from './round-cone.ts';
import { type Frame, unapplyFrame } from './skeleton.ts';
import type { Surface } from './surface-nets.ts';

/** What a coat knows of a point of the skin. */
export interface Skin {
  /** The point at rest, metres: patterns are fixed to it, and do not swim when a joint bends. */
  readonly rest: Vector3;
  /** The share of each region; they add up to 1. */
  readonly shares: Float64Array;
  /** How far along each region's chain the point is, metres. */
  readonly along: Float64Array;
  /** The normal, of length 1, in the pose. */
  readonly normal: Vector3;
}

/** The linear color of a point of the skin. */
export type Coat = (skin: Skin) => LinearColor;

export function paintSurface(
  surface: Surface,
  cones: readonly PosedCone[],
  frames: readonly Frame[],
  coat: Coat,
): MeshBuilder {
  const near = cones.map((cone) => nearBox(cone));
  const shares = new Float64Array(REGION_COUNT);
  const along = new Float64Array(REGION_COUNT);
  const boneShares = new Float64Array(frames.length);
  const influence = new Float64Array(cones.length);
  const colors: number[] = [];
  const { positions, normals } = surface;
  for (let at = 0; at < positions.length; at += 3) {
    const point: Vector3 = [positions[at]!, positions[at + 1]!, positions[at + 2]!];
    const touched = measureInfluence(point, cones, near, influence);
    const rest = restPoint(point, touched, cones, influence, boneShares, frames);
    shareOut(rest, touched, cones, influence, shares, along);
    const [x, y, z] = [normals[at]!, normals[at + 1]!, normals[at + 2]!];
    const size = Math.sqrt(x * x + y * y + z * z) || 1;
    const color = coat({ rest, shares, along, normal: [x / size, y / size, z / size] });
    colors.push(color[0], color[1], color[2]);
  }
  return { positions, normals, colors, indices: surface.indices };
}

/** The box outside of which a cone has no say, and how softly its say fades. */
interface Near {
  readonly least: Vector3;
  readonly greatest: Vector3;
  /** Metres from the cone to where its say ends. */
  readonly fade: number;
}

function nearBox({ cone, from, axis }: PosedCone): Near {
  const fade = 5 * (0.35 * cone.blend + 0.012);
  const reach = coneReach(cone) + fade;
  const least = from.map((part, index) => Math.min(part, part + axis[index]!) - reach) as unknown as Vector3;
  const greatest = from.map((part, index) => Math.max(part, part + axis[index]!) + reach) as unknown as Vector3;
  return { least, greatest, fade };
}

/** The indices of the cones that have a say at a point; how much, and where along themselves, goes to the two arrays. */
function measureInfluence(
  [x, y, z]: Vector3,
  cones: readonly PosedCone[],
  near: readonly Near[],
  influence: Float64Array,
): readonly number[] {
  const touched: number[] = [];
  let sum = 0;
  for (let index = 0; index < cones.length; index += 1) {
    const { least, greatest, fade } = near[index]!;
    if (x < least[0] || x > greatest[0] || y < least[1] || y > greatest[1] || z < least[2] || z > greatest[2]) continue;
    const distance = coneDistance(cones[index]!, x, y, z);
    if (distance >= fade) continue;
    const say = 1 - Math.max(0, distance) / fade;
    const power = say * say * say * say * say + 1e-9;
    influence[index] = power;
    SHARES[index] = lastShare;
    sum += power;
    touched.push(index);
  }
  for (const index of touched) influence[index] = influence[index]! / sum;
  return touched;
}
const SHARES: number[] = [];

function restPoint(
  point: Vector3,
  touched: readonly number[],
  cones: readonly PosedCone[],
  influence: Float64Array,
  boneShares: Float64Array,
  frames: readonly Frame[],
): Vector3 {
  if (touched.length === 0) return unapplyFrame(frames[0]!, point);
  const bones: number[] = [];
  const give = (bone: number, share: number) => {
    if (share === 0) return;
    if (boneShares[bone] === 0) bones.push(bone);
    boneShares[bone] = boneShares[bone]! + share;
  };
  for (const index of touched) {
    const { bone, endBone } = cones[index]!.cone;
    give(bone, influence[index]! * (1 - SHARES[index]!));
    give(endBone, influence[index]! * SHARES[index]!);
  }
  const rest: [number, number, number] = [0, 0, 0];
  for (const bone of bones) {
    const [x, y, z] = unapplyFrame(frames[bone]!, point);
    rest[0] += x * boneShares[bone]!;
    rest[1] += y * boneShares[bone]!;
    rest[2] += z * boneShares[bone]!;
    boneShares[bone] = 0;
  }
  return rest;
}

/** Shares by region, and the way along each region's chain, measured on the cones at rest so that bends do not smear it. */
function shareOut(
  rest: Vector3,
  touched: readonly number[],
  cones: readonly PosedCone[],
  influence: Float64Array,
  shares: Float64Array,
  along: Float64Array,
): void {
  shares.fill(0);
  along.fill(0);
  if (touched.length === 0) shares[0] = 1;
  for (const index of touched) {
    const { from, to, region, start, end } = cones[index]!.cone;
    const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    const way = (rest[0] - from[0]) * dx + (rest[1] - from[1]) * dy + (rest[2] - from[2]) * dz;
    const share = Math.max(-0.3, Math.min(1.3, way / (dx * dx + dy * dy + dz * dz || 1e-9)));
    shares[region] = shares[region]! + influence[index]!;
    along[region] = along[region]! + influence[index]! * (start + (end - start) * share);
  }
  for (let region = 0; region < REGION_COUNT; region += 1) {
    if (shares[region]! > 0) along[region] = along[region]! / shares[region]!;
  }
}
