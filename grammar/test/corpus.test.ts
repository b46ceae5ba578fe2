// No prefix of a program without errors is ever refused; where a program is wrong, the states say so in time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '@diorama/checker';
import { type Diagnostic, SourceFile, type World } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { describe, expect, test } from 'vitest';
import { canEnd, explain, start, step } from '../src/index.ts';
import { isLeftToChecker } from './left-to-checker.ts';
import { follow, lexemesOf } from './support.ts';

const root = join(import.meta.dirname, '../..');
const ok = programsIn(join(root, 'grammar/corpus/ok'));
const broken = programsIn(join(root, 'grammar/corpus/broken'));
const examples = programsIn(join(root, 'examples'));

function programsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.dio'))
    .map((name) => join(folder, name));
}

describe('a program without errors', () => {
  test.each([...ok, ...examples])('%s is followed to its end', (path) => {
    const text = readFileSync(path, 'utf8');
    if (errorsOf(path, text).length > 0) return;
    const { state, refused } = follow(text);
    expect(refused && { refused, why: explain(state, refused) }).toBeUndefined();
    expect(canEnd(state)).toBe(true);
  });
});

describe('a broken program', () => {
  test.each(broken)('%s is refused in time', (path) => {
    const text = readFileSync(path, 'utf8');
    const [first] = errorsOf(path, text);
    const { state, refused } = follow(text);
    if (first === undefined) return expect(refused).toBeUndefined();
    if (isLeftToChecker(first.code, text)) return;
    const at = refused?.start ?? (canEnd(state) ? undefined : text.length);
    expect(at, `${first.code} is refused`).toBeDefined();
    if (!isSeenAtItsEnd(first.code)) expect(at).toBeLessThanOrEqual(behind(text, first));
  });
});

/** What is missing shows only where what holds it ends. */
function isSeenAtItsEnd(code: string): boolean {
  return code.startsWith('missing-') || code === 'unclosed-bracket' || code === 'too-deep';
}

/** The first lexeme behind a mistake: what stands before it could still have become something else. */
function behind(text: string, { primary }: Diagnostic): number {
  return lexemesOf(text).find((lexeme) => lexeme.start >= primary.end)?.start ?? text.length;
}

test('a state is a value: both ways on from one lead where they lead alone', () => {
  const head = follow('tree { at: (1, 2), height:').state;
  const metres = step(head, { type: 'Number', text: '4m' });
  const refused = step(head, { type: 'RightBrace', text: '}' });
  const again = step(head, { type: 'Number', text: '4m' });
  expect(refused).toBeUndefined();
  expect(metres && step(metres, { type: 'RightBrace', text: '}' })).toBeDefined();
  expect(again && step(again, { type: 'RightBrace', text: '}' })).toBeDefined();
  expect(canEnd(start())).toBe(true);
});

function errorsOf(path: string, text: string): readonly Diagnostic[] {
  const source = SourceFile.from(path, text);
  const { value, diagnostics } = parse(source);
  const all = [...diagnostics, ...check(value, { source, world: folderWorld(join(path, '..')) }).diagnostics];
  return all.filter(({ severity }) => severity === 'error').sort((a, b) => a.primary.start - b.primary.start);
}

function folderWorld(folder: string): World {
  const read = (file: string) => (existsSync(join(folder, file)) ? readFileSync(join(folder, file)) : undefined);
  const missing = { unreadable: 'no such file' };
  return {
    readText: (file) => read(file)?.toString('utf8') ?? missing,
    readBytes: (file, limit) => {
      const bytes = read(file);
      return bytes === undefined ? missing : new Uint8Array(bytes.subarray(0, limit));
    },
    resolve: (_from, path) => path,
  };
}
