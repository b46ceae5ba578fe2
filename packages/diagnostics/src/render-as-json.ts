// Turns diagnostics into plain objects with lines and columns, for other programs.
import type { Diagnostic, Fix, Severity } from './diagnostic.ts';
import { SourceFile } from './source-file.ts';
import type { FileId, Place, Span } from './span.ts';

/** A range as other programs count: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface JsonRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A place that matters, beside the main one. */
export interface JsonRelated extends JsonRange {
  readonly file: FileId;
  readonly message: string;
}

/** The replacement of a range. */
export interface JsonEdit extends JsonRange {
  readonly text: string;
}

/** A repair; its edits are in the diagnostic's file. */
export interface JsonFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly JsonEdit[];
}

/** A {@link Diagnostic} for other programs. `message` is the local fact at the place. */
export interface JsonDiagnostic extends JsonRange {
  readonly file: FileId;
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly related: readonly JsonRelated[];
  readonly notes: readonly string[];
  readonly fixes: readonly JsonFix[];
}

/** Plain objects, in the order given. A file whose text is not at hand counts as an empty one: line 1, column 1. */
export function renderAsJson(
  diagnostics: readonly Diagnostic[],
  sources: (file: FileId) => SourceFile | undefined,
): readonly JsonDiagnostic[] {
  const source = (place: Place) => sources(place.file) ?? SourceFile.from(place.file, '');
  return diagnostics.map(({ code, severity, title, primary, related, notes, fixes }) => ({
    file: primary.file,
    code,
    severity,
    title,
    message: primary.message,
    ...range(source(primary), primary),
    related: related.map((label) => ({ file: label.file, message: label.message, ...range(source(label), label) })),
    notes,
    fixes: fixes.map((fix) => renderFix(source(primary), fix)),
  }));
}

function renderFix(source: SourceFile, fix: Fix): JsonFix {
  const edits = fix.edits.map((edit) => ({ ...range(source, edit), text: edit.text }));
  return { title: fix.title, safe: fix.safe, edits };
}

function range(source: SourceFile, span: Span): JsonRange {
  const start = source.positionAt(span.start);
  const end = source.positionAt(span.end);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
