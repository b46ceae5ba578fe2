// The geometry of a scene: pure functions over plain data, the same bits on every engine.
// biome-ignore-all assist/source/organizeImports: ordered by hand, as a table of contents

// Points and directions, rotations, and the two with a scale: `vector.add`, `quaternion.multiply`, `transform.compose`.
export type { Vector3 } from './vector.ts';
export * as vector from './vector.ts';
export type { Euler, Matrix3, Quaternion } from './quaternion.ts';
export * as quaternion from './quaternion.ts';
export { nearestRotation } from './nearest-rotation.ts';
export type { Transform } from './transform.ts';
export * as transform from './transform.ts';

// Numbers.
export { sin, cos, tan, asin, acos, atan, atan2, exp, log, pow } from './math.ts';
export { sinDegrees, cosDegrees, tanDegrees, asinDegrees, atan2Degrees, toRadians, toDegrees } from './math.ts';
export { shortestDecimal } from './shortest-decimal.ts';

// Color.
export type { Color, LinearColor } from './color.ts';
export { parseColor, printColor, toLinear, fromLinear, linearFromSrgb, srgbFromLinear } from './color.ts';

// Randomness.
export type { Key, MutableKey } from './keyed-random.ts';
export { rootKey, extend, extendNumber, uniform, uniformOnLattice } from './keyed-random.ts';
export { extendInto, extendNumberInto } from './keyed-random.ts';
export type { FractalOptions, Noise } from './noise.ts';
export { gradientNoise, fractalNoise, FRACTAL_DEFAULTS } from './noise.ts';

// What renderers draw, and the light around it.
export type { Bounds, Mesh } from './mesh.ts';
export { meshBounds } from './mesh.ts';
export type { EncodedImage, Image } from './image.ts';
export type { Material, Texture, Wrap } from './material.ts';
export { isMatte, LINEAR_OF_BYTE, MATTE_ROUGHNESS, meanColor } from './material.ts';
export type { Model, ModelPart } from './model.ts';
export type { Clip, Joint, Rig, SkinnedPart, Track } from './rig.ts';
export type { Harmonics } from './spherical-harmonics.ts';
export { harmonicBasis, harmonicIrradiance } from './spherical-harmonics.ts';
