// What the library knows of a species: the row of a table, and a factory that makes its individuals.
import type { Key, Model, Rig } from '@diorama/geometry';
import type { ObjectClass } from '@diorama/scene';
import type { Detail, MissingAsset } from '@diorama/stage';
import type { Base } from './normalize-model.ts';

/** The classes that assets belong to; an `object` may be of any. */
export type AssetClass = ObjectClass;

/** One kind of thing that the library can make. */
export interface Species extends Base {
  /** `carnivore/lion` */
  readonly id: string;
  readonly kind: AssetClass;
  /** What it is called, the common name first. */
  readonly names: readonly string[];
  /** Its scientific name, or its rock's composition: `Panthera leo`. */
  readonly latin?: string;
  /** How high it may be in nature, grown up and standing as its model of height 1 does, metres. */
  readonly heights?: readonly [least: number, greatest: number];
  /** Words by which it may be meant as well: `big cat`, `savanna`. */
  readonly tags: readonly string[];
  /** What can be told apart: 1 where every individual is the same. */
  readonly individuals: number;
  /** The poses that it can take; none for what does not move. */
  readonly poses: readonly string[];
  /** Makes an individual, in a size that is the same in all poses, and at any place, or on y = 0 if it is rooted: the library brings it to height 1 on its base. A file may be damaged. */
  build(individual: Individual): Model | MissingAsset;
  /** The individual at rest, with its skeleton and clips, in the size and at the place of what {@link build} makes of it standing. */
  readonly rig?: (individual: Individual) => Rig;
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
  /** Of how many triangles: see {@link TRIANGLES}. */
  readonly detail: Detail;
}

/** At most so many triangles has an animal, a bush or a boulder; a tree half as many again. */
export const TRIANGLES: Readonly<Record<Detail, number>> = Object.freeze({ high: 20_000, medium: 6_000, low: 1_500 });

/**
 * How many individuals `variant` tells apart unless the library is told otherwise: a wood of a thousand trees shares a dozen
 * meshes.
 */
export const INDIVIDUALS = 12;
