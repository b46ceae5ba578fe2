import { harmonicIrradiance, type LinearColor, type Vector3 } from '@diorama/geometry';
import { ambientHarmonics, createSky, type SkyModel, skyRadiance } from '@diorama/sky';
import { describe, expect, test } from 'vitest';
import { USUAL } from './parameters.ts';

/** Adds up the light of sky and ground over the half sphere around a normal, in small patches. */
function bruteForce(sky: SkyModel, ground: LinearColor, normal: Vector3): readonly number[] {
  const total = [0, 0, 0];
  for (let row = 0; row < ROWS; row += 1) {
    const y = -1 + (2 * (row + 0.5)) / ROWS;
    const level = Math.sqrt(1 - y * y);
    for (let column = 0; column < 2 * ROWS; column += 1) {
      const azimuth = ((column + 0.5) / ROWS) * Math.PI;
      const direction: Vector3 = [level * Math.sin(azimuth), y, level * Math.cos(azimuth)];
      const cosine = direction[0] * normal[0] + y * normal[1] + direction[2] * normal[2];
      if (cosine <= 0) continue;
      const radiance = y > 0 ? skyRadiance(sky, direction) : ground;
      for (let part = 0; part < 3; part += 1)
        total[part] = total[part]! + (radiance[part]! * cosine * 2 * Math.PI) / ROWS / ROWS;
    }
  }
  return total;
}

const ROWS = 240;
const NORMALS: readonly Vector3[] = [
  [0, 1, 0],
  [0.6, 0.8, 0],
  [-0.6, 0.8, 0],
  [0, 0.6, -0.8],
  [0, 0.6, 0.8],
  [1, 0, 0],
  [0, 0, -1],
];
const ALBEDO: LinearColor = [0.25, 0.3, 0.15];

// With a low sun the horizon is far brighter than the rest, more than nine coefficients can show.
describe.each([
  [8, 0.16],
  [35, 0.03],
  [70, 0.03],
])('with the sun at %f°', (sunElevation, tolerance) => {
  const sky = createSky({ ...USUAL, sunElevation, sunAzimuth: 65 });
  const upwards = bruteForce(sky, [0, 0, 0], [0, 1, 0]);
  const ground = ALBEDO.map(
    (part, index) => (part / Math.PI) * (sky.sunIrradiance[index]! * sky.sunDirection[1] + upwards[index]!),
  ) as unknown as LinearColor;
  const ambient = ambientHarmonics(sky, ALBEDO);

  test.each(NORMALS)('a surface that faces %f, %f, %f gets what the patches add up to', (...normal) => {
    const exact = bruteForce(sky, ground, normal);
    harmonicIrradiance(ambient, normal).forEach((value, part) => {
      expect(Math.abs(value / exact[part]! - 1)).toBeLessThan(normal[1] === 1 ? 0.005 : tolerance);
    });
  });
});

test('the dome alone sends nothing up from below the horizon that counts', () => {
  const { harmonics } = createSky(USUAL);
  const [up, down] = [harmonicIrradiance(harmonics, [0, 1, 0]), harmonicIrradiance(harmonics, [0, -1, 0])];
  up.forEach((value, part) => {
    expect(down[part]!).toBeLessThan(0.1 * value);
  });
});

test('a brighter ground lights from below, in its color, by day', () => {
  const sky = createSky(USUAL);
  const [dark, red] = [ambientHarmonics(sky, [0, 0, 0]), ambientHarmonics(sky, [0.8, 0, 0])];
  const down: Vector3 = [0, -1, 0];
  expect(dark).toEqual(sky.harmonics);
  expect(harmonicIrradiance(red, down)[0]).toBeGreaterThan(harmonicIrradiance(dark, down)[0] + 1);
  expect(harmonicIrradiance(red, down)[2]).toBeCloseTo(harmonicIrradiance(dark, down)[2], 12);
});
