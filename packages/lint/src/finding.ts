// What lint measures: one fact about one element, or about the scene's camera or light.
import type { Interval } from '@diorama/vocabulary';

/** A measured fact. `element` and `other` are places among the scene's elements. */
export type Finding =
  | Floats
  | Sinks
  | Overlaps
  | ImplausibleHeight
  | SwimsOnLand
  | OutOfView
  | LostInHaze
  | Hidden
  | CameraUnderground
  | CameraInside
  | NoLight;

/** The code of a finding is that of the diagnostic it becomes. */
export type FindingCode = Finding['code'];

interface OfElement {
  readonly element: number;
  /** Where the element's origin is in the world. */
  readonly base: readonly [x: number, y: number, z: number];
}
/** A measure; the greater, the worse. */
interface Measure<Unit extends 'm' | '%' | 'deg'> {
  readonly gap: number;
  readonly unit: Unit;
}

/** Nothing holds it up: the gap is from its lowest point straight down. */
export interface Floats extends OfElement, Measure<'m'> {
  readonly code: 'floats';
  /** The height of the ground under it. */
  readonly ground: number;
  /** What the gap was measured to, if not the ground. */
  readonly other?: number;
}
/** Its base is deeper in the ground than is natural for its class, by the gap. */
export interface Sinks extends OfElement, Measure<'m'> {
  readonly code: 'sinks';
  readonly ground: number;
  /** Nothing of it is above the ground: the gap is that of its top. */
  readonly buried: boolean;
}
/** It stands in another: the gap is how far it must be moved to come free. */
export interface Overlaps extends OfElement, Measure<'m'> {
  readonly code: 'overlaps';
  readonly other: number;
}
/** It is taller or lower than its class is, by the gap. */
export interface ImplausibleHeight extends OfElement, Measure<'m'> {
  readonly code: 'implausible-height';
  readonly height: number;
  readonly plausible: Interval;
}
/** It has the pose of a swimmer: the gap is from the nearest shore. */
export interface SwimsOnLand extends OfElement, Measure<'m'> {
  readonly code: 'swims-on-land';
  /** The nearest water; without any the gap is Infinity. */
  readonly other?: number;
}
/** Where of the picture something is. */
export type Side = 'behind' | 'left' | 'right' | 'above' | 'below' | 'near' | 'far';
/** It is outside of the picture, by the gap. */
export interface OutOfView extends OfElement, Measure<'m'> {
  readonly code: 'out-of-view';
  readonly side: Side;
}
/** It is farther off than light comes through the haze, by the gap. */
export interface LostInHaze extends OfElement, Measure<'m'> {
  readonly code: 'lost-in-haze';
  readonly distance: number;
}
/** Nearer things cover it: the gap is the share of its outline. */
export interface Hidden extends OfElement, Measure<'%'> {
  readonly code: 'hidden';
  /** What hides most of it. */
  readonly other: number;
}
/** The eye is in the ground, by the gap. */
export interface CameraUnderground extends Measure<'m'> {
  readonly code: 'camera-underground';
  readonly ground: number;
}
/** The eye is inside of an element, by the gap. */
export interface CameraInside extends Measure<'m'> {
  readonly code: 'camera-inside';
  readonly other: number;
}
/** Nothing gives light: the gap is how far the sun is below the horizon. */
export interface NoLight extends Measure<'deg'> {
  readonly code: 'no-light';
  readonly reason: 'sun' | 'strength';
}
