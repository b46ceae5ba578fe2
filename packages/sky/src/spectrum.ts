// Turns light by wavelength into linear sRGB, and says what air, dust and ozone do to each wavelength.
import { exp, type LinearColor } from '@diorama/geometry';

/** How many wavelengths a spectrum has: 380, 400, … 780 nm. */
export const WAVELENGTHS = 21;

/** Adds up a spectrum, of power a nanometre; parts may be negative where the color is more vivid than sRGB's primaries. */
export function colorOfSpectrum(spectrum: ArrayLike<number>): LinearColor {
  const color: [number, number, number] = [0, 0, 0];
  for (let part = 0; part < 3; part += 1) {
    for (let index = 0; index < WAVELENGTHS; index += 1) {
      color[part] = (color[part] as number) + (spectrum[index] as number) * (RGB_WEIGHTS[3 * index + part] as number);
    }
  }
  return color;
}

const SHORTEST = 380;
const STEP = 20;

/** A value of each wavelength, which is given in nanometres. */
function byWavelength(value: (nanometres: number, index: number) => number): Float64Array {
  return Float64Array.from({ length: WAVELENGTHS }, (_, index) => value(SHORTEST + STEP * index, index));
}

/**
 * Sunlight above the atmosphere, in W/(m² nm): a black body of 5778 K (Planck's law) as large as the sun is seen. The solid angle
 * is the sun's, 6.8e-5 sr, less half a percent, so that the sum is what Blender's sun gives without air.
 */
export const SUNLIGHT = byWavelength((nanometres) => planck(nanometres * 1e-9, 5778) * 1e-9 * 6.765e-5);

/** Spectral radiance of a black body, in W/(m² sr m): wavelength in metres, temperature in kelvins. */
function planck(wavelength: number, temperature: number): number {
  const [light, quantum, boltzmann] = [299_792_458, 6.62607015e-34, 1.380649e-23];
  const fifthPower = wavelength * wavelength * wavelength * wavelength * wavelength;
  return (
    (2 * quantum * light * light) / fifthPower / (exp((quantum * light) / (wavelength * boltzmann * temperature)) - 1)
  );
}

/**
 * What a metre of air at sea level scatters. Rayleigh's law; its constant (in m⁻¹ µm⁴) is where Blender's skies without dust and
 * ozone are matched best, 7 % above that of standard air at 550 nm (Bucholtz, Applied Optics 34, 1995).
 */
export const AIR_SCATTERING = byWavelength((nanometres) => {
  const micrometres = nanometres / 1000;
  const square = micrometres * micrometres;
  return 1.135e-6 / (square * square);
});

/** What a metre of dust at sea level scatters, at any wavelength. */
export const DUST_SCATTERING = 2e-5;
/** What a metre of dust at sea level scatters and swallows, at any wavelength: Nishita's ratio. */
export const DUST_EXTINCTION = 1.11 * DUST_SCATTERING;

/** Cross sections of ozone at 293 K by wavelength, in 1e-27 m² (Chappuis bands): Serdyuchenko et al. 2014. */
// biome-ignore format: a table by wavelength
const OZONE_CROSS_SECTIONS = [
  0.28, 1.53, 5.52, 15.8, 36.7, 77.5, 148, 214, 309, 427, 440, 502, 374, 266, 185, 121, 74.6, 51.1, 42.3, 24.5, 25.3,
];

/**
 * What a metre of ozone swallows where it is densest: 5.3e18 molecules/m³ of the measured cross sections (Serdyuchenko et al.,
 * Atmospheric Measurement Techniques 7, 2014), tilted by e^0.2 every 100 nm from 580 nm on, as Blender's ozone is redder by
 * that much.
 */
export const OZONE_ABSORPTION = byWavelength(
  (nanometres, index) =>
    (OZONE_CROSS_SECTIONS[index] as number) * 1e-27 * 5.3e18 * exp((0.2 * (nanometres - 580)) / 100),
);

/** The CIE 1931 standard observer (2°) at the wavelengths: x̄, ȳ, z̄. */
// biome-ignore format: a table by wavelength
const OBSERVER: readonly (readonly [number, number, number])[] = [
  [0.0014, 0, 0.0065], [0.0143, 0.0004, 0.0679], [0.1344, 0.004, 0.6456], [0.3483, 0.023, 1.7471], [0.2908, 0.06, 1.6692],
  [0.0956, 0.139, 0.813], [0.0049, 0.323, 0.272], [0.0633, 0.71, 0.0782], [0.2904, 0.954, 0.0203], [0.5945, 0.995, 0.0039],
  [0.9163, 0.87, 0.0017], [1.0622, 0.631, 0.0008], [0.8544, 0.381, 0.0002], [0.4479, 0.175, 0], [0.1649, 0.061, 0],
  [0.0468, 0.017, 0], [0.0114, 0.0041, 0], [0.0029, 0.001, 0], [0.0007, 0.0002, 0], [0.0002, 0.0001, 0], [0, 0, 0],
];
/** XYZ to linear sRGB (IEC 61966-2-1), row by row. */
const SRGB_OF_XYZ: readonly (readonly [number, number, number])[] = [
  [3.2404542, -1.5371385, -0.4985314],
  [-0.969266, 1.8760108, 0.041556],
  [0.0556434, -0.2040259, 1.0572252],
];
/** Red, green and blue of 1 W/nm at each wavelength. */
const RGB_WEIGHTS = Float64Array.from(
  OBSERVER.flatMap(([x, y, z]) => SRGB_OF_XYZ.map(([ofX, ofY, ofZ]) => STEP * (ofX * x + ofY * y + ofZ * z))),
);
