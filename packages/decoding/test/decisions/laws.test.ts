// Encoding and decoding are inverse: on every program in core form, byte for byte.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printCoreForm } from '@diorama/lowering';
import { arbitraryCoreProgram } from '@diorama/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryScene } from '../../../scene/test/arbitrary-scene.ts';
import { decode, encode, startDecisions } from '../../src/decisions/index.ts';
import { CATALOG, expanded, type Files, lowered, safetensors, seeded, walk } from './support.ts';

const root = join(import.meta.dirname, '../../../..');

/** The program comes back, and its decisions come back from what came back. */
function checkInverse(core: string): void {
  const { value, diagnostics } = encode(core);
  expect(diagnostics).toEqual([]);
  expect(decode(value)).toBe(core);
  expect(encode(core, { checked: true })).toEqual({ value, diagnostics: [] });
}

test('core form of random programs', () => {
  fc.assert(
    fc.property(arbitraryCoreProgram(), ({ text, files }) => {
      checkInverse(expanded(text, files));
    }),
    { numRuns: 150 },
  );
});

test('programs in core form that a person has laid out keep their scene', () => {
  fc.assert(
    fc.property(arbitraryCoreProgram(), ({ text, files }) => {
      const { value, diagnostics } = encode(text);
      expect(diagnostics).toEqual([]);
      const again = decode(value);
      checkInverse(again);
      // Which individual an element is hangs on the spelling of its place, unless it is stated.
      expect(withoutVariants(expanded(again, files))).toBe(withoutVariants(expanded(text, files)));
    }),
    { numRuns: 150 },
  );
});
function withoutVariants(core: string): string {
  return core.replace(/, variant: \d+/g, '');
}

test('core form of any scene that a program can say', () => {
  let tried = 0;
  fc.assert(
    fc.property(arbitraryScene(), (scene) => {
      const core = printCoreForm(scene);
      const { embeddings } = scene.settings;
      const files: Files =
        embeddings === undefined ? {} : { [embeddings.file]: safetensors(embeddings.rows, embeddings.space) };
      // Not every scene is one: texts may be blank where a program's must not be.
      if (lowered(core, files).scene === undefined) return;
      tried += 1;
      checkInverse(core);
    }),
    { numRuns: 200 },
  );
  expect(tried).toBeGreaterThan(50);
});

describe('the core form of every example and of the corpus', () => {
  const folders = ['examples', 'grammar/corpus/ok'];
  const programs = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.dio'))
      .map((name) => join(folder, name)),
  );
  test.each(programs)('%s', (path) => {
    const files = filesBeside(path);
    checkInverse(expanded(readFileSync(join(root, path), 'utf8'), files));
  });
});

/** Every file in the folder and below that a program there may name. */
function filesBeside(path: string): Files {
  const folder = join(root, path, '..');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(dio|safetensors)$/.test(name),
  );
  return Object.fromEntries(
    names.map((name) => {
      const bytes = readFileSync(join(folder, name));
      return [name.replaceAll('\\', '/'), name.endsWith('.dio') ? bytes.toString('utf8') : new Uint8Array(bytes)];
    }),
  );
}

test('decisions come back, but for values that are defaults', () => {
  for (let seed = 0; seed < 120; seed += 1) {
    const decisions = walk(startDecisions(CATALOG), seeded(seed), seed % 2 === 0 ? 'usual' : 'extreme');
    const text = decode(decisions);
    const { value, diagnostics } = encode(text, { catalog: CATALOG });
    expect(diagnostics).toEqual([]);
    expect(decode(value)).toBe(text);
    if (value.length === decisions.length) expect(value).toEqual(decisions.map(withoutNegativeZero));
  }
});
function withoutNegativeZero<T extends { readonly value?: unknown }>(decision: T): T {
  const { value } = decision;
  if (typeof value === 'number') return { ...decision, value: value + 0 };
  return Array.isArray(value) ? { ...decision, value: value.map((part) => part + 0) } : decision;
}
