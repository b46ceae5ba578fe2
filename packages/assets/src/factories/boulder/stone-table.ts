// The row of a stone's table. Lengths are shares of its size.
import type { LinearColor, Vector3 } from '@diorama/geometry';

export interface StoneTable {
  /** Its half extents along x, y and z, before it is brought to height 1; and how far individuals are from them: 0..1. */
  readonly size: Vector3;
  readonly freedom: number;
  /** Three pairs of planes, nearly square to each other, along which rock splits: 1; 0 for a worn ball. */
  readonly blocky: number;
  /** Or a plate with so many sides. */
  readonly sides?: number;
  /** How many more planes cut its corners off, and how deep at most. */
  readonly chips: number;
  readonly chipDepth: number;
  /** How round its edges are. */
  readonly bevel: number;
  /** How deep the steps are that fractures leave on its faces. */
  readonly steps: number;
  readonly roughness: number;
  /** Layers of sediment: how many, and how far the hard ones stand out. */
  readonly strata?: { readonly count: number; readonly depth: number };
  readonly cracks: number;
  /** An individual has one of these. */
  readonly colors: readonly LinearColor[];
  /** How much its grains differ: 0..1. */
  readonly grain: number;
  /** A pale vein right through it. */
  readonly vein?: boolean;
  readonly moss: number;
  readonly lichen: number;
  readonly snow: number;
  /** How many fragments lie at its foot at most. */
  readonly fragments: number;
}
