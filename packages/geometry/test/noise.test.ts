import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rootKey } from '../src/keyed-random.ts';
import { fractalNoise, gradientNoise, type Noise } from '../src/noise.ts';

const place = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const fields: readonly (readonly [string, Noise])[] = [
  ['gradient', gradientNoise(rootKey(4))],
  ['fractal', fractalNoise(rootKey(4))],
];

describe.each(fields)('%s noise', (_, noise) => {
  test('stays in [−1, 1]', () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        expect(Math.abs(noise(x, y))).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('has no jumps', () => {
    fc.assert(
      fc.property(place, place, (x, y) => {
        expect(Math.abs(noise(x + 1e-6, y) - noise(x, y + 1e-6))).toBeLessThan(1e-4);
      }),
    );
    // Across the borders of cells, too.
    expect(Math.abs(noise(3 - 1e-9, 0.4) - noise(3, 0.4))).toBeLessThan(1e-7);
  });

  test('is neither flat nor lopsided', () => {
    const values = Array.from({ length: 40_000 }, (_, index) =>
      noise((index % 200) * 0.73, Math.floor(index / 200) * 0.61),
    );
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    expect(Math.abs(mean)).toBeLessThan(0.02);
    expect(deviation).toBeGreaterThan(0.15);
    expect(Math.max(...values)).toBeGreaterThan(0.5);
    expect(Math.min(...values)).toBeLessThan(-0.5);
  });
});

test('gradient noise is 0 on the lattice, fractal noise is not', () => {
  expect(gradientNoise(rootKey(1))(5, -3) + 0).toBe(0);
  expect(fractalNoise(rootKey(1))(5, -3)).not.toBe(0);
});

test('one octave is gradient noise of one strength', () => {
  const values = Array.from({ length: 500 }, (_, index) => fractalNoise(rootKey(1), { octaves: 1 })(index * 0.37, 0.2));
  expect(Math.max(...values)).toBeGreaterThan(0.5);
});

test('keys give different fields; values are pinned forever', () => {
  expect(gradientNoise(rootKey(1))(0.5, 0.5)).not.toBe(gradientNoise(rootKey(2))(0.5, 0.5));
  const [gradient, fractal] = [gradientNoise(rootKey(7)), fractalNoise(rootKey(7))];
  const places = [
    [0.5, 0.5],
    [-3.25, 17.125],
    [1e5 + 0.1, -2e5 - 0.7],
  ] as const;
  expect(places.map(([x, y]) => [gradient(x, y), fractal(x, y)])).toMatchInlineSnapshot(`
    [
      [
        0.2227873441878128,
        0.15344736444072196,
      ],
      [
        -0.47361486740669334,
        0.12835581205522364,
      ],
      [
        0.09368923815218995,
        0.1370490507440755,
      ],
    ]
  `);
});
