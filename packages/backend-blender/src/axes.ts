// Turns metres with +Y up into Blender's metres with +Z up: (x, y, z) becomes (x, −z, y). The only file that knows of it.
import { type Quaternion, quaternion, type Vector3 } from '@diorama/geometry';

/** `[w, x, y, z]`, as Blender writes rotations. */
export type BlenderQuaternion = readonly [w: number, x: number, y: number, z: number];

/** A point or a direction. */
export function toBlender([x, y, z]: Vector3): Vector3 {
  return [x, 0 - z, y];
}

/** Points or directions, x, y, z each: a copy. */
export function allToBlender(vectors: Float32Array): Float32Array {
  const turned = new Float32Array(vectors.length);
  for (let index = 0; index < vectors.length; index += 3) {
    turned[index] = vectors[index] as number;
    turned[index + 1] = 0 - (vectors[index + 2] as number);
    turned[index + 2] = vectors[index + 1] as number;
  }
  return turned;
}

/** How an object is turned whose own mesh has been turned to Blender's axes too. */
export function objectToBlender([x, y, z, w]: Quaternion): BlenderQuaternion {
  return [w, x, 0 - z, y];
}

/** How a camera is turned: it looks down its own −Z here and there, so only the world turns. */
export function cameraToBlender(rotation: Quaternion): BlenderQuaternion {
  const [x, y, z, w] = quaternion.canonical(quaternion.multiply(UP_TO_Z, rotation));
  return [w, x, y, z];
}

/** Factors along an object's axes. */
export function scaleToBlender([x, y, z]: Vector3): Vector3 {
  return [x, z, y];
}

/** A quarter turn about +X takes +Y to +Z. */
const UP_TO_Z: Quaternion = [Math.SQRT1_2, 0, 0, Math.SQRT1_2];
