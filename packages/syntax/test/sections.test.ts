import { describe, expect, test } from 'vitest';
import { NESTING_LIMIT, parse } from '../src/index.ts';
import { codes, parsed, randomFrom, randomLayout, randomTokens, source } from './support.ts';

/** The sections of a text, `|` between them, white space made one space. */
function cut(text: string): string {
  return parsed(text)
    .sections.map(({ start, end }) => text.slice(start, end).trim().replace(/\s+/g, ' '))
    .join(' | ');
}

const cuts: readonly string[] = [
  'tree { } | bush { }',
  'let a = 1 | let b = 2',
  'let a = b | tree { }',
  'let a = b | tree oak { }',
  'let a = if b then { } | else 3',
  'if a { } else { } | if b { }',
  'let a = 1 | if b { }',
  'let a = if b then c else d | tree { }',
  'let a = f(x) | @note("x") @pixels(3) tree { }',
  '@note("x") for i in a step b { } | scatter a in b spacing c { }',
  'scatter a in b spacing if c then d else e { } | if f { }',
  'for a in b step if c then d else e { } | if f { }',
  'for step in step step if step then step else step { } | if step { }',
  'scatter spacing in spacing spacing if spacing then 1 else 2 { } | tree { }',
  'let step = step | if step { }',
  'let spacing = 2 | if a { } else { } | let b = step | if a { }',
  'use a, b as c from "x" | from { }',
  'use as as from from "x" | use b from "y"',
  'prefab a(b: Length = 1) { tree { } } | a { }',
  'let a = [1, 2] | step { } | spacing { }',
  'let a = 1 ; | tree { }',
  'tree { } | }',
];

describe('cuts', () => {
  test.each(cuts.filter((text) => !text.includes('then {')))('%s', (expected) => {
    expect(cut(expected.replaceAll(' | ', ' '))).toBe(expected);
    expect(cut(expected.replaceAll(' | ', '\n'))).toBe(expected);
  });
});

test('behind a bracket that is never closed the next item at the margin starts a section', () => {
  expect(cut('group {\n  tree { }\nlet a = 1\nbush {\n}')).toBe('group { tree { } | let a = 1 | bush { }');
  expect(cut('  group {\n    tree { }\n  let a = 1')).toBe('group { tree { } | let a = 1');
  expect(cut('group {\nheight: 3\ntree { }')).toBe('group { height: 3 | tree { }');
});

test('what is not indented may be nested all the same', () => {
  expect(cut('group {\ntree { }\n}\nbush { }')).toBe('group { tree { } } | bush { }');
});

test('comments belong to the section that follows, the last ones to the last', () => {
  const { sections } = parsed('// a\ntree { } // b\nbush { /* c */ }\n// d');
  expect(sections.map(({ comments }) => comments.map(({ text }) => text))).toEqual([
    ['// a'],
    ['// b', '/* c */', '// d'],
  ]);
});

test('every program of the grammar is cut between its items', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = randomFrom(seed * 7919);
    const text = randomLayout(random, randomTokens(random));
    const { value, diagnostics } = parse(source(text));
    expect(diagnostics).toEqual([]);
    for (const { imports, items } of value.sections)
      expect(imports.length + items.length).toBe(value.sections.length === 1 ? imports.length + items.length : 1);
  }
});

describe('nesting', () => {
  const nested = (count: number): readonly string[] => [
    `let a = ${'('.repeat(count)}1${')'.repeat(count)}`,
    `${'a { '.repeat(count)}${'} '.repeat(count)}`,
    `let a = ${'f(b: '.repeat(count)}1${')'.repeat(count)}`,
    `let a = ${'x['.repeat(count)}1${']'.repeat(count)}`,
    `let a = ${'if b then '.repeat(count)}1${' else 2'.repeat(count)}`,
    `if a { }${' else if a { }'.repeat(count - 2)}`,
  ];

  test('up to the limit it is read', () => {
    for (const text of nested(NESTING_LIMIT)) expect(codes(text)).toEqual([]);
  });

  test('beyond it, it is not, and the rest of the file is', () => {
    for (const text of nested(NESTING_LIMIT + 1)) {
      expect(codes(`let x = 1\n${text}\nlet y = 2`)).toEqual(['too-deep']);
      expect(parsed(`let x = 1\n${text}\nlet y = 2`).items).toHaveLength(2);
    }
  });

  test('what follows one another is not nested', () => {
    expect(codes('if a { } '.repeat(1000))).toEqual([]);
    expect(codes(`group { ${'if a { } else { } '.repeat(1000)} }`)).toEqual([]);
    expect(codes(`let a = [${'if a then b else c, '.repeat(1000)}1]`)).toEqual([]);
    expect(codes(`tree { ${'a: if a then b else c '.repeat(1000)} }`)).toEqual([]);
  });

  test('many brackets take linear time', () => {
    for (const text of ['(', '{', '({)', 'tree {\n']) {
      const before = performance.now();
      parse(source(`let a = ${text.repeat(30_000)}`));
      expect(performance.now() - before).toBeLessThan(10_000);
    }
  }, 60_000);
});
