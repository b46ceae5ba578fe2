// Units turn what is written into metres, degrees and pure numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnit, toBaseUnits, UNITS, type UnitDefinition } from '../src/index.ts';

const unit = (name: string) => findUnit(name) as UnitDefinition;

test.each([
  ['m', 3, 3],
  ['mm', 1500, 1.5],
  ['cm', 35, 0.35],
  ['km', 1.2, 1200],
  ['deg', 45, 45],
  ['rad', Math.PI, 180],
  ['turn', 0.25, 90],
  ['%', 7, 0.07],
])('%s', (name, written, base) => {
  expect(toBaseUnits(written, unit(name))).toBe(base);
});

test('there are no others, and none can be taken for an exponent', () => {
  expect(UNITS.map(({ name }) => name)).toEqual(['m', 'mm', 'cm', 'km', 'deg', 'rad', 'turn', '%']);
  for (const { name } of UNITS) expect(name).not.toMatch(/^e/i);
  for (const name of ['', 'M', 'CM', 'meter', 'e', 'constructor']) expect(findUnit(name)).toBeUndefined();
});

test('whole numbers of hundredths and thousandths are what their decimals are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (count) => {
      expect(toBaseUnits(count, unit('cm'))).toBe(Number(`${count}e-2`));
      expect(toBaseUnits(count, unit('mm'))).toBe(Number(`${count}e-3`));
      expect(toBaseUnits(count, unit('%'))).toBe(Number(`${count}e-2`));
    }),
  );
});
