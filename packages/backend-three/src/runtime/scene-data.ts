// What the runtime turns into a tree of three.js: numbers, names and typed arrays alone, so that it travels in any form.
// Metres, right-handed, +Y up; light is linear sRGB. Quaternions are x, y, z, w.

/** A whole picture's worth of data. */
export interface SceneData {
  readonly name: string;
  readonly camera: CameraData;
  readonly sky: SkyData;
  /** Nine harmonics of the light from all around, red, green, blue each: 27 numbers, in three's own order. */
  readonly ambient: ArrayLike<number>;
  readonly haze: HazeData | null;
  readonly lamps: readonly LampData[];
  /** What is worth a shadow of the sun. */
  readonly shadow: { readonly center: ArrayLike<number>; readonly radius: number };
  readonly images: readonly ImageData[];
  readonly materials: readonly MaterialData[];
  readonly models: readonly ModelData[];
}

/** The eye looks down its own −Z. `fov` is vertical, degrees; `gain` is what light is multiplied by: 2^exposure. */
export interface CameraData {
  readonly position: ArrayLike<number>;
  readonly rotation: ArrayLike<number>;
  readonly fov: number;
  readonly aspect: number;
  readonly near: number;
  readonly far: number;
  readonly gain: number;
}

/** Sun and sky. */
export interface SkyData {
  /** From the scene to the sun, of length 1. */
  readonly sunDirection: ArrayLike<number>;
  /** On a surface that faces the sun. */
  readonly sunIrradiance: ArrayLike<number>;
  /** The angular diameter of the disc, degrees. */
  readonly sunSize: number;
  /** The radiance of the middle of the disc. */
  readonly discRadiance: ArrayLike<number>;
  /** The mean radiance of the ground, which shining things reflect. */
  readonly groundRadiance: ArrayLike<number>;
  /** The table: columns by azimuth from the sun, 0 to π; rows by the root of the elevation. */
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each texel, row by row, from the horizon up. */
  readonly radiance: ArrayLike<number>;
}

/** `density` per metre; `ceiling` metres above the eye. */
export interface HazeData {
  readonly density: number;
  readonly color: ArrayLike<number>;
  readonly ceiling: number;
}

/** A point light; `intensity` in linear color, per steradian. */
export interface LampData {
  readonly id: number;
  readonly name: string;
  readonly position: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

/** Rows from the top; sRGB red, green, blue and linear alpha, a byte each. */
export interface ImageData {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A surface; `image` is an index of the images. */
export interface MaterialData {
  readonly name: string;
  readonly color: ArrayLike<number>;
  readonly roughness: number;
  readonly metallic: number;
  /** Whether it scatters light evenly (Lambert). */
  readonly matte: boolean;
  readonly emissive: ArrayLike<number> | null;
  readonly texture: { readonly image: number; readonly wrapU: string; readonly wrapV: string } | null;
  readonly alphaCutoff: number | null;
  readonly doubleSided: boolean;
}

/** A model and where it stands. */
export interface ModelData {
  readonly name: string;
  /** Whether it casts a shadow. */
  readonly castsShadow: boolean;
  readonly parts: readonly PartData[];
  readonly instances: InstancesData;
}

/** A mesh of one material; `material` is an index of the materials. */
export interface PartData {
  readonly material: number;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly uvs: Float32Array | null;
  readonly colors: Uint16Array | null;
  readonly indices: Uint32Array;
}

/** Row i of each array is one instance. */
export interface InstancesData {
  readonly count: number;
  /** What stands for it in pictures of ids: 1 the ground, i + 2 element i of the program. */
  readonly ids: ArrayLike<number>;
  readonly names: readonly string[];
  readonly translations: ArrayLike<number>;
  readonly rotations: ArrayLike<number>;
  readonly scales: ArrayLike<number>;
}
