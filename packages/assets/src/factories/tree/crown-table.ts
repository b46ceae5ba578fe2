// The row of a broad tree's or a bush's table: the envelope of its crown is the species. Metres.
import type { LinearColor, Vector3 } from '@diorama/geometry';

/** An upright ellipsoid. */
export interface Lobe {
  readonly center: Vector3;
  /** Along x and z. */
  readonly radius: number;
  readonly halfHeight: number;
}

export interface CrownTable {
  /** The crown is the union of these. */
  readonly lobes: readonly Lobe[];
  /** How many points of light are scattered in the crown. */
  readonly points: number;
  /** How far a branch grows at once, how far light draws it, and at which distance a point is reached. */
  readonly step: number;
  readonly reach: number;
  readonly kill: number;
  readonly trunk: readonly Vector3[];
  /** Limbs that every individual has: each begins where the trunk ends. */
  readonly limbs?: readonly (readonly Vector3[])[];
  /** Which way all branches tend. */
  readonly tropism: Vector3;
  readonly twigRadius: number;
  readonly trunkRadius: number;
  readonly leaves: Leaves;
  readonly bark: (height: number, grain: number) => LinearColor;
  /** Where leaves look away from, for their shading. */
  readonly center: Vector3;
}

export interface Leaves {
  readonly count: number;
  readonly length: number;
  readonly halfWidth: number;
  /** Of leaves deep in the crown, and at its edge. */
  readonly inner: LinearColor;
  readonly outer: LinearColor;
  /** 1 for leaves that lie level. */
  readonly level: number;
  /** 1 for leaves that hang straight down. */
  readonly hanging: number;
}
