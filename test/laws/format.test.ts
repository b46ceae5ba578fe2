// Formatting is idempotent, and keeps comments and meaning.
import { formatText } from '@diorama/compiler';
import { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import { type ArbitraryProgram, arbitraryProgram } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAIN, meaning, runs, sceneOf, shapeOf, TIMEOUT } from './support.ts';

const programs = fc.oneof(arbitraryProgram({ size: 6 }), arbitraryProgram({ size: 6, holes: true }));

test('formatting twice is formatting once', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programs, ({ text }) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
    }),
    runs(1),
  );
});

test('formatting keeps every comment, and the tree', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programs, ({ text }) => {
      const [before, after] = [parseText(text), parseText(formatted(text))];
      expect(after.comments.map(textOf)).toEqual(before.comments.map(textOf));
      expect(shapeOf(after)).toBe(shapeOf(before));
    }),
    runs(2),
  );
});

test('formatting keeps the scene', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programs, (program: ArbitraryProgram) => {
      const before = meaning(sceneOf(program.text, program));
      expect(meaning(sceneOf(formatted(program.text), program))).toBe(before);
    }),
    runs(3),
  );
});

function formatted(text: string): string {
  const { value, diagnostics } = formatText(SourceFile.from(MAIN, text));
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value;
}

function parseText(text: string) {
  return parse(SourceFile.from(MAIN, text)).value;
}

/** Lines of a block comment may be indented anew; line ends and what trails them are white space. */
function textOf({ text }: { readonly text: string }): string {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .join('\n');
}
