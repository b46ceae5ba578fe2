// What expressions come to. Lengths are metres, angles degrees; texts, colors and words are strings, told apart by type.
import type { Appearance, Rotation } from './literal-values.ts';

/** A number, or the interval in which a number lies that a draw decides. */
export type Scalar = number | IntervalValue;
export interface IntervalValue {
  readonly kind: 'interval';
  readonly min: number;
  readonly max: number;
}
/** A point of the local frame. `ground`: y is 0 and means the ground's height at (x, z). */
export interface PositionValue {
  readonly kind: 'position';
  readonly x: Scalar;
  readonly y: Scalar;
  readonly z: Scalar;
  readonly ground: boolean;
}
/** A difference of points. `level`: its y is literally 0, so that adding it to a point on the ground stays there. */
export interface VectorValue {
  readonly kind: 'vector';
  readonly x: Scalar;
  readonly y: Scalar;
  readonly z: Scalar;
  readonly level: boolean;
}
/** A point of the camera's frame. */
export interface ViewValue {
  readonly kind: 'view';
  readonly x: Scalar;
  readonly y: Scalar;
  readonly z: Scalar;
}
export interface RotationValue {
  readonly kind: 'rotation';
  readonly rotation: Rotation;
}
export interface AppearanceValue {
  readonly kind: 'appearance';
  readonly appearance: Appearance;
}
export type RegionValue =
  | { readonly kind: 'disk'; readonly center: PositionValue; readonly radius: Scalar }
  | { readonly kind: 'ring'; readonly center: PositionValue; readonly inner: Scalar; readonly outer: Scalar }
  | { readonly kind: 'rectangle'; readonly center: PositionValue; readonly size: VectorValue }
  | { readonly kind: 'path'; readonly points: readonly PositionValue[]; readonly width: Scalar };
export interface RangeValue {
  readonly kind: 'range';
  readonly from: Scalar;
  readonly to: Scalar;
  readonly inclusive: boolean;
}
export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
}
/** A labelled element, as far as its members can be read. */
export interface ElementValue {
  readonly kind: 'element';
  readonly at: Value;
  readonly height: Value;
  readonly top: Value;
  readonly rotation: Value;
}
/** Something that a draw decides and no interval bounds, or that an error left without a value. */
export interface UnknownValue {
  readonly kind: 'unknown';
  /** What it may be, if these are all. */
  readonly among?: readonly Value[];
}
/** What a `?` stands for. */
export interface HoleValue {
  readonly kind: 'hole';
}

export type Value =
  | Scalar
  | boolean
  | string
  | PositionValue
  | VectorValue
  | ViewValue
  | RotationValue
  | AppearanceValue
  | RegionValue
  | RangeValue
  | ListValue
  | ElementValue
  | UnknownValue
  | HoleValue;

/** No value: a mistake was reported, or it depends on what is not known yet. */
export const UNKNOWN: UnknownValue = Object.freeze({ kind: 'unknown' });
/** The value of every `?`. */
export const HOLE: HoleValue = Object.freeze({ kind: 'hole' });

/** Whether a value is a way from one place to another. */
export function isVector(value: Value): value is VectorValue {
  return typeof value === 'object' && value.kind === 'vector';
}
