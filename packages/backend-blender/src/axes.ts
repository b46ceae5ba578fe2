// Turns metres with +Y up into Blender's metres with +Z up: (x, y, z) becomes (x, −z, y). The only file that knows of it.
import { type Harmonics, type LinearColor, type Quaternion, quaternion, type Vector3 } from '@diorama/geometry';

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

/**
 * Irradiance as a polynomial of the normal (x, y, z) in Blender: the colors of 1, x, y, z, xy, yz, xz, yy and xx − zz, in that
 * order. Their sum can be less than 0, where no light falls. As `harmonicIrradiance`, sorted by powers.
 */
export function irradianceToBlender(harmonics: Harmonics): readonly LinearColor[] {
  const flat = Math.PI * 0.282094791773878;
  const slope = ((2 * Math.PI) / 3) * 0.48860251190292;
  const product = (Math.PI / 4) * 1.092548430592079;
  const square = (Math.PI / 4) * 0.31539156525252;
  const terms = [0, 1, 2].map((part) => {
    const of = (index: number) => harmonics[3 * index + part] ?? 0;
    return [
      flat * of(0) - square * of(6),
      slope * of(3),
      0 - slope * of(2),
      slope * of(1),
      0 - product * of(7),
      0 - product * of(5),
      product * of(4),
      3 * square * of(6),
      (product / 2) * of(8),
    ];
  });
  return Array.from({ length: 9 }, (_, index) => [0, 1, 2].map((part) => terms[part]?.[index] ?? 0) as Color);
}

type Color = [red: number, green: number, blue: number];

/** A quarter turn about +X takes +Y to +Z. */
const UP_TO_Z: Quaternion = [Math.SQRT1_2, 0, 0, Math.SQRT1_2];
