// The row of a broad tree's or a bush's table: the envelope of its crown is the species. Metres.
import type { LinearColor, Vector3 } from '@diorama/geometry';
import type { Bark } from './bark.ts';

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
  /** How far lobes of individuals are from these: 1 for by a sixth of their radii. */
  readonly freedom?: number;
  /** How many points of light are scattered in the crown. */
  readonly points: number;
  /** How far a branch grows at once, how far light draws it, and at which distance a point is reached. */
  readonly step: number;
  readonly reach: number;
  readonly kill: number;
  readonly trunk: readonly Vector3[];
  /** Up to this height the trunk bears nothing; as far as its end, if left out. */
  readonly clear?: number;
  /** Limbs that every individual has: each begins where the trunk ends. */
  readonly limbs?: readonly (readonly Vector3[])[];
  /** Which way all branches tend. */
  readonly tropism: Vector3;
  /** How crooked they are: 0.22 if left out. */
  readonly crookedness?: number;
  readonly twigRadius: number;
  readonly trunkRadius: number;
  /** How much thicker wood of the trunk is than its twigs say, by its height: 1 if left out. */
  readonly girth?: (height: number) => number;
  readonly bark: Bark;
  readonly leaves: Leaves;
  readonly fruit?: Fruit;
  readonly thorns?: Thorns;
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
  /** 1 for leaves that point straight up. */
  readonly rising?: number;
  /** How wide the tufts are in which they stand; 0 for a crown of one piece. */
  readonly clump: number;
  /** How far leaves stand from their twigs, in steps of growth: 0.8 if left out. */
  readonly spread?: number;
  /** Needles: so many to a tuft, which is one leaf of the count. */
  readonly needles?: number;
  /** Shoots that hang from the twigs. */
  readonly shoots?: Shoots;
}

export interface Shoots {
  readonly count: number;
  readonly length: readonly [least: number, greatest: number];
  /** How many of the leaves they bear: 0..1. */
  readonly share: number;
}

/** Balls among the outer leaves. */
export interface Fruit {
  readonly count: number;
  readonly radius: number;
  /** An individual has fruit of one of these. */
  readonly colors: readonly LinearColor[];
}

export interface Thorns {
  readonly count: number;
  readonly length: number;
  readonly color: LinearColor;
}
