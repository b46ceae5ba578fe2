import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestDecimal } from '../src/shortest-decimal.ts';

test.each([
  [0, '0'],
  [-0, '0'],
  [5, '5'],
  [0.5, '0.5'],
  [-2.5, '-2.5'],
  [0.1 + 0.2, '0.30000000000000004'],
  [1e-6, '0.000001'],
  [1e-7, '1e-7'],
  [-1.5e-9, '-1.5e-9'],
  [1e20, '100000000000000000000'],
  [1e21, '1e21'],
  [1.7976931348623157e308, '1.7976931348623157e308'],
  [5e-324, '5e-324'],
])('%d is %s', (number, decimal) => {
  expect(shortestDecimal(number)).toBe(decimal);
});

test('is a literal of the language, after its sign, and reads back as the same number', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
      const decimal = shortestDecimal(number);
      expect(decimal).toMatch(/^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$/);
      expect(Number(decimal)).toBe(number + 0);
    }),
  );
});

test('what no literal can write is refused', () => {
  for (const number of [NaN, Infinity, -Infinity]) expect(() => shortestDecimal(number)).toThrow(RangeError);
});
