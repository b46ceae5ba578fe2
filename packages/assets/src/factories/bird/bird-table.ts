// The row of a bird's table: its side view with wings folded. Metres; x forward, y up.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Coat } from '../../solid/paint-surface.ts';

/** A point of the side view with the half height, and the half width if it is another, of the body there. */
export type BirdStation = readonly [x: number, y: number, halfHeight: number, halfWidth?: number];

export interface BirdTable {
  /** Edge of a cell of the body's grid. */
  readonly cell: number;
  /** How far the parts of the body melt into each other. */
  readonly blend: number;
  /** From the tail to the breast. */
  readonly body: readonly BirdStation[];
  readonly neck: readonly BirdStation[];
  readonly head: readonly BirdStation[];
  readonly beak: {
    readonly points: readonly (readonly [x: number, y: number])[];
    readonly radii: readonly number[];
    readonly color: LinearColor;
    /** How wide it is: more than 1 for a duck's bill. */
    readonly width: number;
  };
  readonly eye: { readonly at: readonly [x: number, y: number]; readonly radius: number; readonly iris: LinearColor };
  /** Hip, ankle, foot, on the right side. */
  readonly leg: {
    readonly points: readonly [Vector3, Vector3, Vector3];
    readonly radius: number;
    readonly color: LinearColor;
    readonly toe: number;
    readonly webbed: boolean;
  };
  readonly tail: {
    readonly at: Vector3;
    readonly feathers: number;
    readonly length: number;
    readonly spread: number;
    readonly halfWidth: number;
    readonly pitch: number;
    readonly color: LinearColor;
  };
  readonly wing: {
    /** Of both wings. */
    readonly span: number;
    readonly chord: number;
    /** Where it is attached, on the right side. */
    readonly at: Vector3;
    readonly color: LinearColor;
    readonly coverts: LinearColor;
    readonly tips: LinearColor;
    /** How many feathers stand apart at the tip. */
    readonly fingers: number;
    /** Whether long feathers show under the folded wing. */
    readonly ragged?: boolean;
    /** The folded wing in the side view. */
    readonly folded: readonly BirdStation[];
  };
  /** Degrees by which the body is lowered, and the neck stretched, in flight. */
  readonly flight: { readonly body: number; readonly neck: number };
  readonly crest?: readonly Vector3[];
  readonly coat: (seed: number) => Coat;
}
