// A sky as data: what every renderer needs of it, in linear light.
import type { Harmonics, LinearColor, Vector3 } from '@diorama/geometry';

/** The vocabulary's parameters of the sky; angles in degrees, the altitude in metres, the rest factors. */
export interface SkyParameters {
  readonly sunElevation: number;
  /** Clockwise from −Z seen from above. */
  readonly sunAzimuth: number;
  /** Angular diameter. */
  readonly sunSize: number;
  readonly sunIntensity: number;
  readonly strength: number;
  readonly altitude: number;
  readonly air: number;
  readonly dust: number;
  readonly ozone: number;
}

/** A computed sky. All light is in linear sRGB; radiance of 1 is white at exposure 0. `strength` is already in it. */
export interface SkyModel {
  readonly parameters: SkyParameters;
  /** From the scene to the sun, of length 1. */
  readonly sunDirection: Vector3;
  /** On a surface that faces the sun; black while the sun is below the horizon. */
  readonly sunIrradiance: LinearColor;
  /** The dome without the sun's disc. */
  readonly table: SkyTable;
  /** The radiance of the upper half of the dome, black below the horizon; without the sun. */
  readonly harmonics: Harmonics;
  /** The radiance of the middle of the sun's disc; it falls off to the limb. */
  readonly discRadiance: LinearColor;
}

/**
 * Radiance by direction. Columns go by the azimuth from the sun, 0 to π (the dome is symmetric about the plane of the sun);
 * rows by elevation, from the horizon (row 0) to the zenith, denser towards the horizon: v = √(elevation / (π/2)).
 * Texels are sampled at their centres, linearly, clamped at the edges: `texel = coordinate · size − ½`.
 */
export interface SkyTable {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each texel; row by row. */
  readonly radiance: Float32Array;
}
