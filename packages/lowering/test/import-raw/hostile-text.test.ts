// A text from a stranger never makes the import throw, nor take long.
import { SourceFile } from '@diorama/diagnostics';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importRaw } from '../../src/import-raw/index.ts';
import { exportRaw } from './export-raw.ts';

const VALID = `set_camera(88.130)
set_ground([CLIP]) # ground
add(pixels=1582, loc=(-0.553, -0.809, -22.591), height=1.365, rotation=[ROT], appearance=[CLIP])
`;

const pieces = fc.constantFrom(
  ...[
    '(',
    ')',
    '[',
    ']',
    ',',
    '=',
    '#',
    '\n',
    '\r\n',
    ';',
    '"',
    "'",
    '-',
    '.',
    'e',
    '1',
    '9'.repeat(40),
    '1e999999999',
  ],
  ...[
    'add',
    'set_air(',
    'set_camera(',
    'loc=(',
    '[ROT]',
    '[CLIP]',
    '[NUM]',
    '[',
    'é',
    '\u{1f98c}',
    '\ud83e',
    '\0',
    '__proto__',
  ],
);

test('whatever the text', { timeout: 120_000 }, () => {
  const soup = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 })
    .map((all) => all.join(''));
  const cut = fc
    .tuple(fc.nat(VALID.length), fc.nat(VALID.length), soup)
    .map(([a, b, s]) => VALID.slice(0, a) + s + VALID.slice(b));
  const property = fc.property(fc.oneof(soup, cut), (text) => {
    const { value, diagnostics } = importRaw(SourceFile.from('raw.txt', text), {
      appearances: [[1], [2]],
      space: 'clip',
    });
    expect(() => exportRaw(value)).not.toThrow();
    for (const { primary } of diagnostics) {
      expect(0 <= primary.start && primary.start <= primary.end && primary.end <= text.length).toBe(true);
    }
  });
  fc.assert(property, { numRuns: 1000 });
});

test('whatever the arrays', { timeout: 120_000 }, () => {
  const property = fc.property(fc.jsonValue(), fc.jsonValue(), (rotations, appearances) => {
    importRaw(SourceFile.from('raw.txt', VALID), { rotations, appearances, space: 'clip' });
  });
  fc.assert(property, { numRuns: 1000 });
});

test.each([
  ['brackets', '('.repeat(25_000)],
  ['closing brackets', ')'.repeat(25_000)],
  ['calls in calls', 'add('.repeat(25_000)],
  ['broken calls on lines', 'add(loc=(\n'.repeat(8_000)],
  ['unknown calls', 'ad(1)\n'.repeat(5_000)],
  ['one number', `set_air(${'9'.repeat(25_000)})`],
  ['one decimal', `set_camera(0.${'3'.repeat(25_000)})`],
  ['one word', `${'a'.repeat(25_000)}(1)`],
  ['almost numbers', `set_air(${'1.'.repeat(25_000)})`],
  ['placeholders', 'set_air([CLIP]) '.repeat(8_000)],
  ['spaces', `set_air(${' '.repeat(25_000)}`],
  ['quotes', `set_air(${'"'.repeat(25_000)}`],
  ['arguments', `set_air(${'1,'.repeat(25_000)})`],
])('a long text of %s takes less than a second', (_, text) => {
  const start = performance.now();
  importRaw(SourceFile.from('raw.txt', text));
  expect(performance.now() - start).toBeLessThan(1000);
});
