import type { LinearColor, Vector3 } from '@diorama/geometry';
import { createSky, type SkyModel, type SkyParameters, skyRadiance } from '@diorama/sky';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySky, USUAL } from './parameters.ts';

const ZENITH: Vector3 = [0, 1, 0];

const sky = (changes: Partial<SkyParameters>): SkyModel => createSky({ ...USUAL, ...changes });
const sum = ([red, green, blue]: LinearColor): number => red + green + blue;
const redness = ([red, , blue]: LinearColor): number => red / blue;

/** Both in degrees; the azimuth clockwise from −Z. */
function direction(elevation: number, azimuth: number): Vector3 {
  const [up, around] = [(elevation * Math.PI) / 180, (azimuth * Math.PI) / 180];
  return [Math.cos(up) * Math.sin(around), Math.sin(up), -Math.cos(up) * Math.cos(around)];
}

test('every sky is finite, and none takes light away', () => {
  fc.assert(
    fc.property(anySky, (parameters) => {
      const { table, harmonics, sunIrradiance, discRadiance, sunDirection } = createSky(parameters);
      expect(table.radiance.every((value) => 0 <= value && value < Infinity)).toBe(true);
      expect(table.radiance).toHaveLength(3 * table.width * table.height);
      expect(harmonics).toHaveLength(27);
      expect(harmonics.every(Number.isFinite)).toBe(true);
      expect([...sunIrradiance, ...discRadiance].every((value) => 0 <= value && value < Infinity)).toBe(true);
      expect(Math.hypot(...sunDirection)).toBeCloseTo(1, 12);
    }),
    { numRuns: 30 },
  );
});

test('strength is linear, in all light', () => {
  const [once, thrice] = [sky({ strength: 0.2 }), sky({ strength: 0.6 })];
  const lights = (of: SkyModel): number[] => [
    ...of.table.radiance,
    ...of.harmonics,
    ...of.sunIrradiance,
    ...of.discRadiance,
  ];
  const ones = lights(once);
  const worst = lights(thrice).map((value, index) => Math.abs(value - 3 * ones[index]!) / (Math.abs(value) + 1e-3));
  expect(Math.max(...worst)).toBeLessThan(1e-5);
  expect(Math.max(...ones)).toBeGreaterThan(1);
});

test.each([
  [0, 0, -1],
  [90, 1, 0],
  [180, 0, 1],
  [-90, -1, 0],
])('at azimuth %f° the sun is towards x %f, z %f', (sunAzimuth, x, z) => {
  const { sunDirection } = sky({ sunAzimuth, sunElevation: 30 });
  expect(sunDirection[0]).toBeCloseTo(x * Math.sqrt(0.75), 12);
  expect(sunDirection[1]).toBe(0.5);
  expect(sunDirection[2]).toBeCloseTo(z * Math.sqrt(0.75), 12);
});

describe('the dome', () => {
  test('is symmetric about the plane of the sun, wherever the sun is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -360, max: 360, noNaN: true }),
        fc.double({ min: 0, max: 180, noNaN: true }),
        fc.double({ min: -20, max: 90, noNaN: true }),
        (sunAzimuth, away, elevation) => {
          const here = sky({ sunAzimuth });
          const [left, right] = [-1, 1].map((side) =>
            skyRadiance(here, direction(elevation, sunAzimuth + side * away)),
          );
          const straight = skyRadiance(sky({}), direction(elevation, away));
          for (let part = 0; part < 3; part += 1) {
            expect(left?.[part]).toBeCloseTo(right?.[part] as number, 8);
            expect(left?.[part]).toBeCloseTo(straight[part] as number, 5);
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  test.each([2, 12, 35, 60])('is brightest near the sun at %f°', (sunElevation) => {
    const here = sky({ sunElevation });
    const near = sum(skyRadiance(here, here.sunDirection));
    for (const away of [60, 90, 180])
      expect(near).toBeGreaterThan(3 * sum(skyRadiance(here, direction(sunElevation, away))));
  });

  test.each([
    ['the horizon is redder than the zenith', {}, direction(1, 90), {}, ZENITH],
    ['the evening is redder than noon', { sunElevation: 3 }, direction(2, 0), { sunElevation: 60 }, direction(2, 0)],
    ['dust makes it paler', { dust: 6 }, ZENITH, { dust: 0 }, ZENITH],
    [
      'without ozone the evening zenith is redder',
      { sunElevation: 2, ozone: 0 },
      ZENITH,
      { sunElevation: 2, ozone: 3 },
      ZENITH,
    ],
    ['high up it is bluer', {}, ZENITH, { altitude: 3000 }, ZENITH],
  ] as const)('%s', (_, redder, redDirection, bluer, blueDirection) => {
    expect(redness(skyRadiance(sky(redder), redDirection))).toBeGreaterThan(
      1.05 * redness(skyRadiance(sky(bluer), blueDirection)),
    );
  });

  test('is black without air and dust', () => {
    expect(Math.max(...sky({ air: 0, dust: 0 }).table.radiance)).toBe(0);
  });

  test('grows dark while the sun sinks', () => {
    const zeniths = [20, 5, 0, -3, -6, -12, -25].map((sunElevation) => sum(skyRadiance(sky({ sunElevation }), ZENITH)));
    expect(zeniths).toEqual(zeniths.toSorted((a, b) => b - a));
    expect(zeniths.at(-1)).toBe(0);
  });
});

// Measured once with Blender 3.4.1, at strength 1; `blender-sky.test.ts` measures anew where there is a Blender.
test.each([
  [{ sunElevation: 4 }, direction(87.1875, 0), [0.313, 0.474, 0.656]],
  [{ sunElevation: 35 }, direction(87.1875, 0), [0.923, 1.39, 2.41]],
  [{ sunElevation: 35 }, direction(2.8125, 92.8125), [4.21, 4.66, 3.94]],
  [{ sunElevation: 35, dust: 0 }, direction(2.8125, 92.8125), [5.95, 6.78, 5.74]],
  [{ sunElevation: 4, ozone: 10 }, direction(2.8125, 2.8125), [3.07, 4.54, 6.47]],
] as const)('%j is as in Blender', (changes, where, expected) => {
  const radiance = skyRadiance(sky({ ...changes, strength: 1 }), where);
  radiance.forEach((value, part) => {
    expect(value / expected[part]!).toBeGreaterThan(0.94);
    expect(value / expected[part]!).toBeLessThan(1.06);
  });
});
