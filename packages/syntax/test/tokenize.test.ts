import { expect, test } from 'vitest';
import { keywords, softKeywords, tokenize } from '../src/index.ts';

test('tokens and comments in order, mistakes included', () => {
  const lexemes = tokenize('/// d\nlet step = 2m // c\n"a" #fff × \'q\' oak');
  expect(lexemes.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'doc-comment /// d',
    'keyword let',
    'keyword step',
    'punctuation =',
    'number 2m',
    'comment // c',
    'text "a"',
    'color #fff',
    'unknown ×',
    "text 'q'",
    'name oak',
  ]);
  for (const { start, end, text } of lexemes) expect(end - start).toBe(text.length);
});

test('numbers take their suffix, ranges their dots', () => {
  const texts = (text: string): string[] => tokenize(text).map((lexeme) => lexeme.text);
  expect(texts('1..5 0.5..<2m 1e-3km 30% 2e 1.x')).toEqual([
    '1',
    '..',
    '5',
    '0.5',
    '..<',
    '2m',
    '1e-3km',
    '30%',
    '2e',
    '1',
    '.',
    'x',
  ]);
  expect(texts('users letter iffy')).toEqual(['users', 'letter', 'iffy']);
});

test('the words of the language', () => {
  expect(keywords.join(' ')).toBe('use let prefab scatter in for if then else and or not true false');
  expect(softKeywords.join(' ')).toBe('from as spacing step');
});
