import { createSky, type SkyParameters } from '@diorama/sky';
import { describe, expect, test } from 'vitest';
import { sunLight } from '../src/sun-light.ts';
import { USUAL } from './parameters.ts';

const sun = (changes: Partial<SkyParameters>): readonly number[] =>
  sunLight({ ...USUAL, strength: 1, ...changes }).irradiance;

// Blender 3.4.1's disc, added up over its solid angle.
test.each([
  [{ air: 0, dust: 0 }, [163.4, 143.4, 133.6]],
  [{ sunElevation: 90 }, [151.1, 126.2, 102.6]],
  [{ sunElevation: 12 }, [112.75, 77.9, 38.2]],
  [{ sunElevation: 4 }, [59.28, 28.21, 4.245]],
  [{ sunElevation: 0.5 }, [6.84, 1.53, 0]],
  [{ dust: 10 }, [93.9, 75.55, 55.57]],
  [{ altitude: 3000 }, [153, 126.5, 100.2]],
  [{ ozone: 10 }, [142.6, 114.7, 84.4]],
] as const)('%j is as strong as in Blender', (changes, expected) => {
  sun(changes).forEach((value, part) => {
    expect(Math.abs(value - expected[part]!)).toBeLessThan(0.005 * expected[part]! + 0.03);
  });
});

describe('its irradiance', () => {
  test('grows with the elevation, from nothing and without jumps', () => {
    const steps = Array.from({ length: 201 }, (_, index) => sun({ sunElevation: -0.4 + index * 0.01 }));
    expect(steps[0]).toEqual([0, 0, 0]);
    steps.slice(1).forEach((value, index) => {
      for (let part = 0; part < 3; part += 1) {
        const growth = value[part]! - (steps[index]?.[part] as number);
        expect(growth).toBeGreaterThanOrEqual(-1e-12);
        expect(growth).toBeLessThan(0.4);
      }
    });
    const high = Array.from({ length: 90 }, (_, index) => sun({ sunElevation: index + 1 })[1] as number);
    expect(high).toEqual(high.toSorted((a, b) => a - b));
  });

  test('does not depend on the size of the disc', () => {
    for (const sunSize of [0, 0.1, 2]) {
      sun({ sunSize }).forEach((value, part) => {
        expect(value / sun({})[part]!).toBeCloseTo(1, 2);
      });
    }
  });

  test.each([0.1, 0.545, 10])('is the disc of %f°, added up over its solid angle', (sunSize) => {
    const { discRadiance, sunIrradiance } = createSky({ ...USUAL, sunSize });
    // Rings of the disc, darker to the limb.
    const radius = (sunSize * Math.PI) / 360;
    let disc = 0;
    for (let ring = 0; ring < 2000; ring += 1) {
      const share = (ring + 0.5) / 2000;
      const limb = 1 - 0.6 * (1 - Math.sqrt(1 - share * share));
      disc += (limb * 2 * Math.PI * Math.sin(share * radius) * radius) / 2000;
    }
    expect((discRadiance[1] * disc) / sunIrradiance[1]).toBeCloseTo(1, 2);
  });

  test('is proportional to the intensity, of which the sky takes no notice', () => {
    const [dim, bright] = [createSky({ ...USUAL, sunIntensity: 0.5 }), createSky({ ...USUAL, sunIntensity: 2 })];
    expect(bright.sunIrradiance[0] / dim.sunIrradiance[0]).toBeCloseTo(4, 9);
    expect(bright.table).toEqual(dim.table);
    expect(bright.harmonics).toEqual(dim.harmonics);
  });
});
