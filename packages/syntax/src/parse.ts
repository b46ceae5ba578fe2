// Turns a source file into its tree. Never throws and never fails: every mistake becomes a diagnostic, and holes stand
// where text is missing.
import type { Diagnostic, FileId, Outcome, Place, SourceFile } from '@diorama/diagnostics';
import type * as ast from './ast.ts';
import { type ParsedSection, parseSections } from './parse-sections.ts';
import { lateImport } from './problems/late-import.ts';
import { shiftDiagnostic } from './shift.ts';

/**
 * The tree of a program, and its syntax errors, in the order of the text. It never fails: what cannot be read becomes a hole
 * or is passed over, and each mistake is reported once. A text beyond {@link SIZE_LIMIT} or {@link WORD_LIMIT} gives an empty
 * program and an error.
 */
export function parse(source: SourceFile): Outcome<ast.Program> {
  const { id, text } = source;
  const parsed = parseSections(id, text, 0, text.length);
  const sections = parsed.map(({ section }) => section);
  return { value: programOf(text, sections), diagnostics: programDiagnostics(id, parsed) };
}

/** All sections as one tree. */
export function programOf(text: string, sections: readonly ast.Section[]): ast.Program {
  const imports: ast.Import[] = [];
  const items: ast.Item[] = [];
  const comments: ast.Comment[] = [];
  for (const section of sections) {
    for (const node of section.imports) imports.push(node);
    for (const node of section.items) items.push(node);
    for (const node of section.comments) comments.push(node);
  }
  return { kind: 'program', start: 0, end: text.length, sections, imports, items, comments };
}

/**
 * What the sections have to say, and what only shows when they are seen together; `shift` is how far a section has moved.
 * An editor asks at each keystroke, so a section that has nothing to say costs nothing.
 */
export function programDiagnostics(
  file: FileId,
  sections: readonly (ParsedSection & { readonly shift?: number })[],
): Diagnostic[] {
  const all: Diagnostic[] = [];
  let firstItem: Place | undefined;
  for (const parsed of sections) {
    if (parsed.isQuiet && firstItem !== undefined) continue;
    const { section, shift = 0 } = parsed;
    const { imports, items, diagnostics } = section;
    if (firstItem !== undefined) {
      for (const { start, end } of imports) {
        all.push(lateImport({ file, start: start + shift, end: end + shift }, firstItem));
      }
    } else if (items[0] !== undefined) {
      const start = items[0].start + shift;
      firstItem = { file, start, end: Math.min(items[0].end + shift, start + 1) };
    }
    for (const diagnostic of diagnostics) all.push(shiftDiagnostic(diagnostic, shift));
  }
  return all;
}
