// Turns a stage's light into numbers for inner loops.
import { harmonicIrradiance } from '@diorama/geometry';
import type { Stage } from '@diorama/stage';
import type { SeenPlace } from './seen-place.ts';
import { createSkySampler, createSunnySkySampler, type SkySampler } from './sky-sampler.ts';
import { type SunFrame, sunFrame } from './sun-frame.ts';

/** All light on a stage, places in metres from the eye. */
export interface StageLight {
  readonly sun: SunFrame;
  /** On a surface that faces the sun: red, green, blue. */
  readonly sunIrradiance: Float64Array;
  readonly hasSun: boolean;
  /** Irradiance as a polynomial of the normal: for 1, x, y, z, xy, yz, zz, xz, xx − yy, red, green, blue each. */
  readonly ambient: Float64Array;
  /** Seven numbers a lamp: x, y, z, red, green, blue, and one that stands for nothing. */
  readonly lamps: Float64Array;
  readonly lampCount: number;
  readonly skyWithSun: SkySampler;
  readonly skyWithoutSun: SkySampler;
  /** What a mirror that looks down sees. */
  readonly groundRadiance: Float64Array;
  /** 0 if the air is clear. */
  readonly hazeDensity: number;
  readonly hazeCeiling: number;
  readonly hazeColor: Float64Array;
}

export const LAMP_SIZE = 7;

export function stageLight({ sky, ambient, lamps, haze, camera }: Stage): StageLight {
  const down = harmonicIrradiance(ambient, [0, -1, 0]);
  return {
    sun: sunFrame(sky.sunDirection),
    sunIrradiance: Float64Array.from(sky.sunIrradiance),
    hasSun: sky.sunIrradiance.some((part) => part > 0),
    ambient: irradiancePolynomial(ambient),
    lamps: Float64Array.from(
      lamps.flatMap(({ position, intensity }) => [
        ...position.map((part, axis) => part - (camera.position[axis] as number)),
        ...intensity,
        0,
      ]),
    ),
    lampCount: lamps.length,
    skyWithSun: createSunnySkySampler(sky),
    skyWithoutSun: createSkySampler(sky),
    groundRadiance: Float64Array.from(down, (part) => part / Math.PI),
    hazeDensity: haze?.density ?? 0,
    hazeCeiling: haze?.ceiling ?? 0,
    hazeColor: Float64Array.from(haze?.color ?? [0, 0, 0]),
  };
}

/**
 * The nine products of basis functions, coefficients and the cosine's lobe, sorted by powers of the normal. The constant of
 * 3z² − 1 goes to the first. Ramamoorthi and Hanrahan, SIGGRAPH 2001, eq. 13.
 */
function irradiancePolynomial(ambient: readonly number[]): Float64Array {
  const polynomial = new Float64Array(27);
  for (let part = 0; part < 3; part += 1) {
    const of = (index: number) => ambient[3 * index + part] ?? 0;
    const flat = Math.PI * 0.282094791773878;
    const slope = ((2 * Math.PI) / 3) * 0.48860251190292;
    const product = (Math.PI / 4) * 1.092548430592079;
    const square = (Math.PI / 4) * 0.31539156525252;
    const terms = [
      flat * of(0) - square * of(6),
      slope * of(3),
      slope * of(1),
      slope * of(2),
      product * of(4),
      product * of(5),
      3 * square * of(6),
      product * of(7),
      (product / 2) * of(8),
    ];
    for (let index = 0; index < 9; index += 1) polynomial[3 * index + part] = terms[index] as number;
  }
  return polynomial;
}

/** Writes the irradiance on a surface with a normal of length 1. */
export function ambientIrradiance(polynomial: Float64Array, out: Float64Array, x: number, y: number, z: number): void {
  const xy = x * y;
  const yz = y * z;
  const zz = z * z;
  const xz = x * z;
  const difference = x * x - y * y;
  for (let part = 0; part < 3; part += 1) {
    out[part] = Math.max(
      0,
      (polynomial[part] as number) +
        (polynomial[3 + part] as number) * x +
        (polynomial[6 + part] as number) * y +
        (polynomial[9 + part] as number) * z +
        (polynomial[12 + part] as number) * xy +
        (polynomial[15 + part] as number) * yz +
        (polynomial[18 + part] as number) * zz +
        (polynomial[21 + part] as number) * xz +
        (polynomial[24 + part] as number) * difference,
    );
  }
}

/** Adds what lamps send to a place, by the inverse square of the distance, to the irradiance there. */
export function addLamps(
  irradiance: Float64Array,
  { x, y, z, normalX, normalY, normalZ }: SeenPlace,
  { lamps, lampCount }: StageLight,
): void {
  for (let lamp = 0; lamp < lampCount * LAMP_SIZE; lamp += LAMP_SIZE) {
    const lampX = (lamps[lamp] as number) - x;
    const lampY = (lamps[lamp + 1] as number) - y;
    const lampZ = (lamps[lamp + 2] as number) - z;
    const cosine = normalX * lampX + normalY * lampY + normalZ * lampZ;
    if (cosine <= 0) continue;
    const square = lampX * lampX + lampY * lampY + lampZ * lampZ;
    const share = cosine / (square * Math.sqrt(square));
    irradiance[0] = (irradiance[0] as number) + share * (lamps[lamp + 3] as number);
    irradiance[1] = (irradiance[1] as number) + share * (lamps[lamp + 4] as number);
    irradiance[2] = (irradiance[2] as number) + share * (lamps[lamp + 5] as number);
  }
}
