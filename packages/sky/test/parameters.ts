// The skies that tests compute: the usual one, and any.
import type { SkyParameters } from '@diorama/sky';
import fc from 'fast-check';

export const USUAL: SkyParameters = {
  sunElevation: 35,
  sunAzimuth: 0,
  sunSize: 0.545,
  sunIntensity: 1,
  strength: 0.15,
  altitude: 0,
  air: 1,
  dust: 1,
  ozone: 1,
};

const within = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

/** Any sky of the vocabulary's ranges. */
export const anySky: fc.Arbitrary<SkyParameters> = fc.record({
  sunElevation: within(-90, 90),
  sunAzimuth: within(-360, 360),
  sunSize: within(0, 90),
  sunIntensity: within(0, 1000),
  strength: within(0, 100),
  altitude: within(0, 60_000),
  air: within(0, 10),
  dust: within(0, 10),
  ozone: within(0, 10),
});
