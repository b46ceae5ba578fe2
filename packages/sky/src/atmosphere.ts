// Turns a height into how much air, dust and ozone there is: a ball of earth in three thin shells.
//
// Nishita et al., "Display of the earth taking into account atmospheric scattering", SIGGRAPH 1993; sizes as in Blender's sky
// texture.
import { falloff } from './falloff.ts';

/** The share of the greatest density at a height in metres ≥ 0: of air (molecules), that scatters blue. */
export function airDensity(height: number): number {
  return falloff(height / AIR_SCALE_HEIGHT);
}

/** The share of the greatest density at a height in metres ≥ 0: of dust and droplets, that scatter all colors alike. */
export function dustDensity(height: number): number {
  return falloff(height / DUST_SCALE_HEIGHT);
}

/** The share of the greatest density at a height in metres: of ozone, in a layer from 10 to 40 km, densest at 25 km. */
export function ozoneDensity(height: number): number {
  return Math.max(0, 1 - Math.abs(height - 25_000) / 15_000);
}

/** The way in metres to the top of the atmosphere from a point `radius` metres from the earth's centre. */
export function wayToTop(radius: number, zenithCosine: number): number {
  const rise = radius * zenithCosine;
  return Math.sqrt(rise * rise + (TOP_RADIUS - radius) * (TOP_RADIUS + radius)) - rise;
}

/** Metres in which air thins out by e. */
const AIR_SCALE_HEIGHT = 8000;
/** Metres in which dust thins out by e. */
const DUST_SCALE_HEIGHT = 1200;
/** Metres. */
export const EARTH_RADIUS = 6_360_000;
/** Metres. */
export const ATMOSPHERE_HEIGHT = 60_000;
const TOP_RADIUS = EARTH_RADIUS + ATMOSPHERE_HEIGHT;
