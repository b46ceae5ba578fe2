// Safe fixes, applied until none is left.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkFile, fixFile } from '../src/index.ts';
import { codes, ENTRY, read, worldOf } from './support.ts';

test.each([
  [
    'a misspelt property',
    'tree { at: (0, -8), height: 5, rotaton: yaw(3) }',
    'tree { at: (0, -8), height: 5, rotation: yaw(3) }',
  ],
  [
    'several in one line',
    'tre { at: (0, -8), height: 5, rotaton: yaw(3) }',
    'tree { at: (0, -8), height: 5, rotation: yaw(3) }',
  ],
  ['a unit with a space', 'tree { at: (0, -8), height: 5 m }', 'tree { at: (0, -8), height: 5m }'],
])('%s', (_, before, after) => {
  expect(fix(before).text).toBe(after);
});

test('one fix makes room for the next', () => {
  const { text, applied, left } = fix('tre { at: (0, -8), height: 5, rotaton: yaw(3) }\n');
  expect(text).toBe('tree { at: (0, -8), height: 5, rotation: yaw(3) }\n');
  expect(applied).toHaveLength(2);
  expect(left).toEqual([]);
});

test('what is not safe stays', () => {
  const text = 'tree { at: (0, -8) }\n';
  expect(fix(text)).toMatchObject({ text, applied: [], left: [{ code: 'missing-property' }] });
});

test('a good program stays as it is', () => {
  const text = 'tree { at: (0, -8), height: 5 }\n';
  expect(fix(text)).toEqual({ text, applied: [], left: [] });
});

test('other files stay as they are, and are seen as they are', () => {
  const world = worldOf('use stand from "b.dio"\nstand { at: (0, -5) }\n', { 'b.dio': 'prefab stand() { tre {} }\n' });
  const { value, diagnostics } = read(fixFile(world, ENTRY));
  expect(value.applied).toEqual([]);
  expect(codes(diagnostics)).toContain('unknown-kind');
});

const corpus = join(import.meta.dirname, '../../../grammar/corpus/broken');
const broken = globSync('*.dio', { cwd: corpus }).sort();

describe('the corpus of broken programs', () => {
  test.each(broken)('%s', (name) => {
    const text = readFileSync(join(corpus, name), 'utf8');
    if (text.length < 100_000) checkPromises(text);
  });
});

test('any text', () => {
  const word = fc.constantFrom(
    ...'tree tre bush { } ( ) [ ] , : at heigth height 5 5m 6 m 3deg let x = far . .. + - "a" \' ; for in 1..3 if use from // /* */ \n'.split(
      ' ',
    ),
    ' ',
  );
  const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
  fc.assert(fc.property(text, checkPromises), { numRuns: 200 });
});

/** Fixing brings no new syntax error, no error into a program without one, and has nothing left to do afterwards. */
function checkPromises(text: string): void {
  const before = read(checkFile(worldOf(text), ENTRY, { limits })).diagnostics;
  const fixed = fix(text);
  expect(countSyntaxErrors(fixed.text)).toBeLessThanOrEqual(countSyntaxErrors(text));
  if (!before.some(isError)) expect(fixed.left.filter(isError)).toEqual([]);
  expect(fix(fixed.text)).toMatchObject({ text: fixed.text, applied: [] });
}

/** Low, for programs that are broken by being too much. */
const limits = { work: 1_000_000, instances: 10_000 };

function fix(text: string) {
  const { value, diagnostics } = read(fixFile(worldOf(text), ENTRY, { limits }));
  return { text: value.source.text, applied: value.applied, left: diagnostics };
}

function countSyntaxErrors(text: string): number {
  return parse(SourceFile.from(ENTRY, text)).diagnostics.filter(isError).length;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
