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

export interface Floats extends OfElement, Measure<'m'> {
  readonly code: 'floats';
  /** The height of the ground under it. */
  readonly ground: number;
  /** What the gap was measured to, if not the ground. */
  readonly other?: number;
}
export interface Sinks extends OfElement, Measure<'m'> {
  readonly code: 'sinks';
  readonly ground: number;
  /** Nothing of it is above the ground: the gap is that of its top. */
  readonly buried: boolean;
}
export interface Overlaps extends OfElement, Measure<'m'> {
  readonly code: 'overlaps';
  readonly other: number;
}
export interface ImplausibleHeight extends OfElement, Measure<'m'> {
  readonly code: 'implausible-height';
  readonly height: number;
  readonly plausible: Interval;
}
export interface SwimsOnLand extends OfElement, Measure<'m'> {
  readonly code: 'swims-on-land';
  /** The nearest water; without any the gap is Infinity. */
  readonly other?: number;
}
export type Side = 'behind' | 'left' | 'right' | 'above' | 'below' | 'near' | 'far';
export interface OutOfView extends OfElement, Measure<'m'> {
  readonly code: 'out-of-view';
  readonly side: Side;
}
export interface LostInHaze extends OfElement, Measure<'m'> {
  readonly code: 'lost-in-haze';
  readonly distance: number;
}
export interface Hidden extends OfElement, Measure<'%'> {
  readonly code: 'hidden';
  /** What hides most of it. */
  readonly other: number;
}
export interface CameraUnderground extends Measure<'m'> {
  readonly code: 'camera-underground';
  readonly ground: number;
}
export interface CameraInside extends Measure<'m'> {
  readonly code: 'camera-inside';
  readonly other: number;
}
export interface NoLight extends Measure<'deg'> {
  readonly code: 'no-light';
  readonly reason: 'sun' | 'strength';
}
