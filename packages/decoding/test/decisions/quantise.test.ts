// Bins: what comes back is near, on the scale that is natural to it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clampValue,
  decisionTable,
  dequantise,
  fromScale,
  quantisationError,
  quantise,
  toScale,
} from '../../src/decisions/index.ts';
import { wrapped } from '../../src/decisions/scale.ts';
import { admitsValue, type NumberComponent, type Slot } from '../../src/decisions/slot.ts';

const { slots } = decisionTable();
type Named = readonly [name: string, component: NumberComponent];
const components = slots.flatMap((slot): readonly Named[] => {
  if (slot.kind === 'number') return [[slot.name, slot]];
  return slot.kind === 'rotation' ? slot.components.map((one): Named => [`${slot.name}.${one.name}`, one]) : [];
});
const slotOf = (name: string) => {
  const found = slots.find((slot) => slot.name === name);
  if (found === undefined) throw new Error(`there is no slot ${name}`);
  return found;
};

describe.each(components)('%s', (_, slot) => {
  test('comes back within half a bin, in bounds, and in its bin', () => {
    const { span, scale, type, bins } = slot;
    const values = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(8, bins, 4096));
    fc.assert(
      fc.property(values, ([share, count]) => {
        const place = toScale(scale, span[0]) + share * (toScale(scale, span[1]) - toScale(scale, span[0]));
        const exact = scale.kind === 'circular' ? span[0] + share * scale.period : fromScale(scale, place);
        const value = Math.min(span[1], Math.max(span[0], type === 'integer' ? Math.round(exact) : exact));
        const bin = quantise(slot, value, count);
        const back = dequantise(slot, bin, count);
        const error = quantisationError(slot, count) * (1 + 1e-9) + 1e-9;
        expect(Number.isInteger(bin) && 0 <= bin && bin < count).toBe(true);
        expect(admitsValue({ kind: 'number', name: '', ...slot }, back)).toBe(true);
        if (type === 'integer') return;
        const apart = toScale(scale, back) - toScale(scale, value);
        expect(Math.abs(scale.kind === 'circular' ? wrapped(apart, scale.period) : apart)).toBeLessThanOrEqual(error);
        expect(quantise(slot, back, count)).toBe(bin);
      }),
      { numRuns: 60 },
    );
  });
});

test('the advised bins are fine enough', () => {
  const relative = (name: string) => {
    const slot = slotOf(name);
    return slot.kind === 'number' ? quantisationError(slot) : Number.NaN;
  };
  expect(relative('height')).toBeLessThan(0.02);
  expect(relative('at.view.z')).toBeLessThan(0.02);
  expect(relative('@pixels')).toBeLessThan(0.04);
  expect(relative('sun_elevation')).toBeLessThan(1);
});

describe('scales', () => {
  test.each([
    ['height', 'log'],
    ['at.view.z', 'signed-log'],
    ['@pixels', 'log'],
    ['density', 'log'],
    ['visibility', 'log'],
    ['sun_azimuth', 'circular'],
    ['yaw', 'circular'],
    ['pitch', 'linear'],
    ['fov', 'linear'],
    ['sun_size', 'log'],
    ['exposure', 'linear'],
    ['@confidence', 'linear'],
    ['roughness', 'linear'],
  ])('%s is %s', (name, kind) => {
    expect(slotOf(name)).toMatchObject({ scale: { kind } });
  });
});

describe('what a head gives is brought into its slot', () => {
  test.each([
    ['height', -3, 0.00002],
    ['height', 300, 200],
    ['height', 4.5, 4.5],
    ['pitch', 120, 90],
    ['yaw', 500, 140],
    ['yaw', 300, 300],
    ['variant', 3.6, 4],
    ['@pixels', -1, 0],
    ['appearance.embedding', 2.7, 3],
    ['rotation.quaternion', [0, 0, 0, 0], [0, 0, 0, 1]],
    ['rotation.matrix', [0, 0, 0, 0, 0, 0, 0, 0, 0], [1, 0, 0, 0, 1, 0, 0, 0, 1]],
    ['rotation.yaw', [721], [721]],
    ['color', '#A0b1C2', '#a0b1c2'],
  ] as const)('%s %j', (name, value, clamped) => {
    const slot = slotOf(name);
    expect(clampValue(slot, value)).toEqual(clamped);
    expect(admitsValue(slot, clamped)).toBe(true);
  });
  test('past an excluded bound', () => {
    const far = { ...slotOf('far'), range: { min: 20, max: 1e6, minExclusive: true } } as Slot;
    expect(admitsValue(far, clampValue(far, 3))).toBe(true);
  });
  test('numbers that are none', () => {
    expect(() => clampValue(slotOf('height'), Number.NaN)).toThrow(RangeError);
  });
});
