// Patterns of decimals have exactly the decimals between their bounds.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalPattern } from '../../src/exports/rules/decimals.ts';
import { matchRules } from './match-rules.ts';

const decimal = fc
  .tuple(fc.nat({ max: 250 }), fc.nat({ max: 999 }), fc.nat({ max: 3 }))
  .map(([whole, fraction, digits]) =>
    digits === 0 ? `${whole}` : `${whole}.${String(fraction).padStart(3, '0').slice(0, digits)}`,
  );

test('those between two bounds, and no others', () => {
  fc.assert(
    fc.property(
      decimal,
      fc.option(decimal, { nil: undefined }),
      fc.boolean(),
      fc.boolean(),
      decimal,
      (min, max, minExclusive, maxExclusive, one) => {
        const pattern = decimalPattern({ min, minExclusive, ...(max === undefined ? {} : { max, maxExclusive }) });
        const matches =
          pattern !== undefined &&
          matchRules({ header: [], rules: [{ name: 'a', pattern, terminal: true }] }, one).whole;
        const [value, low, high] = [
          Number(one),
          Number(min),
          max === undefined ? Number.POSITIVE_INFINITY : Number(max),
        ];
        const isAbove = minExclusive ? low < value : low <= value;
        const isBelow = maxExclusive && max !== undefined ? value < high : value <= high;
        expect(matches).toBe(isAbove && isBelow);
      },
    ),
    { numRuns: 3000 },
  );
});
