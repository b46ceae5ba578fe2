// What a RAW program says of its scene, in the units and axes of the language.
import type { Span } from '@diorama/diagnostics';
import type { Quaternion, Vector3 } from '@diorama/geometry';

export interface RawScene {
  /** By kind and property: `camera` → `pitch` → −1.87. */
  readonly settings: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The ground's row of the appearances. */
  readonly ground?: number;
  readonly objects: readonly RawObject[];
}
export interface RawObject extends Span {
  readonly kind: string;
  readonly pixels?: number;
  /** In the camera's frame, metres, −z forward. */
  readonly location: Vector3;
  readonly height: number;
  /** The row of the rotations. */
  readonly rotation?: number;
  /** The row of the appearances. */
  readonly appearance?: number;
}
/** The rows that the arrays give, as far as they can be used. */
export interface RawRows {
  /** Relative to the camera's heading; undefined where a row is no rotation. */
  readonly rotations: readonly (Quaternion | undefined)[];
  readonly appearances: readonly (readonly number[])[];
}
