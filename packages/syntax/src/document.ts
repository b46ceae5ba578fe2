// Keeps a text that is being edited together with its sections; an edit moves sections without touching them.
import type { Diagnostic, FileId, Label, SourceFile, Span } from '@diorama/diagnostics';
import type * as ast from './ast.ts';
import { type ParsedSection, parseSections, programOf } from './parse.ts';
import { lateImport } from './problems/late-import.ts';

/** A section, whose spans are those of the text that it was parsed from, and how far it has moved since. */
export interface PlacedSection extends ParsedSection {
  readonly shift: number;
}

export interface ParsedDocument {
  readonly file: FileId;
  readonly text: string;
  /** In order; together they cover the text. */
  readonly sections: readonly PlacedSection[];
}

export function parseDocument(source: SourceFile): ParsedDocument {
  const { id: file, text } = source;
  return { file, text, sections: parseSections(file, text, 0, text.length).map(unmoved) };
}

/** The tree of a document in the coordinates of its text. Copies every section that has moved. */
export function documentProgram(document: ParsedDocument): ast.Program {
  return programOf(document.text, document.sections.map(sectionInPlace));
}

/** The diagnostics of a document in the coordinates of its text: those of `parse`. */
export function documentDiagnostics({ file, sections }: ParsedDocument): readonly Diagnostic[] {
  const all: Diagnostic[] = [];
  let firstItem: Span | undefined;
  for (const { section, shift } of sections) {
    const { imports, items, diagnostics } = section;
    if (firstItem !== undefined) for (const node of imports) all.push(lateImport(file, moved(node, shift), firstItem));
    const [item] = items;
    if (firstItem === undefined && item !== undefined) firstItem = moved(item, shift);
    for (const diagnostic of diagnostics) all.push(shift === 0 ? diagnostic : shiftDiagnostic(diagnostic, shift));
  }
  return all;
}

function moved({ start, end }: Span, shift: number): Span {
  return { start: start + shift, end: end + shift };
}

/** A section in the coordinates of its document's text. */
export function sectionInPlace({ section, shift }: PlacedSection): ast.Section {
  return shift === 0 ? section : shifted(section, shift);
}

/** The same diagnostic, some way further on. */
export function shiftDiagnostic(diagnostic: Diagnostic, shift: number): Diagnostic {
  const label = (one: Label): Label => ({ ...one, start: one.start + shift, end: one.end + shift });
  return {
    ...diagnostic,
    primary: label(diagnostic.primary),
    related: diagnostic.related.map(label),
    fixes: diagnostic.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, start: edit.start + shift, end: edit.end + shift })),
    })),
  };
}

/** Copies a tree with each `start` and `end` in it moved. */
function shifted<T>(tree: T, shift: number): T {
  if (Array.isArray(tree)) return tree.map((part) => shifted(part, shift)) as T;
  if (typeof tree !== 'object' || tree === null) return tree;
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(tree)) {
    copy[key] = (key === 'start' || key === 'end') && typeof value === 'number' ? value + shift : shifted(value, shift);
  }
  return copy as T;
}
