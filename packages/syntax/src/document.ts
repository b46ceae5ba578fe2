// Keeps a text that is being edited together with its sections; an edit moves sections without touching them.
import type { Diagnostic, FileId, SourceFile } from '@diorama/diagnostics';
import type * as ast from './ast.ts';
import { programDiagnostics, programOf } from './parse.ts';
import { type ParsedSection, parseSections } from './parse-sections.ts';
import { shiftTree } from './shift.ts';

/** A section, whose spans are those of the text that it was parsed from, and how far it has moved since. */
export interface PlacedSection extends ParsedSection {
  readonly shift: number;
}

/** A parsed text in pieces that an edit can keep: what `reparse` works on. */
export interface ParsedDocument {
  readonly file: FileId;
  readonly text: string;
  /** In order; together they cover the text but for white space between them. */
  readonly sections: readonly PlacedSection[];
}

/** Parses a text for editing: as `parse` does, but in sections that `reparse` can use again. It never fails. */
export function parseDocument(source: SourceFile): ParsedDocument {
  const { id: file, text } = source;
  return { file, text, sections: parseSections(file, text, 0, text.length).map((parsed) => placed(parsed, 0)) };
}

/** A section at a place; all are made here, for objects of one shape are the quickest to go through. */
export function placed({ section, residue, openCommentAt, isQuiet }: ParsedSection, shift: number): PlacedSection {
  return { section, residue, openCommentAt, isQuiet, shift };
}

/** The tree of a document in the coordinates of its text. Copies every section that has moved. */
export function documentProgram(document: ParsedDocument): ast.Program {
  return programOf(document.text, document.sections.map(sectionInPlace));
}

/** The diagnostics of a document in the coordinates of its text: those of `parse`. */
export function documentDiagnostics({ file, sections }: ParsedDocument): readonly Diagnostic[] {
  return programDiagnostics(file, sections);
}

/** A section in the coordinates of its document's text. */
export function sectionInPlace({ section, shift }: PlacedSection): ast.Section {
  return shiftTree(section, shift);
}
