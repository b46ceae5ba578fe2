// Turns the parameters of a sky into the light that comes straight from the sun.
import { cos, type LinearColor, sin, toRadians } from '@diorama/geometry';
import { EARTH_RADIUS } from './atmosphere.ts';
import { falloff } from './falloff.ts';
import { type Depth, lightDepth } from './light-depth.ts';
import { eyeHeight } from './scattered-light.ts';
import type { SkyParameters } from './sky-model.ts';
import { AIR_SCATTERING, colorOfSpectrum, DUST_EXTINCTION, SUNLIGHT, WAVELENGTHS } from './spectrum.ts';

export interface SunLight {
  /** On a surface that faces the sun; fades while the disc sets. */
  readonly irradiance: LinearColor;
  /** Of the middle of the disc; black when all of it has set. */
  readonly discRadiance: LinearColor;
}

/**
 * The disc as Blender paints it: its light comes through the air at its lower and its upper edge, is mixed in between, and
 * darkens to the limb. The larger the disc, the fainter: the irradiance does not depend on its size. Ozone does not dim the
 * sun.
 */
export function sunLight(parameters: SkyParameters): SunLight {
  const radius = discRadius(parameters.sunSize);
  const elevation = toRadians(parameters.sunElevation);
  if (elevation + radius <= 0) return { irradiance: BLACK, discRadiance: BLACK };
  const bottom = passedLight(parameters, Math.max(0, elevation - radius));
  const top = passedLight(parameters, elevation + radius);
  const { share, height } = visibleDisc(elevation, radius);
  const power = parameters.strength * parameters.sunIntensity;
  const solidAngle = 2 * Math.PI * (1 - cos(radius));
  const mixed = [0, 1, 2].map((part) => Math.max(0, bottom[part]! + (top[part]! - bottom[part]!) * height) * power);
  const [red, green, blue] = mixed as [number, number, number];
  const dimming = MEAN_LIMB * share;
  return {
    irradiance: [red * dimming, green * dimming, blue * dimming],
    discRadiance: [red / solidAngle, green / solidAngle, blue / solidAngle],
  };
}

/**
 * The disc's angular radius in radians, by its diameter in degrees; as in Blender it has a least size, so that its radiance
 * stays finite.
 */
export function discRadius(sunSize: number): number {
  return toRadians(Math.max(LEAST_SUN_SIZE, sunSize)) / 2;
}

/** How bright the disc is at a share 0..1 of its radius (a linear law with 0.6, as in Blender), 1 in the middle. */
export function limbDarkening(share: number): number {
  return 1 - 0.6 * (1 - Math.sqrt(Math.max(0, 1 - share * share)));
}

/** The mean of {@link limbDarkening} over the disc. */
const MEAN_LIMB = 0.8;
/** Degrees. */
const LEAST_SUN_SIZE = 0.0286;
const BLACK: LinearColor = [0, 0, 0];

/** The irradiance of sunlight at the eye, coming from an elevation in radians ≥ 0, before the limb darkens it. */
function passedLight(parameters: SkyParameters, elevation: number): LinearColor {
  const depth: Depth = { air: 0, dust: 0, ozone: 0 };
  lightDepth(EARTH_RADIUS + eyeHeight(parameters), Math.max(0, sin(elevation)), depth);
  const dust = DUST_EXTINCTION * parameters.dust * depth.dust;
  const spectrum = Float64Array.from(
    { length: WAVELENGTHS },
    (_, wave) => SUNLIGHT[wave]! * falloff(AIR_SCATTERING[wave]! * parameters.air * depth.air + dust),
  );
  return colorOfSpectrum(spectrum);
}

/**
 * Of the disc's light, the share that the horizon leaves, and the mean height from which it comes: 0 at the lower edge (or
 * the horizon), 1 at the upper. Adds up level chords of the disc; a chord of half length c of a disc of radius 1 sends 0.8 c
 * + 0.3 π c².
 */
function visibleDisc(elevation: number, radius: number): { readonly share: number; readonly height: number } {
  if (elevation >= radius) return { share: 1, height: 0.5 };
  const lowest = -elevation / radius;
  const step = (1 - lowest) / CHORDS;
  let [sum, moment] = [0, 0];
  for (let index = 0; index < CHORDS; index += 1) {
    const place = (index + 0.5) / CHORDS;
    const high = lowest + (index + 0.5) * step;
    const square = Math.max(0, 1 - high * high);
    const light = (0.8 * Math.sqrt(square) + 0.3 * Math.PI * square) * step;
    sum += light;
    moment += light * place;
  }
  return { share: Math.min(1, sum / (MEAN_LIMB * Math.PI)), height: moment / sum };
}

const CHORDS = 64;
