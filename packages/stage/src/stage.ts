// The stage: a scene with everything decided that a renderer needs. Models, where each stands, lights, air, the camera.
// Metres, right-handed, +Y up; light is linear sRGB. Renderers see neither programs nor asset libraries.
import type { Harmonics, LinearColor, ModelPart, Quaternion, Vector3 } from '@diorama/geometry';
import type { Scene } from '@diorama/scene';
import type { SkyModel } from '@diorama/sky';

/** What a renderer draws. */
export interface Stage {
  /** What it was made from: names, origins, and what backends write as metadata. */
  readonly scene: Scene;
  readonly camera: StagedCamera;
  readonly sky: SkyModel;
  /**
   * The light of the sky from above, and of the ground from below, as a surface sees it that stands free on even ground.
   */
  readonly ambient: Harmonics;
  /** None: the air is perfectly clear. */
  readonly haze?: StagedHaze;
  readonly lamps: readonly StagedLamp[];
  /** A sphere that holds all that is worth a shadow of the sun: what stands in or near the view. */
  readonly shadow: Sphere;
  /** The ground first, then in the order in which the scene's elements need them. Each has at least one instance. */
  readonly models: readonly StagedModel[];
}

/** The eye: looks down its own −Z, up is its +Y. */
export interface StagedCamera {
  readonly position: Vector3;
  readonly rotation: Quaternion;
  /** Vertical angle of view, degrees. */
  readonly fov: number;
  /** Width / height. */
  readonly aspect: number;
  /** Metres. */
  readonly near: number;
  /** Metres. */
  readonly far: number;
  /** EV: light is multiplied by 2^exposure before it becomes a color. */
  readonly exposure: number;
}

/**
 * Light along a way of length d through the haze is dimmed by exp(−density · d); the haze's own color takes its place. The
 * haze reaches up to `ceiling` metres above the eye, so that one sees the sky through it, and the horizon not.
 */
export interface StagedHaze {
  /** Per metre, > 0. */
  readonly density: number;
  readonly color: LinearColor;
  /** Metres above the eye. */
  readonly ceiling: number;
}

/** A point light, by the element that it is. Irradiance at a distance of d metres is `intensity` / d². */
export interface StagedLamp {
  /** Its index in the scene's elements. */
  readonly element: number;
  readonly position: Vector3;
  /** Linear color times radiant intensity: watts / 4π. */
  readonly intensity: LinearColor;
  /** Watts. */
  readonly power: number;
  /** Linear. */
  readonly color: LinearColor;
  /** Metres. */
  readonly radius: number;
}

/** Metres. */
export interface Sphere {
  readonly center: Vector3;
  readonly radius: number;
}

/** Something to draw, once or many times. */
export interface StagedModel {
  /** Unique on the stage: `ground`, `box 1`, `tree/oak#3`, `carnivore/lion#0 walk 0.25`. */
  readonly name: string;
  /** The asset's id, if it comes from the library: `tree/oak#3`. */
  readonly asset?: string;
  readonly parts: readonly ModelPart[];
  readonly instances: Instances;
}

/** Where a model stands, once for each element: row i of each array. Points go p ↦ translation + rotation · (scale ∗ p). */
export interface Instances {
  readonly count: number;
  /** The index in the scene's elements; {@link GROUND} for the ground. */
  readonly elements: Uint32Array;
  /** x, y, z each, metres. */
  readonly translations: Float64Array;
  /** x, y, z, w each, of length 1. */
  readonly rotations: Float64Array;
  /** x, y, z each, > 0. */
  readonly scales: Float64Array;
}

/** Stands for the ground where otherwise an element's index stands. */
export const GROUND = 0xffffffff;

/** In id pictures: nothing but sky. */
export const BACKGROUND_ID = 0;
/** In id pictures: the ground. */
export const GROUND_ID = 1;

/** What stands in id pictures for an element, by its index in the scene's elements, or {@link GROUND}. */
export function idOf(element: number): number {
  return element === GROUND ? GROUND_ID : element + 2;
}
