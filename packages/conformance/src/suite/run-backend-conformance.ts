// The suite itself: what every backend owes every stage.
import { Buffer } from 'node:buffer';
import { DIAGNOSTIC_PAGES, type Library } from '@diorama/compiler';
import type { Diagnostic } from '@diorama/diagnostics';
import { elementName, GROUND, idOf, type Stage } from '@diorama/stage';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BackendUnderTest, EmittedFile, FoundElement } from './backend-under-test.ts';
import { placeMatrix } from './place-matrix.ts';
import { SUITE_PROGRAMS } from './suite-programs.ts';
import { SUITE_FILE, stageText, suiteLibrary } from './suite-stages.ts';

/** Adds the suite's tests of one backend to the test file that calls it. */
export function runBackendConformance(backend: BackendUnderTest, reasonToSkip?: string): void {
  describe.skipIf(reasonToSkip !== undefined)(backend.name, () => {
    describe.each(SUITE_PROGRAMS)('$name', ({ text }) => {
      let stage: Stage;
      let files: readonly EmittedFile[];
      let diagnostics: readonly Diagnostic[];
      beforeAll(async () => {
        stage = (await stagesOf(text))[0];
        ({ value: files, diagnostics } = await backend.emit(stage, SUITE_FILE));
      });

      test('gives the same bytes each time', async () => {
        const second = (await backend.emit((await stagesOf(text))[1], SUITE_FILE)).value;
        expect(second.map(({ name }) => name)).toEqual(files.map(({ name }) => name));
        for (const [index, { content }] of files.entries()) {
          expect(Buffer.from(content).equals(Buffer.from(second[index]?.content ?? ''))).toBe(true);
        }
      });

      test('every element is found again, under its name and in its place', async () => {
        const found = await backend.readBack(files, stage);
        expect([...found.keys()].sort((a, b) => a - b)).toEqual(idsOf(stage));
        for (const { name, instances } of stage.models) {
          for (let row = 0; row < instances.count; row += 1) {
            const element = instances.elements[row] as number;
            const part = (array: Float64Array, width: number) =>
              Array.from(array.subarray(width * row, width * row + width));
            const place = placeMatrix(
              part(instances.translations, 3),
              part(instances.rotations, 4),
              part(instances.scales, 3),
            );
            checkElement(stage, element, found.get(idOf(element)), { place, from: 0, what: name });
          }
        }
        for (const { element, position } of stage.lamps) {
          const place = placeMatrix(position, [0, 0, 0, 1], [1, 1, 1]);
          checkElement(stage, element, found.get(idOf(element)), { place, from: 12, what: 'lamp' });
        }
      });

      test('what it cannot express is told, in its place', () => {
        const { losses } = backend;
        const codes = new Set(diagnostics.map(({ code }) => code));
        const expected = new Set(
          [
            stage.haze && losses.haze,
            stage.lamps.length > 32 && losses.manyLamps,
            stage.scene.elements.some(({ label = '' }) => label.length > 63) && losses.longNames,
          ].filter((code) => typeof code === 'string'),
        );
        expect(codes).toEqual(expected);
        const pages = DIAGNOSTIC_PAGES.flatMap((one) => one.pages.map(({ code }) => code));
        for (const { code, primary } of diagnostics) {
          expect(pages).toContain(code);
          expect(primary.file).toBe(SUITE_FILE);
          expect(primary.end).toBeGreaterThan(primary.start);
          expect(primary.end).toBeLessThanOrEqual(text.length);
        }
      });
    });
  });

  interface Expected {
    readonly place: readonly number[];
    /** The first entry that counts. */
    readonly from: number;
    readonly what: string;
  }

  function checkElement(
    stage: Stage,
    element: number,
    found: FoundElement | undefined,
    { place, from, what }: Expected,
  ): void {
    const wanted = element === GROUND ? 'ground' : elementName(stage.scene, element);
    if (found?.name !== undefined) expect(found.name).toBe(wanted);
    const { tolerance = 1e-6 } = backend;
    const wrong = place.findIndex((part, index) => {
      const actual = found?.matrix[index] ?? Number.NaN;
      return index >= from && !(Math.abs(actual - part) <= tolerance * Math.max(1, Math.abs(part)));
    });
    expect(wrong, `${wanted} (${what}): ${found?.matrix.join(' ')} instead of ${place.join(' ')}`).toBe(-1);
  }
}

/** Two stages of each program, made by two libraries that know nothing of each other. */
async function stagesOf(text: string): Promise<readonly [Stage, Stage]> {
  libraries ??= Promise.all([suiteLibrary(), suiteLibrary()]);
  const [one, other] = await libraries;
  const known = staged.get(text) ?? ([stageText(one, text), stageText(other, text)] as const);
  staged.set(text, known);
  return known;
}

let libraries: Promise<readonly [Library, Library]> | undefined;
const staged = new Map<string, readonly [Stage, Stage]>();

function idsOf({ models, lamps }: Stage): readonly number[] {
  const ids = [...models.flatMap(({ instances }) => [...instances.elements]), ...lamps.map(({ element }) => element)];
  return ids.map(idOf).sort((a, b) => a - b);
}
