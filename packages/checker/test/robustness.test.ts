// Whatever the text: checking never throws, and what is right is not complained of.

import { type Diagnostic, SourceFile, type World } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { arbitraryMutation, arbitraryProgram, characterSoup, createRandom, tokenSoup } from '@diorama/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../src/index.ts';
import { CATALOG, rendered, textWorld } from './support.ts';

function checkIn(text: string, files: Readonly<Record<string, string | Uint8Array>>): readonly Diagnostic[] {
  const missing = { unreadable: 'no such file' };
  const world: World = {
    readText: (file) => (typeof files[file] === 'string' ? files[file] : missing),
    readBytes: (file, limit) => {
      const found = files[file];
      if (found === undefined) return missing;
      return (typeof found === 'string' ? new TextEncoder().encode(found) : found).slice(0, limit);
    },
    resolve: (_from, path) => path,
  };
  const source = SourceFile.from('main.dio', text);
  const parsed = parse(source);
  // What the parser complains of is not the checker's.
  return parsed.diagnostics.length > 0 ? [] : check(parsed.value, { source, world }).diagnostics;
}

describe('a program without mistakes', () => {
  test('has none', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryProgram(), ({ text, files }) => {
        expect(checkIn(text, files).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('says the same in every layout', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(arbitraryProgram({ size: 4 }), fc.nat(), (program, layout) => {
        const codes = (text: string) => checkIn(text, program.files).map(({ code }) => code);
        expect(codes(program.laidOut(layout))).toEqual(codes(program.text));
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });
});

describe('any text', () => {
  const never = (text: string) => {
    const source = SourceFile.from('main.dio', text);
    const { diagnostics } = check(parse(source).value, {
      source,
      world: textWorld({ 'plants.dio': text }),
      catalog: CATALOG,
    });
    for (const { primary, related, fixes } of diagnostics) {
      for (const { start, end, file } of [primary, ...related])
        if (file === 'main.dio') expect(0 <= start && start <= end && end <= text.length).toBe(true);
      for (const { edits } of primary.file === 'main.dio' ? fixes : [])
        for (const { start, end } of edits) expect(0 <= start && start <= end && end <= text.length).toBe(true);
    }
  };

  test('is checked: damaged programs', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(
        arbitraryProgram({ size: 5 }).chain(({ text }) => arbitraryMutation(text)),
        never,
      ),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('is checked: tokens in any order', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 80 }), (seed, length) => never(tokenSoup(createRandom(seed), length))),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test('is checked: characters in any order', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 80 }), (seed, length) => never(characterSoup(createRandom(seed), length))),
      { numRuns: 1000, seed: 20261122 },
    );
  });

  test.each([
    [
      'constructor',
      'constructor { at: (0, 0) }\nlet x = constructor\nlet y = __proto__(3)\ntree { at: (x, 0), constructor: 3, height: 3toString, pose: hasOwnProperty }',
    ],
    [
      'names of objects as names',
      'let constructor = 3m\nlet __proto__ = 4m\nlet toString = 5m\ntree hasOwnProperty { at: (constructor, __proto__), height: toString }\nbush { at: hasOwnProperty.at, height: 1 }\nbush { at: hasOwnProperty.constructor, height: 1 }',
    ],
    ['types', 'let x: constructor = 3\nlet y: List[__proto__] = 3\nprefab p(z: toString) { box { } }'],
    ['annotations', '@constructor(3) @__proto__() tree { at: (0, 0), height: 3 }'],
    ['arguments', 'let x = disk(constructor: 3, __proto__: 4)'],
    ['files', 'use constructor, __proto__ from "__proto__"\nuse x from "constructor"'],
    ['words', 'carnivore { at: (0, 0), height: 1, pose: constructor }'],
    ['units', 'tree { at: (0, 0), height: 3constructor }\ntree { at: (1constructor, 0), height: 3__proto__ }'],
  ])('with the words of JavaScript as %s', (_what, text) => expect(() => rendered(text)).not.toThrow());
});
