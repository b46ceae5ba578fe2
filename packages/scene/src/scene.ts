// The scene: what a program means, as plain data that any backend can draw. It knows no syntax and no backend.
// Metres, degrees, sRGB colors; right-handed, +Y up; all places are of the world. Rotations stay as they were written.
import type { Place } from '@diorama/diagnostics';

/** A whole scene. Every part is present: what a program leaves out has its default here. */
export interface Scene {
  readonly settings: SceneSettings;
  readonly camera: Camera;
  readonly sky: Sky;
  /** None: the air is perfectly clear. */
  readonly haze?: Haze;
  readonly ground: Ground;
  /** In the program's order. */
  readonly elements: readonly Element[];
}

/** What every part of a scene carries beside its meaning. */
export interface Provenance {
  /** Where in the source it comes from; left out for defaults and in the scene's JSON form on request. */
  readonly origin?: Place;
  readonly annotations?: Annotations;
}
/** Facts about an element that are no part of the scene. */
export interface Annotations {
  /** Visible pixels. */
  readonly pixels?: number;
  /** 0..1 */
  readonly confidence?: number;
  readonly notes?: readonly string[];
}

/** What holds for the scene as a whole. */
export interface SceneSettings extends Provenance {
  readonly name: string;
  /** 0..2³²−1 */
  readonly seed: number;
  /** The safetensors file that `embedding` rows index, with what its header says. */
  readonly embeddings?: EmbeddingFile;
  readonly credits: string;
}
/** A safetensors file whose rows appearances name. */
export interface EmbeddingFile {
  readonly file: string;
  /** The embedding space: vectors of different spaces are never compared. */
  readonly space: string;
  readonly rows: number;
}

/** The eye that sees the scene; `near` and `far` in metres. */
export interface Camera extends Provenance {
  readonly position: FixedLocation;
  readonly aim: CameraAngles | CameraTarget;
  /** Vertical angle of view, degrees. */
  readonly fov: number;
  /** Width / height. */
  readonly aspect: number;
  /** EV: each step doubles the brightness. */
  readonly exposure: number;
  readonly near: number;
  readonly far: number;
}
/**
 * An aim by angles, in degrees: pitch looks up, yaw turns to the left, roll tilts anticlockwise.
 */
export interface CameraAngles {
  readonly kind: 'angles';
  readonly pitch: number;
  readonly yaw: number;
  readonly roll: number;
}
/** An aim at a point; `roll` in degrees. */
export interface CameraTarget {
  readonly kind: 'target';
  readonly target: FixedLocation;
  readonly roll: number;
}

/** Sun and atmosphere: angles in degrees, the altitude in metres; the rest are factors. */
export interface Sky extends Provenance {
  readonly sunElevation: number;
  readonly sunAzimuth: number;
  readonly sunSize: number;
  readonly sunIntensity: number;
  readonly strength: number;
  readonly altitude: number;
  readonly air: number;
  readonly dust: number;
  readonly ozone: number;
}

/** What veils the distance. */
export interface Haze extends Provenance {
  /** As written: `density` per metre, or `visibility` in metres (3.912 / density). */
  readonly extent: { readonly kind: 'density' | 'visibility'; readonly value: number };
  readonly color: Color;
}

/** The land that everything stands on; lengths in metres. */
export interface Ground extends Provenance {
  /** None: short grass. */
  readonly surface?:
    | { readonly kind: 'color'; readonly color: Color }
    | { readonly kind: 'appearance'; readonly appearance: Appearance };
  readonly roughness: number;
  /** Metres by which hills and hollows depart from y = 0. */
  readonly relief: number;
  readonly reliefScale: number;
}

/** sRGB as `#rrggbb`, lower case. */
export type Color = string;

/** Metres of the world, +Y up. */
export type Point = readonly [x: number, y: number, z: number];

/** Where an element's origin is. */
export type Location =
  /** On the ground at (x, z): y is the ground's height there. */
  | { readonly kind: 'ground'; readonly x: number; readonly z: number }
  | { readonly kind: 'world'; readonly x: number; readonly y: number; readonly z: number }
  /** In the camera's full frame: x right, y up, −z forward. A rotation is then relative to the camera's yaw. */
  | { readonly kind: 'view'; readonly x: number; readonly y: number; readonly z: number };

/** A location that does not depend on the camera. */
export type FixedLocation = Exclude<Location, { kind: 'view' }>;

/** As written, degrees. `quaternion` (x, y, z, w) need not have length 1; `matrix` (row by row) means its nearest rotation. */
export type Rotation =
  | { readonly kind: 'yaw'; readonly yaw: number }
  | { readonly kind: 'euler'; readonly pitch: number; readonly yaw: number; readonly roll: number }
  | { readonly kind: 'quaternion'; readonly quaternion: readonly [number, number, number, number] }
  | { readonly kind: 'matrix'; readonly matrix: readonly number[] };

/** How something looks: by an asset, by likeness, or by an embedding. */
export type Appearance =
  | { readonly kind: 'asset'; readonly id: string }
  | { readonly kind: 'like'; readonly text: string }
  | { readonly kind: 'like-image'; readonly file: string }
  | { readonly kind: 'embedding'; readonly row: number };

/** Anything that has a place in the scene. */
export type Element = SceneObject | Water | Box | Sphere | Cylinder | Cone | Plane | Lamp;

/** What every element has. */
export interface Placed extends Provenance {
  /** The program's name of it, unique in the scene. */
  readonly label?: string;
  readonly at: Location;
}
/** The classes of the library's objects. */
export type ObjectClass = 'bird' | 'boulder' | 'bush' | 'carnivore' | 'herbivore' | 'tree' | 'object';
/** Something of the asset library. */
export interface SceneObject extends Placed {
  readonly kind: ObjectClass;
  /** Metres, > 0: sets the uniform scale. */
  readonly height: number;
  readonly rotation: Rotation;
  /** None: the library picks from the class by `variant`. */
  readonly appearance?: Appearance;
  /** Which individual of the species. */
  readonly variant: number;
  /** Animals only. */
  readonly pose?: string;
  /** Animals only: 0..1 through the cycle of the pose. */
  readonly phase?: number;
}
/** A level sheet of water, rectangular as seen from above. */
export interface Water extends Placed {
  readonly kind: 'water';
  /** Extents along x and z, metres; y is 0. */
  readonly size: Point;
  /** The sheet stays level: only the heading counts. */
  readonly rotation: Rotation;
  readonly color: Color;
  readonly roughness: number;
}
interface Shape extends Placed {
  readonly rotation: Rotation;
  readonly color: Color;
  readonly roughness: number;
  readonly metallic: number;
}
/** A box on its base; `size` in metres. */
export interface Box extends Shape {
  readonly kind: 'box';
  readonly size: Point;
}
/** A ball on its lowest point; `radius` in metres. */
export interface Sphere extends Shape {
  readonly kind: 'sphere';
  readonly radius: number;
}
/** An upright cylinder on its base, in metres. */
export interface Cylinder extends Shape {
  readonly kind: 'cylinder';
  readonly radius: number;
  readonly height: number;
}
/** An upright cone on its base, in metres. */
export interface Cone extends Shape {
  readonly kind: 'cone';
  readonly radius: number;
  readonly height: number;
}
/** A flat sheet; `size` in metres, its y is 0. */
export interface Plane extends Shape {
  readonly kind: 'plane';
  readonly size: Point;
}
/** A light that takes no room; `radius` in metres. */
export interface Lamp extends Placed {
  readonly kind: 'lamp';
  readonly color: Color;
  /** Watts. */
  readonly power: number;
  readonly radius: number;
}
