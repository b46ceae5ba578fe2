import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../src/source-file.ts';

const texts = fc.string({ unit: fc.constantFrom('a', 'é', '🦁', '\n', '\r\n', '\r', '\t', '\u2028') });

describe('positions', () => {
  const cases: readonly (readonly [string, number, number, number])[] = [
    ['', 0, 1, 1],
    ['ab', 2, 1, 3],
    ['a\nb', 1, 1, 2],
    ['a\nb', 2, 2, 1],
    ['a\r\nb', 2, 1, 3],
    ['a\r\nb', 3, 2, 1],
    ['a\n', 2, 2, 1],
    ['🦁b', 2, 1, 3],
    ['ab', -5, 1, 1],
    ['ab', 99, 1, 3],
  ];
  test.each(cases)('of %j at %d: %d:%d', (text, offset, line, column) => {
    expect(SourceFile.from('a', text).positionAt(offset)).toEqual({ line, column });
  });

  test('offsetAt is the inverse of positionAt', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = SourceFile.from('a', text);
        for (let offset = 0; offset <= text.length; offset += 1) {
          expect(source.offsetAt(source.positionAt(offset))).toBe(offset);
        }
      }),
    );
  });

  test('positionAt is the inverse of offsetAt', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = SourceFile.from('a', text);
        for (let line = 1; line <= source.lineCount; line += 1) {
          for (let column = 1; column <= source.line(line).length + 1; column += 1) {
            expect(source.positionAt(source.offsetAt({ line, column }))).toEqual({ line, column });
          }
        }
      }),
    );
  });

  test('positions outside the text are moved to its nearest end', () => {
    const source = SourceFile.from('a', 'ab\ncd');
    expect(source.offsetAt({ line: 0, column: 1 })).toBe(0);
    expect(source.offsetAt({ line: 9, column: 99 })).toBe(5);
  });
});

test('lines come without their ends', () => {
  const source = SourceFile.from('a', 'one\r\ntwo\n\nfour');
  expect(source.lineCount).toBe(4);
  expect([0, 1, 2, 3, 4, 5].map((line) => source.line(line))).toEqual(['', 'one', 'two', '', 'four', '']);
  expect(SourceFile.from('a', '').lineCount).toBe(1);
});

test('a slice is the text of a span', () => {
  expect(SourceFile.from('a', 'let far = 30m').slice({ start: 4, end: 7 })).toBe('far');
});
