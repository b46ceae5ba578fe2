// No prefix of a program without errors is ever refused; where a program is wrong, the states say so in time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Diagnostic, SourceFile, type World } from '@diorama/diagnostics';
import { describe, expect, test } from 'vitest';
import { canEnd, explain, start, step } from '../src/index.ts';
import { corpusWorld, diagnose, readCorpus, textWorld } from './corpus.ts';
import { isLeftToChecker } from './left-to-checker.ts';
import { follow, lexemesOf } from './support.ts';

/** Milliseconds: some broken programs take the checker long to give up. */
const SLOW = 30_000;
const examples = join(import.meta.dirname, '../../examples');

describe('a program without errors is followed to its end', () => {
  const world = corpusWorld('ok');
  test.each(readCorpus('ok').map((source) => [source.id, source] as const))('%s', (_, source) => {
    expect(errorsOf(source, world)).toEqual([]);
    expectFollowed(source.text);
  });

  const names = readdirSync(examples).filter((name) => name.endsWith('.dio'));
  test.each(names)('examples/%s', (name) => expectFollowed(readFileSync(join(examples, name), 'utf8')));
});

describe('a broken program is refused in time', () => {
  const world = corpusWorld('broken');
  test.each(readCorpus('broken').map((source) => [source.id, source] as const))(
    '%s',
    (_, source) => {
      const { text } = source;
      const [first] = errorsOf(source, world);
      if (first === undefined) return expectFollowed(text);
      if (isLeftToChecker(first.code, text)) return;
      const { state, refused } = follow(text);
      const at = refused?.start ?? (canEnd(state) ? undefined : text.length);
      expect(at, `${first.code} is refused`).toBeDefined();
      expect(explain(state, refused)?.message).toBeDefined();
      if (!isSeenAtItsEnd(first.code)) expect(at).toBeLessThanOrEqual(behind(text, first));
    },
    SLOW,
  );
});

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

test('the states of a file tell what other files may use of it', () => {
  const source = SourceFile.from('main.dio', 'use far from "plants.dio"\ntree { at: (0, -far), height: 4 }\n');
  expect(errorsOf(source, textWorld({ 'plants.dio': 'let far = 30m\n' }))).toEqual([]);
});

function expectFollowed(text: string): void {
  const { state, refused } = follow(text);
  expect(refused && { refused, why: explain(state, refused) }).toBeUndefined();
  expect(canEnd(state)).toBe(true);
}

/** What is missing shows only where what holds it ends. */
function isSeenAtItsEnd(code: string): boolean {
  return code.startsWith('missing-') || code === 'unclosed-bracket';
}

/** The first lexeme behind a mistake: what stands before it could still have become something else. */
function behind(text: string, { primary }: Diagnostic): number {
  return lexemesOf(text).find((lexeme) => lexeme.start >= primary.end)?.start ?? text.length;
}

function errorsOf(source: SourceFile, world: World): readonly Diagnostic[] {
  return diagnose(source, world)
    .filter(({ severity }) => severity === 'error')
    .sort((a, b) => a.primary.start - b.primary.start);
}
