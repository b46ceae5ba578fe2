// Turns the parameters of a sky into its light: the dome as a table, the sun, and what a dull surface sees of the dome.
import { cos, cosDegrees, sin, sinDegrees, toRadians, type Vector3 } from '@diorama/geometry';
import { domeHarmonics } from './ambient-harmonics.ts';
import { airPhase, dustPhase, scatteredLight } from './scattered-light.ts';
import type { SkyModel, SkyParameters, SkyTable } from './sky-model.ts';
import { sunLight } from './sun-light.ts';

/**
 * Computes a clear sky by single scattering, as Blender's sky texture of type Nishita shows it: spectrally, with air, dust
 * and ozone around a round earth. Takes any finite parameters; those out of the vocabulary's ranges are moved into them.
 * Takes a few milliseconds.
 */
export function createSky(parameters: SkyParameters): SkyModel {
  const kept = inRange(parameters);
  const sunDirection = directionOf(kept.sunElevation, kept.sunAzimuth);
  const table = createTable(kept);
  const { irradiance, discRadiance } = sunLight(kept);
  return {
    parameters,
    sunDirection,
    sunIrradiance: irradiance,
    table,
    harmonics: domeHarmonics(table, kept.sunAzimuth),
    discRadiance,
  };
}

/** Keeps the computation away from what has no meaning: negative amounts, and more than the lights of a scene could hold. */
function inRange(parameters: SkyParameters): SkyParameters {
  const within = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
  return {
    sunElevation: within(parameters.sunElevation, -90, 90),
    sunAzimuth: parameters.sunAzimuth,
    sunSize: within(parameters.sunSize, 0, 90),
    sunIntensity: within(parameters.sunIntensity, 0, 1000),
    strength: within(parameters.strength, 0, 100),
    altitude: within(parameters.altitude, 0, 60_000),
    air: within(parameters.air, 0, 10),
    dust: within(parameters.dust, 0, 10),
    ozone: within(parameters.ozone, 0, 10),
  };
}

/** Both in degrees; the azimuth clockwise from −Z seen from above. */
function directionOf(elevation: number, azimuth: number): Vector3 {
  const level = cosDegrees(elevation);
  return [level * sinDegrees(azimuth), sinDegrees(elevation), 0 - level * cosDegrees(azimuth)];
}

/** The size of every sky's table, in texels. */
const WIDTH = 128;
const HEIGHT = 64;

/**
 * Scattering is added up along few azimuths only and interpolated between them: without the phase functions, which follow
 * exactly for every texel, it hardly depends on the azimuth.
 */
function createTable(parameters: SkyParameters): SkyTable {
  const radiance = new Float32Array(3 * WIDTH * HEIGHT);
  const [sunSine, sunCosine] = [sinDegrees(parameters.sunElevation), cosDegrees(parameters.sunElevation)];
  for (let row = 0; row < HEIGHT; row += 1) {
    const { sine, cosine } = ROWS[row] as Angle;
    AZIMUTHS.forEach(({ cosine: azimuthCosine }, index) => {
      const light = scatteredLight(parameters, { sine, cosine, azimuthCosine, sunSine, sunCosine });
      knots.set(light.byAir, 6 * index);
      knots.set(light.byDust, 6 * index + 3);
    });
    for (let column = 0; column < WIDTH; column += 1) {
      const towardsSun = sine * sunSine + cosine * sunCosine * (COLUMNS[column] as Column).cosine;
      writeTexel(radiance, 3 * (row * WIDTH + column), COLUMNS[column] as Column, towardsSun, parameters.strength);
    }
  }
  return { width: WIDTH, height: HEIGHT, radiance };
}

/** Interpolates in `knots`, applies the phase functions and clips to what can be shown. */
function writeTexel(radiance: Float32Array, at: number, column: Column, towardsSun: number, strength: number): void {
  const { first, weights } = column;
  const air = strength * airPhase(towardsSun);
  const dust = strength * dustPhase(towardsSun);
  for (let part = 0; part < 3; part += 1) {
    let sum = 0;
    for (let index = 0; index < 4; index += 1) {
      const knot = 6 * (KNOT_OF[first + index] as number) + part;
      sum += (weights[index] as number) * (air * (knots[knot] as number) + dust * (knots[knot + 3] as number));
    }
    radiance[at + part] = Math.max(0, sum);
  }
}

interface Angle {
  readonly sine: number;
  readonly cosine: number;
}

interface Column {
  /** Of the azimuth from the sun. */
  readonly cosine: number;
  /** Where in {@link KNOT_OF} its four knots begin. */
  readonly first: number;
  readonly weights: readonly [number, number, number, number];
}

function angle(radians: number): Angle {
  return { sine: sin(radians), cosine: cos(radians) };
}

/** The elevation of each row's centre: v = √(elevation / (π/2)). */
const ROWS = Array.from({ length: HEIGHT }, (_, row) => {
  const v = (row + 0.5) / HEIGHT;
  return angle((v * v * Math.PI) / 2);
});

/** Where scattering is added up: 0° to 180° from the sun. */
const LAST_AZIMUTH = 6;
const AZIMUTHS = Array.from({ length: LAST_AZIMUTH + 1 }, (_, index) => angle(toRadians((180 * index) / LAST_AZIMUTH)));
/** The sky is symmetric, so the knots before the first and behind the last are mirrored. */
const KNOT_OF = [1, ...AZIMUTHS.map((_, index) => index), LAST_AZIMUTH - 1];
/** The scattered light of a row: by air red, green, blue, then by dust, azimuth by azimuth. */
const knots = new Float64Array(6 * (LAST_AZIMUTH + 1));

const COLUMNS = Array.from({ length: WIDTH }, (_, column): Column => {
  const place = ((column + 0.5) / WIDTH) * LAST_AZIMUTH;
  const first = Math.floor(place);
  return { cosine: cos(((column + 0.5) / WIDTH) * Math.PI), first, weights: catmullRom(place - first) };
});

/** The weights of four equally spaced values for a place between the middle two, 0..1 (Catmull and Rom 1974). */
function catmullRom(place: number): readonly [number, number, number, number] {
  const rest = 1 - place;
  return [
    -0.5 * place * rest * rest,
    1 + place * place * (1.5 * place - 2.5),
    1 + rest * rest * (1.5 * rest - 2.5),
    -0.5 * rest * place * place,
  ];
}
