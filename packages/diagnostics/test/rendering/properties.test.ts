import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Diagnostic, Label } from '../../src/diagnostic.ts';
import { renderAsJson } from '../../src/render-as-json.ts';
import { renderForTerminal } from '../../src/render-for-terminal.ts';
import { FILE, sourcesOf } from '../cases.ts';

const unit = fc.oneof(
  fc.constantFrom(
    'a',
    ' ',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '\0',
    '\u001b',
    '\u009b',
    '\u202e',
    '\u2028',
    '🦁',
    '\ud800',
    'サ',
    '\u0301',
    '\u0600',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);
const texts = fc.oneof(
  fc.string({ unit, maxLength: 80 }),
  fc.string({ unit, maxLength: 60 }).map((text) => text.repeat(40)),
);
const offsets = fc.integer({ min: -5, max: 400 });
const words = fc.string({ unit, maxLength: 12 });
const files = fc.constantFrom(FILE, 'other.dio', 'gone.dio', 'evil\u001b[2J.dio');
const labels: fc.Arbitrary<Label> = fc.record({ file: files, start: offsets, end: offsets, message: words });

const diagnostics: fc.Arbitrary<Diagnostic> = fc.record({
  code: words,
  severity: fc.constantFrom('error', 'warning', 'note'),
  title: words,
  primary: labels,
  related: fc.array(labels, { maxLength: 5 }),
  notes: fc.array(words, { maxLength: 2 }),
  fixes: fc.array(
    fc.record({
      title: words,
      safe: fc.boolean(),
      edits: fc.array(fc.record({ start: offsets, end: offsets, text: words }), { maxLength: 3 }),
    }),
    { maxLength: 2 },
  ),
});

test('whatever the text and the spans, the terminal gets printable characters and line ends only', () => {
  fc.assert(
    fc.property(texts, texts, diagnostics, fc.integer({ min: 0, max: 200 }), (text, other, diagnostic, width) => {
      const shown = renderForTerminal(diagnostic, sourcesOf(text, { 'other.dio': other }), { color: false, width });
      expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
      for (const line of shown.split('\n')) expect(line).toBe(line.trimEnd());
    }),
    { numRuns: 500 },
  );
});

test('color adds escape sequences and nothing else', () => {
  fc.assert(
    fc.property(texts, diagnostics, (text, diagnostic) => {
      const [plain, colored] = [false, true].map((color) => renderForTerminal(diagnostic, sourcesOf(text), { color }));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape sequences are the point
      expect(colored?.replaceAll(/\u001b\[[0-9;]*m/g, '')).toBe(plain);
    }),
  );
});

test('the same input gives the same text, and JSON never throws', () => {
  fc.assert(
    fc.property(texts, diagnostics, (text, diagnostic) => {
      const once = () => renderForTerminal(diagnostic, sourcesOf(text), { color: true });
      expect(once()).toBe(once());
      for (const { line, column } of renderAsJson([diagnostic], sourcesOf(text))) {
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }
    }),
  );
});
