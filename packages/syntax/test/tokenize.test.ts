import { expect, test } from 'vitest';
import { keywords, parseDocument, reparse, softKeywords, tokenize } from '../src/index.ts';
import * as tokens from '../src/tokens.ts';
import { codes, source } from './support.ts';

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

test('comments', () => {
  const kinds = (text: string): string[] => tokenize(text).map((lexeme) => `${lexeme.kind} ${lexeme.text}`);
  expect(kinds('//\n// a\n///\n/// b\n////\n//// c')).toEqual([
    'comment //',
    'comment // a',
    'doc-comment ///',
    'doc-comment /// b',
    'comment ////',
    'comment //// c',
  ]);
  expect(kinds('/**/ a /***/ b /* / * // \n **/ c /*/ d */ e')).toEqual([
    'comment /**/',
    'name a',
    'comment /***/',
    'name b',
    'comment /* / * // \n **/',
    'name c',
    'comment /*/ d */',
    'name e',
  ]);
  expect(kinds('/* a */ /* b\nc // d\n/* e\n"f /*"')).toEqual([
    'comment /* a */',
    'comment /* b',
    'name c',
    'comment // d',
    'comment /* e',
    'text "f /*"',
  ]);
});

test('texts', () => {
  const texts = (text: string): string[] => tokenize(text).map((lexeme) => `${lexeme.token} ${lexeme.text}`);
  expect(texts('"" "a\\"b" "\\\\" "a\\')).toEqual(['Text ""', 'Text "a\\"b"', 'Text "\\\\"', 'UnterminatedText "a\\']);
  expect(texts('"a\\\nb"')).toEqual(['UnterminatedText "a\\', 'Identifier b', 'UnterminatedText "']);
});

test('every pattern describes a regular language, so that automata can be made from it', () => {
  const patterns = Object.values(tokens).flatMap((token) =>
    typeof token === 'object' && 'PATTERN' in token ? [token.PATTERN] : [],
  );
  expect(patterns.length).toBeGreaterThan(50);
  for (const pattern of patterns) {
    expect(typeof pattern === 'string' || pattern instanceof RegExp).toBe(true);
    expect(String(pattern)).not.toMatch(/\(\?[=!<]|\\[1-9bB]|[*+?}]\?|[$^](?![^[]*\])/);
  }
});

test('a text of millions of escapes is refused, in a whole file as in an edit', () => {
  const huge = `let a = "${'\\n'.repeat(5_000_000)}"\ntree { }\n`;
  expect(codes(huge)).toEqual(['too-large']);
  let document = parseDocument(source('let b = 1\ntree { }\n'));
  document = reparse(document, { start: 10, end: 10, text: huge });
  expect(document.sections).toEqual(parseDocument(source(document.text)).sections);
  document = reparse(document, { start: 30, end: 10_000_000, text: '' });
  expect(document.sections).toEqual(parseDocument(source(document.text)).sections);
}, 60_000);
