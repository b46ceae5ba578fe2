// Light from all around, as nine numbers a color: enough for what a dull surface sees of it.
import type { LinearColor } from './color.ts';
import type { Vector3 } from './vector.ts';

/**
 * Radiance over the sphere by real spherical harmonics up to degree 2: nine coefficients, each red, green, blue, in the
 * order Y00, Y1−1 (y), Y10 (z), Y11 (x), Y2−2 (xy), Y2−1 (yz), Y20 (3z²−1), Y21 (xz), Y22 (x²−y²), as three.js's LightProbe keeps
 * them. 27 numbers.
 */
export type Harmonics = readonly number[];

/** The values of the nine basis functions in a direction of length 1. */
export function harmonicBasis([x, y, z]: Vector3): readonly number[] {
  return [
    0.282094791773878,
    0.48860251190292 * y,
    0.48860251190292 * z,
    0.48860251190292 * x,
    1.092548430592079 * x * y,
    1.092548430592079 * y * z,
    0.31539156525252 * (3 * z * z - 1),
    1.092548430592079 * x * z,
    0.54627421529604 * (x * x - y * y),
  ];
}

/**
 * The irradiance on a surface with this normal, of length 1: the light of the half sphere around it, weighted by the
 * cosine. Ramamoorthi and Hanrahan, "An efficient representation for irradiance environment maps", SIGGRAPH 2001, eq. 13.
 */
export function harmonicIrradiance(harmonics: Harmonics, normal: Vector3): LinearColor {
  const basis = harmonicBasis(normal);
  const color: [number, number, number] = [0, 0, 0];
  for (let index = 0; index < 9; index += 1) {
    const weight = (COSINE_LOBE[index] as number) * (basis[index] as number);
    for (let part = 0; part < 3; part += 1) {
      color[part] = (color[part] as number) + weight * (harmonics[3 * index + part] as number);
    }
  }
  return [Math.max(0, color[0]), Math.max(0, color[1]), Math.max(0, color[2])];
}

/** The clamped cosine's own coefficients: π, 2π/3 and π/4 by degree. */
const COSINE_LOBE: readonly number[] = [
  Math.PI,
  ...Array.from({ length: 3 }, () => (2 * Math.PI) / 3),
  ...Array.from({ length: 5 }, () => Math.PI / 4),
];
