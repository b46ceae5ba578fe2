// Whatever a scene's names hold: the literals mean exactly that, and nothing breaks out of them.
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepable, pythonComment, pythonDocText, pythonFloat, pythonString } from '../src/python-literal.ts';
import { hasPython } from './support/python.ts';

const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '"',
      "'",
      '\\',
      '\n',
      '\r',
      '\t',
      '\0',
      '\u2028',
      '\u2029',
      '\ud800',
      '\udfff',
      '\x1a',
      '#',
      '{',
      '"""',
      "'''",
    ),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

describe('strings', () => {
  test.each([
    ['oak', "'oak'"],
    [`it's "old"`, `'it\\'s "old"'`],
    ['a\\nb', "'a\\\\nb'"],
    ['two\nlines', "'two\\nlines'"],
    ['\u2028', "'\\u2028'"],
    ['\ud83c\udf33', "'\\U0001f333'"],
    ['\ud83c', "'\\ufffd'"],
    ['\0', "'\\ufffd'"],
  ])('%j', (text, literal) => {
    expect(pythonString(text)).toBe(literal);
  });

  test('are printable ASCII on one line, in comments and docstrings too', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        for (const written of [pythonString(text), pythonComment(text), pythonDocText(text)]) {
          expect(written).toMatch(/^[\x20-\x7e]*$/);
        }
      }),
    );
  });

  test.skipIf(!hasPython)('mean in Python what was written (skipped without python3)', () => {
    const texts = fc.sample(nasty, { numRuns: 2000, seed: 7 });
    const lines = texts.map((text) => `    ${pythonString(text)},  # ${pythonComment(text)}`);
    const documents = texts.map((text) => `def f():\n    """${pythonDocText(text)}"""\nassert f.__doc__ is not None\n`);
    const program = `import json\ntexts = [\n${lines.join('\n')}\n]\n${documents.join('')}print(json.dumps(texts))\n`;
    const { stdout, stderr, status } = spawnSync('python3', ['-'], {
      input: program,
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(texts.map(keepable));
  });
});

describe('numbers', () => {
  test.each([
    [0, '0.0'],
    [-0, '0.0'],
    [1.7, '1.7'],
    [1 / 3, '0.33333334'],
    [1e-7, '1e-7'],
    [5000, '5000.0'],
    [Infinity, "float('inf')"],
  ])('%d', (number, literal) => {
    expect(pythonFloat(number)).toBe(literal);
  });

  test('keep every 32-bit float', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(Math.fround(Number(pythonFloat(number))) + 0).toBe(number + 0);
      }),
    );
  });
});
