import { cos, sin, type Vector3 } from '@diorama/geometry';
import { createSky, discFactor, skyRadiance, skyTableUv, sunRadiance } from '@diorama/sky';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { airPhase, dustPhase, scatteredLight } from '../src/scattered-light.ts';
import { anySky, USUAL } from './parameters.ts';

const sky = createSky({ ...USUAL, sunElevation: 20, sunAzimuth: 50 });
const { table } = sky;

/** Both in radians; the azimuth from the sun, clockwise. */
function direction(elevation: number, fromSun: number): Vector3 {
  const azimuth = (50 * Math.PI) / 180 + fromSun;
  return [cos(elevation) * sin(azimuth), sin(elevation), -cos(elevation) * cos(azimuth)];
}

/** The direction of a texel's centre, as `SkyTable` says. */
function centre(column: number, row: number): Vector3 {
  const v = (row + 0.5) / table.height;
  return direction((v * v * Math.PI) / 2, ((column + 0.5) / table.width) * Math.PI);
}

const places = [0, 1, 20, 40, 63].flatMap((row) => [0, 1, 31, 77, 127].map((column) => [column, row] as const));

describe('the table', () => {
  test.each(places)('is met exactly at the centre of texel %i, %i', (column, row) => {
    const [u, v] = skyTableUv(sky, centre(column, row));
    expect(u * table.width).toBeCloseTo(column + 0.5, 6);
    expect(v * table.height).toBeCloseTo(row + 0.5, 6);
    const start = 3 * (row * table.width + column);
    skyRadiance(sky, centre(column, row)).forEach((value, part) => {
      expect(value).toBeCloseTo(table.radiance[start + part]!, 5);
    });
  });

  test.each(places)('holds the formula at texel %i, %i', (column, row) => {
    const [v, azimuth] = [(row + 0.5) / table.height, ((column + 0.5) / table.width) * Math.PI];
    const elevation = (v * v * Math.PI) / 2;
    const [sunSine, sunCosine] = [sin((20 * Math.PI) / 180), cos((20 * Math.PI) / 180)];
    const view = { sine: sin(elevation), cosine: cos(elevation), azimuthCosine: cos(azimuth), sunSine, sunCosine };
    const { byAir, byDust } = scatteredLight(sky.parameters, view);
    const towardsSun = view.sine * sunSine + view.cosine * sunCosine * view.azimuthCosine;
    for (let part = 0; part < 3; part += 1) {
      const exact = USUAL.strength * (byAir[part]! * airPhase(towardsSun) + byDust[part]! * dustPhase(towardsSun));
      const kept = table.radiance[3 * (row * table.width + column) + part]!;
      // Azimuths are interpolated.
      expect(Math.abs(kept - exact)).toBeLessThan(0.002 * exact + 1e-6);
    }
  });

  test('has its coordinates within 0..1, for every direction', () => {
    fc.assert(
      fc.property(fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -1, max: 1, noNaN: true }))), (tip) => {
        const length = Math.hypot(...tip) || 1;
        const uv = skyTableUv(sky, tip.map((part) => part / length) as unknown as Vector3);
        expect(uv.every((value) => 0 <= value && value <= 1)).toBe(true);
      }),
    );
  });
});

test('below the horizon its light fades to black', () => {
  const horizon = skyRadiance(sky, direction(0, 1))[0];
  for (const height of [0.05, 0.2, 0.39]) {
    const [red] = skyRadiance(sky, direction(-Math.asin(height), 1));
    expect(red / horizon).toBeCloseTo((1 - 2.5 * height) ** 3, 9);
  }
  expect(skyRadiance(sky, [0, -1, 0])).toEqual([0, 0, 0]);
  expect(skyRadiance(sky, direction(-0.5, 0))).toEqual([0, 0, 0]);
});

describe("the sun's disc", () => {
  const radius = ((0.545 / 2) * Math.PI) / 180;
  const at = (share: number): Vector3 => direction((20 * Math.PI) / 180 + share * radius, 0);

  test.each([
    [0, 1],
    [0.6, 1 - 0.6 * 0.2],
    [0.999, 0.4 + 0.6 * Math.sqrt(1 - 0.999 ** 2)],
    [1.001, 0],
    [-0.6, 1 - 0.6 * 0.2],
    [50, 0],
  ])('at %f of its radius is %f of its middle', (share, factor) => {
    expect(discFactor(sky, at(share))).toBeCloseTo(factor, 5);
    sunRadiance(sky, at(share)).forEach((value, part) => {
      expect(value / sky.discRadiance[part]!).toBeCloseTo(factor, 5);
    });
  });

  test('is not there behind us, nor below the horizon', () => {
    expect(discFactor(sky, direction((-20 * Math.PI) / 180, Math.PI))).toBe(0);
    const setting = createSky({ ...USUAL, sunElevation: 0.1 });
    expect(discFactor(setting, setting.sunDirection)).toBeCloseTo(1, 9);
    expect(discFactor(setting, [0, -1e-4, -Math.sqrt(1 - 1e-8)])).toBe(0);
  });
});

test('whatever the sky, every direction has light that is finite and not negative', () => {
  fc.assert(
    fc.property(anySky, (parameters) => {
      const any = createSky(parameters);
      for (const tip of [any.sunDirection, [0, 1, 0], [0, -1, 0], [1, 0, 0], [0.6, 0, 0.8], [0, -0.6, 0.8]] as const) {
        const light = [...skyRadiance(any, tip), ...sunRadiance(any, tip)];
        expect(light.every((value) => 0 <= value && value < Infinity)).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
