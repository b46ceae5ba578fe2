// Tests of the import's messages as data: a RAW program with its expected diagnostics under their lines.
import { type Diagnostic, SourceFile } from '@diorama/diagnostics';
import { expect } from 'vitest';
import { importRaw, type RawImport, type RawImportOptions } from '../../src/import-raw/index.ts';

/**
 * Imports the program without its lines of carets, and expects just the diagnostics that these show. Gives what was
 * imported. In `marked`, the indentation of the first line is taken off all.
 */
export function checkRaw(marked: string, options: RawImportOptions = {}): RawImport {
  const indentation = /^\n?( *)/.exec(marked)?.[1] ?? '';
  const lines = marked.replace(/^\n/, '').replace(/\n *$/, '').split('\n');
  const expected = lines.map((line) => line.slice(indentation.length));
  const text = expected.filter((line) => !EXPECTATION.test(line)).join('\n');
  const source = SourceFile.from('scene.txt', text);
  const { value, diagnostics } = importRaw(source, { space: 'clip', ...options });
  expect(annotate(source, diagnostics)).toBe(expected.join('\n'));
  return value;
}

const EXPECTATION = /^ *\^+ raw-/;

/** The program with a line `^^^ code: message, fix: text` under each line that a diagnostic is about. */
function annotate(source: SourceFile, diagnostics: readonly Diagnostic[]): string {
  return Array.from({ length: source.lineCount }, (_, index) => {
    const found = diagnostics.filter(({ primary }) => source.positionAt(primary.start).line === index + 1);
    return [source.line(index + 1), ...found.map((diagnostic) => annotation(source, diagnostic))].join('\n');
  }).join('\n');
}

function annotation(source: SourceFile, { code, primary, fixes }: Diagnostic): string {
  const { line, column } = source.positionAt(primary.start);
  const room = source.line(line).length - column + 1;
  const carets = '^'.repeat(Math.max(1, Math.min(primary.end - primary.start, room)));
  const fix = fixes[0]?.edits[0]?.text;
  return `${' '.repeat(column - 1)}${carets} ${code}: ${primary.message}${fix === undefined ? '' : `, fix: ${fix}`}`;
}
