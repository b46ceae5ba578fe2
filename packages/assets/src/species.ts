// What the library knows of a species: the row of a table, and a factory that makes its individuals.
import type { Key, Model } from '@diorama/geometry';
import type { ObjectClass } from '@diorama/scene';
import type { MissingAsset } from '@diorama/stage';
import type { Standing } from './normalize-model.ts';

/** The classes that assets belong to; an `object` may be of any. */
export type AssetClass = ObjectClass;

/** One kind of thing that the library can make. */
export interface Species {
  /** `carnivore/lion` */
  readonly id: string;
  readonly kind: AssetClass;
  /** What it is called, the common name first; Latin names too. */
  readonly names: readonly string[];
  /** Words by which it may be meant as well: `big cat`, `savanna`. */
  readonly tags: readonly string[];
  /** What can be told apart: 1 where every individual is the same. */
  readonly individuals: number;
  /** The poses that it can take; none for what does not move. */
  readonly poses: readonly string[];
  /** What of it stands at the origin. */
  readonly standing: Standing;
  /** Makes an individual, in a size that is the same in all poses, and at any place: the library brings it to height 1 on its base. A file may be damaged. */
  build(individual: Individual): Model | MissingAsset;
  /** The height of what {@link build} makes, where that is known sooner. */
  readonly height?: (individual: Individual) => number;
}

/** Which individual, and what it is doing. */
export interface Individual {
  /** Draws of this key are its own: no two individuals of any species share them. */
  readonly key: Key;
  /** 0..individuals − 1 */
  readonly number: number;
  readonly pose: string;
  /** 0..1, a multiple of 1/16. */
  readonly phase: number;
}

/**
 * How many individuals a species has: a drawn variant v stands for individual v modulo this, so that a wood of a thousand
 * trees shares a dozen meshes.
 */
export const INDIVIDUALS = 12;
