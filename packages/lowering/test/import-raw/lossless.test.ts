// The law of the import: what a RAW program says can be computed back from the program that it becomes.
import { SourceFile } from '@diorama/diagnostics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importRaw } from '../../src/import-raw/index.ts';
import { rawCases } from './arbitrary-raw.ts';
import { exportRaw, type RawFacts } from './export-raw.ts';

test('an import loses nothing', { timeout: 120_000 }, () => {
  const property = fc.property(rawCases(), ({ text, rotations, appearances, facts }) => {
    const { value, diagnostics } = importRaw(SourceFile.from('raw.txt', text), {
      rotations,
      appearances,
      space: 'clip',
    });
    expect(diagnostics).toEqual([]);
    expectSame(exportRaw(value), facts);
  });
  fc.assert(property, { numRuns: 1000 });
});

function expectSame(found: RawFacts, expected: RawFacts): void {
  for (const [name, value] of Object.entries(expected.settings)) expectNear([found.settings[name]], [value], name);
  expect(found.ground).toEqual(expected.ground);
  expect(found.objects.length).toBe(expected.objects.length);
  for (const [index, object] of expected.objects.entries()) {
    const same = found.objects[index];
    expect([same?.call, same?.pixels]).toEqual([object.call, object.pixels]);
    expectNear([...(same?.location ?? []), same?.height], [...object.location, object.height], 'location and height');
    expect(same?.appearance).toEqual(object.appearance);
    expect(same?.rotation === undefined).toBe(object.rotation === undefined);
    for (const [part, number] of (object.rotation ?? []).entries()) {
      expect(Math.abs((same?.rotation?.[part] ?? Number.NaN) - number)).toBeLessThan(1e-6);
    }
  }
}

/** Equal to 1e-9 of the number. */
function expectNear(found: readonly (number | undefined)[], expected: readonly number[], what: string): void {
  const isNear = expected.every((number, index) => {
    const other = found[index] ?? Number.NaN;
    return Math.abs(other - number) <= 1e-9 * Math.abs(number);
  });
  expect(isNear, `${what}: ${found.join(', ')} instead of ${expected.join(', ')}`).toBe(true);
}
