// What a four-legged body at rest is: bones, the flesh on them, and the names of its joints.
import type { Vector3 } from '@diorama/geometry';
import type { RoundCone } from '../../solid/round-cone.ts';
import type { Bone } from '../../solid/skeleton.ts';

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

/** How far from the middle a station of a leg is, as a share of the table's spread: feet stand closer than elbows. */
export const STANCE = [0.78, 0.92, 0.84, 0.76, 0.68] as const;
