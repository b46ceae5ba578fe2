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
  let [air, dust, ozone] = [0, 0, 0];
  let lit = 0;
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
    const passing = falloff(DUST_EXTINCTION * (dust + parameters.dust * depth.dust));
    if (passing === 0) continue;
    airDepths[lit] = air + parameters.air * depth.air;
    ozoneDepths[lit] = ozone + parameters.ozone * depth.ozone;
    airLight[lit] = airHere * passing;
    dustLight[lit] = dustHere * passing;
    lit += 1;
  }
  for (let wave = 0; wave < WAVELENGTHS; wave += 1) addSteps(lit, wave);
  return { byAir: colorOfSpectrum(byAir), byDust: colorOfSpectrum(byDust) };
}

/** The hot loop: what the lit steps send to the eye at one wavelength. */
function addSteps(lit: number, wave: number): void {
  const [airScattering, ozoneAbsorption] = [AIR_SCATTERING[wave]!, OZONE_ABSORPTION[wave]!];
  let [airSum, dustSum] = [0, 0];
  for (let index = 0; index < lit; index += 1) {
    const passing = falloff(airDepths[index]! * airScattering + ozoneDepths[index]! * ozoneAbsorption);
    airSum += passing * airLight[index]!;
    dustSum += passing * dustLight[index]!;
  }
  byAir[wave] = airSum * airScattering * SUNLIGHT[wave]!;
  byDust[wave] = dustSum * DUST_SCATTERING * SUNLIGHT[wave]!;
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

const STEPS = 32;
/** The mean cosine of the angle by which dust scatters. */
const DUST_FORWARDNESS = 0.76;

// Room to work in, kept between calls as there are thousands: each lit step's depths and what it scatters, and the spectra.
const airDepths = new Float64Array(STEPS);
const ozoneDepths = new Float64Array(STEPS);
const airLight = new Float64Array(STEPS);
const dustLight = new Float64Array(STEPS);
const byAir = new Float64Array(WAVELENGTHS);
const byDust = new Float64Array(WAVELENGTHS);
const depth: Depth = { air: 0, dust: 0, ozone: 0 };
