// What staging asks of an asset library.
import type { Material, Model } from '@diorama/geometry';
import type { Appearance, ObjectClass } from '@diorama/scene';

/** Decides what scenes look like. Deterministic: the same request, the same answer. */
export interface AssetLibrary {
  /** The model that a request means. Cheap: nothing is built. */
  choose(request: AssetRequest): AssetChoice;
  /**
   * Makes a chosen model: base at the origin, front +Z, height 1 when it stands upright. Callers ask once for each `key`. What turns
   * out to be damaged is missing.
   */
  build(choice: ChosenAsset): Model | MissingAsset;
  /** What the ground looks like. */
  chooseGround(request: GroundRequest): GroundChoice;
  /** A box of height 1 that bears a label, for what cannot be drawn. */
  placeholder(kind: ObjectClass, label: string): Model;
}

/** What a scene says of an object's looks. */
export interface AssetRequest {
  readonly kind: ObjectClass;
  /** None: whatever of the class `variant` decides for. */
  readonly appearance?: Appearance;
  /** What the row of an `embedding` appearance says, if it is known. */
  readonly vector?: AssetVector;
  /** 0..65535 */
  readonly variant: number;
  /** Animals only. */
  readonly pose?: string;
  /** Animals only: 0..1 */
  readonly phase?: number;
  /** Of how many triangles; `high` if it is left out. */
  readonly detail?: Detail;
}

/** A vector, and the embedding space that it is of. */
export interface AssetVector {
  readonly space: string;
  readonly values: ArrayLike<number>;
}

/** How finely a model is made: to be looked at from near by; as one of many; far away, or for a quick look. */
export type Detail = (typeof DETAILS)[number];
export const DETAILS = ['high', 'medium', 'low'] as const;

export type AssetChoice = ChosenAsset | MissingAsset;

/** An asset, and the pose to draw it in. */
export interface ChosenAsset {
  readonly kind: 'asset';
  /** With its variant: `tree/oak#12`. */
  readonly id: string;
  /** Equal keys mean equal models: `carnivore/lion#0 walk 0.25`. */
  readonly key: string;
  readonly pose?: string;
  readonly phase?: number;
  /** Left out: `high`. */
  readonly detail?: Detail;
  /** Why it is not what was asked for, if it is not: `the library cannot be searched by picture`. */
  readonly instead?: string;
}

/** There is nothing that a request can mean. */
export interface MissingAsset {
  readonly kind: 'missing';
  /** `no asset tree/okk`, in words that go on a label. */
  readonly reason: string;
  /** Ids that may have been meant, best first. */
  readonly candidates: readonly string[];
}

/** What a scene says of its ground's looks. */
export interface GroundRequest {
  /** None: short grass. */
  readonly appearance?: Appearance;
  /** The scene's seed: which individual of the material. */
  readonly seed: number;
}

/** A ground's material; its texture repeats every `tileSize` metres. */
export interface GroundChoice {
  /** `ground/short-grass` */
  readonly id: string;
  readonly material: Material;
  /** Metres. */
  readonly tileSize: number;
  readonly instead?: string;
}
