// Turns a sky and the color of the ground into the light from all around, as a dull surface sees it.
import {
  cos,
  cosDegrees,
  type Harmonics,
  harmonicIrradiance,
  type LinearColor,
  sin,
  sinDegrees,
} from '@diorama/geometry';
import type { SkyModel, SkyTable } from './sky-model.ts';

/**
 * The radiance all around, without the sun's disc: of the sky above, and below of an even ground that scatters the light of
 * sun and sky. `groundColor` is its albedo, each part 0..1.
 */
export function ambientHarmonics(sky: SkyModel, groundColor: LinearColor): Harmonics {
  const skyLight = harmonicIrradiance(sky.harmonics, [0, 1, 0]);
  const height = Math.max(0, sky.sunDirection[1]);
  return sky.harmonics.map((value, index) => {
    const part = index % 3;
    const ground = (groundColor[part]! / Math.PI) * (sky.sunIrradiance[part]! * height + skyLight[part]!);
    return value + ground * LOWER_HALF[Math.floor(index / 3)]!;
  });
}

/** The radiance of the dome, black below the horizon, turned to the azimuth of the sun in degrees. */
export function domeHarmonics(table: SkyTable, sunAzimuth: number): Harmonics {
  const harmonics = new Array<number>(27).fill(0);
  const [towardsX, towardsZ] = [sinDegrees(sunAzimuth), -cosDegrees(sunAzimuth)];
  for (let part = 0; part < 3; part += 1) {
    const [one, up, along, upUp, upAlong, alongAlong, acrossAcross] = momentsOf(table, part);
    // The dome is symmetric about the plane of the sun: what is odd across it is 0.
    const xx = towardsX * towardsX * alongAlong + towardsZ * towardsZ * acrossAcross;
    const zz = towardsZ * towardsZ * alongAlong + towardsX * towardsX * acrossAcross;
    const values = [
      0.282094791773878 * one,
      0.48860251190292 * up,
      0.48860251190292 * towardsZ * along,
      0.48860251190292 * towardsX * along,
      1.092548430592079 * towardsX * upAlong,
      1.092548430592079 * towardsZ * upAlong,
      0.31539156525252 * (3 * zz - one),
      1.092548430592079 * towardsX * towardsZ * (alongAlong - acrossAcross),
      0.54627421529604 * (xx - upUp),
    ];
    values.forEach((value, index) => {
      // Adding 0 makes −0 a plain 0.
      harmonics[3 * index + part] = value + 0;
    });
  }
  return levelled(
    harmonics,
    [0, 1, 2].map((part) => momentsOf(table, part)[1]),
  );
}

/**
 * Nine coefficients show a bright rim at the horizon too high: with a low sun level ground, the largest surface of most
 * scenes, would get a tenth too much. What is wrong there is taken off by the narrowest lobe around the vertical that they can
 * hold, 1 + 3 P₁ + 5 P₂; over all directions the error hardly changes. `exact` is the irradiance on level ground.
 */
function levelled(harmonics: readonly number[], exact: readonly number[]): Harmonics {
  const shown = harmonicIrradiance(harmonics, [0, 1, 0]);
  return harmonics.map((value, index) => {
    const part = index % 3;
    return value + (exact[part]! - shown[part]!) * VERTICAL_LOBE[Math.floor(index / 3)]!;
  });
}

/**
 * The dome's radiance times products of a direction's parts, added up over the sphere; "along" is level and towards the sun,
 * "across" level and square to it.
 */
type Moments = [
  one: number,
  up: number,
  along: number,
  upUp: number,
  upAlong: number,
  alongAlong: number,
  acrossAcross: number,
];

function momentsOf(table: SkyTable, part: number): Moments {
  const moments = [0, 0, 0, 0, 0, 0, 0];
  const columns = columnsOf(table.width);
  for (let row = 0; row < table.height; row += 1) addRow(moments, table, row, part, columns);
  return moments as unknown as Moments;
}

function addRow(moments: number[], table: SkyTable, row: number, part: number, columns: Float64Array): void {
  const { width, height, radiance } = table;
  let [sum, first, second] = [0, 0, 0];
  for (let column = 0; column < width; column += 1) {
    const value = radiance[3 * (row * width + column) + part]!;
    const cosine = columns[column]!;
    sum += value;
    first += value * cosine;
    second += value * cosine * cosine;
  }
  const v = (row + 0.5) / height;
  const elevation = (v * v * Math.PI) / 2;
  const [low, high] = [row / height, (row + 1) / height];
  const band = sin((high * high * Math.PI) / 2) - sin((low * low * Math.PI) / 2);
  const texel = (band * 2 * Math.PI) / width;
  const [up, level] = [sin(elevation), cos(elevation)];
  const products = [sum, up * sum, level * first, up * up * sum, up * level * first, level * level * second];
  products.push(level * level * (sum - second));
  for (let index = 0; index < 7; index += 1) moments[index] = moments[index]! + texel * products[index]!;
}

/** The cosine of each column's azimuth. */
function columnsOf(width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, column) => cos(((column + 0.5) / width) * Math.PI));
}

/** Harmonics of 1 below the horizon and 0 above: the constant and the vertical alone. */
const LOWER_HALF = [0.282094791773878 * 2 * Math.PI, -0.48860251190292 * Math.PI, 0, 0, 0, 0, 0, 0, 0];

/** Harmonics whose irradiance is (1 + 3 P₁ + 5 P₂) / 9 of a normal's height: 1 straight up. */
const VERTICAL_LOBE = [
  1 / 9 / (Math.PI * 0.282094791773878),
  3 / 9 / (((2 * Math.PI) / 3) * 0.48860251190292),
  0,
  0,
  0,
  0,
  // P₂ of y, by 3z² − 1 and x² − y².
  (5 / 9) * (-0.25 / ((Math.PI / 4) * 0.31539156525252)),
  0,
  (5 / 9) * (-0.75 / ((Math.PI / 4) * 0.54627421529604)),
];
