// Turns a direction of the sky into the light that air and dust scatter along it, before the angle to the sun counts.
import type { LinearColor } from '@diorama/geometry';
import { ATMOSPHERE_HEIGHT, airDensity, dustDensity, EARTH_RADIUS, ozoneDensity, wayToTop } from './atmosphere.ts';
import { falloff } from './falloff.ts';
import { type Depth, lightDepth } from './light-depth.ts';
import type { SkyParameters } from './sky-model.ts';
import {
  AIR_SCATTERING,
  colorOfSpectrum,
  DUST_EXTINCTION,
  DUST_SCATTERING,
  OZONE_ABSORPTION,
  SUNLIGHT,
  WAVELENGTHS,
} from './spectrum.ts';

/** Radiance to be multiplied by the phase functions of air and of dust. Parts may be negative: vivid colors are clipped last. */
export interface ScatteredLight {
  readonly byAir: LinearColor;
  readonly byDust: LinearColor;
}

/** Sines and cosines of where one looks and where the sun is. */
export interface View {
  /** Of the elevation of the direction, ≥ 0. */
  readonly sine: number;
  readonly cosine: number;
  /** Of the azimuth between direction and sun. */
  readonly azimuthCosine: number;
  readonly sunSine: number;
  readonly sunCosine: number;
}

/**
 * Adds up single scattering along the way to the top of the atmosphere (Nishita et al. 1993, eq. 10). As in Blender, in 32 equal
 * steps: at the horizon they are long, and more of them would give another picture.
 */
export function scatteredLight(parameters: SkyParameters, view: View): ScatteredLight {
  const start = EARTH_RADIUS + eyeHeight(parameters);
  const step = wayToTop(start, view.sine) / STEPS;
  const towardsSun = view.sine * view.sunSine + view.cosine * view.sunCosine * view.azimuthCosine;
  byAir.fill(0);
  byDust.fill(0);
  let [air, dust, ozone] = [0, 0, 0];
  for (let index = 0; index < STEPS; index += 1) {
    const way = (index + 0.5) * step;
    const radius = Math.sqrt(start * start + way * (way + 2 * start * view.sine));
    const height = Math.max(0, radius - EARTH_RADIUS);
    const airHere = parameters.air * airDensity(height) * step;
    const dustHere = parameters.dust * dustDensity(height) * step;
    air += airHere;
    dust += dustHere;
    ozone += parameters.ozone * ozoneDensity(height) * step;
    if (!lightDepth(radius, (start * view.sunSine + way * towardsSun) / radius, depth)) continue;
    const airDepth = air + parameters.air * depth.air;
    const ozoneDepth = ozone + parameters.ozone * depth.ozone;
    const passing = falloff(DUST_EXTINCTION * (dust + parameters.dust * depth.dust));
    if (passing === 0) continue;
    addScattering(airDepth, ozoneDepth, airHere * passing, dustHere * passing);
  }
  for (let wave = 0; wave < WAVELENGTHS; wave += 1) {
    byAir[wave] = byAir[wave]! * AIR_SCATTERING[wave]! * SUNLIGHT[wave]!;
    byDust[wave] = byDust[wave]! * DUST_SCATTERING * SUNLIGHT[wave]!;
  }
  return { byAir: colorOfSpectrum(byAir), byDust: colorOfSpectrum(byDust) };
}

/** The share of light that is scattered into a steradian by air, by the cosine of the angle (Rayleigh). */
export function airPhase(cosine: number): number {
  return (3 / (16 * Math.PI)) * (1 + cosine * cosine);
}

/** The share of light that is scattered into a steradian by dust, by the cosine of the angle (Cornette and Shanks 1992). */
export function dustPhase(cosine: number): number {
  const square = DUST_FORWARDNESS * DUST_FORWARDNESS;
  const spread = 1 + square - 2 * DUST_FORWARDNESS * cosine;
  return ((3 / (8 * Math.PI)) * (1 - square) * (1 + cosine * cosine)) / ((2 + square) * spread * Math.sqrt(spread));
}

/** Metres above the sea, within the atmosphere. */
export function eyeHeight({ altitude }: SkyParameters): number {
  return Math.max(1, Math.min(ATMOSPHERE_HEIGHT - 1, altitude));
}

/** The hot loop: what one step sends to the eye at each wavelength. */
function addScattering(airDepth: number, ozoneDepth: number, airHere: number, dustHere: number): void {
  for (let wave = 0; wave < WAVELENGTHS; wave += 1) {
    const passing = falloff(airDepth * AIR_SCATTERING[wave]! + ozoneDepth * OZONE_ABSORPTION[wave]!);
    byAir[wave] = byAir[wave]! + passing * airHere;
    byDust[wave] = byDust[wave]! + passing * dustHere;
  }
}

const STEPS = 32;
/** The mean cosine of the angle by which dust scatters. */
const DUST_FORWARDNESS = 0.76;

// Room to work in, kept between calls as there are thousands.
const byAir = new Float64Array(WAVELENGTHS);
const byDust = new Float64Array(WAVELENGTHS);
const depth: Depth = { air: 0, dust: 0, ozone: 0 };
