import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canFormat, format, parse } from '../src/index.ts';
import { meaning, parsed, randomFrom, randomLayout, randomTokens, source } from './support.ts';

function formatted(text: string): string {
  const program = parsed(text);
  expect(canFormat(program)).toBe(true);
  return format(program, source(text));
}

/** Formatting changes nothing but the layout, keeps every comment, and is done when done. */
function expectHarmless(before: string, after: string): void {
  const comments = (text: string): string[] =>
    parsed(text).comments.map((comment) => comment.text.replace(/\s+/g, ' ').trim());
  expect(meaning(after)).toBe(meaning(before));
  expect(comments(after)).toEqual(comments(before));
  expect(formatted(after)).toBe(after);
}

function staysAs(text: string): void {
  becomes(text, text);
}

function becomes(before: string, after: string): void {
  expect(formatted(before)).toBe(after);
  expectHarmless(before, after);
}

describe('a body', () => {
  test('stays on one line if it was written on one and fits', () => {
    staysAs('tree { at: (0, -8), height: 9m }\n');
    becomes('tree{at:(0,-8) height:9m}', 'tree { at: (0, -8), height: 9m }\n');
    becomes('group{tree{a:1,}bush{}}', 'group { tree { a: 1 } bush {} }\n');
  });
  test('has one entry a line if it was written on several', () => {
    becomes('tree { at: (0, -8),\nheight: 9m }', 'tree {\n  at: (0, -8)\n  height: 9m\n}\n');
    becomes('for i in a { tree { b: 1 }\n}', 'for i in a {\n  tree { b: 1 }\n}\n');
  });
  test('that holds properties alone stays on its line, however wide', () => {
    const wide = `tree { ${'at: (0, -8), '.repeat(9)}height: 9m }`;
    staysAs(`${wide}\n`);
    staysAs(`@pixels(1582) tree oak { ${'at: f(0, [1, 2], b: (3, 4)), '.repeat(9)}height: 9m }\n`);
    becomes(`for i in a { ${wide} }`, `for i in a {\n  ${wide}\n}\n`);
  });
  test('that holds more is broken up if it is too wide', () => {
    const wide = `tree { ${'at: (0, -8), '.repeat(9)}let a = 1 }`;
    becomes(wide, `tree {\n${'  at: (0, -8)\n'.repeat(9)}  let a = 1\n}\n`);
    becomes(`group { ${'tree { a: 1 } '.repeat(9)}}`, `group {\n${'  tree { a: 1 }\n'.repeat(9)}}\n`);
  });
  test('is empty without a space', () => becomes('tree {\n\n}', 'tree {}\n'));
});

describe('comments', () => {
  test('stay where they are', () => {
    staysAs(
      '// a\n\n/// b\ntree { // c\n  // d\n  at: (0, 1) // e\n\n  /* f */\n  height: 2 /* g */\n  // h\n}\n// i\n',
    );
    staysAs('let a = (/* a */ 1 /* b */, 2 /* c */)\n');
    staysAs('let a = [\n  1, // one\n  // two\n  2\n]\n');
    staysAs('if a {} // b\nelse {}\n');
    staysAs('use a /* b */, c from "d" // e\n');
    becomes('tree { a: 1 /* b */, c: 2 }', 'tree { a: 1, /* b */ c: 2 }\n');
    becomes('let a = 1 . /* b */ c', 'let a = 1 . /* b */ c\n');
  });
});

describe('lines', () => {
  test('one blank line is kept', () => becomes('\n\nlet a = 1\n\n\n\nlet b = 2\n\n', 'let a = 1\n\nlet b = 2\n'));
  test('each item has its own', () => becomes('let a = 1 let b = 2 tree { }', 'let a = 1\nlet b = 2\ntree {}\n'));
  test('end with LF, without white space', () => becomes('\ufefflet a = 1  \r\n// b  \r\n', 'let a = 1\n// b\n'));
  test('an annotation keeps its own', () => {
    staysAs('@a(1) @b(2) tree {}\n');
    staysAs('@a(1)\n@b(2) tree {}\n');
    staysAs('@a(1)\ntree {}\n');
  });
  test('what follows a commented annotation stands below it', () => {
    staysAs('@a(1) // n\n@b(2)\n/* pre */ tree {}\n');
    staysAs('@a(1) // n\ntree {}\n');
    becomes('group {\n@a(1) // n\n@b(2) // m\ntree { } }', 'group {\n  @a(1) // n\n  @b(2) // m\n  tree {}\n}\n');
  });
  test('nothing stays nothing', () => expect(formatted(' \n')).toBe(''));
});

test('expressions are spaced as usual', () => {
  becomes('let a=-1+ - b*(2-c)/d [ 0 ] . x', 'let a = -1 + -b * (2 - c) / d[0].x\n');
  becomes('let a = not b==c..<d', 'let a = not b == c..<d\n');
  becomes('let a:List [ Length ]=[ 1,2 ]', 'let a: List[Length] = [1, 2]\n');
  becomes('for i in f( x:1 )step(2){}', 'for i in f(x: 1) step (2) {}\n');
  becomes('prefab p ( a:Length=1 , b:Text ){}', 'prefab p(a: Length = 1, b: Text) {}\n');
  becomes('let a = if b then(1,2)else[3]', 'let a = if b then (1, 2) else [3]\n');
});

test('brackets that begin with a line break keep one part a line', () => {
  staysAs('tree {\n  at: path(\n    [\n      (1, 2),\n      (3, 4)\n    ],\n    width: 2\n  )\n}\n');
  becomes('let a = [1,\n2]', 'let a = [1, 2]\n');
});

test('a program with mistakes is left alone', () => {
  expect(canFormat(parse(source('tree { height: }')).value)).toBe(false);
});

test('any program', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = randomFrom(seed);
      const text = randomLayout(random, randomTokens(random));
      expectHarmless(text, formatted(text));
    }),
    { numRuns: 200 },
  );
}, 60_000);
