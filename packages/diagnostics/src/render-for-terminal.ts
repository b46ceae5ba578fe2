// Turns a diagnostic into what a person reads in a terminal.
import stringWidth from 'string-width';
import { applyEdits, inOrder } from './apply-fixes.ts';
import type { Diagnostic, Fix, Label, TextEdit } from './diagnostic.ts';
import { SourceFile } from './source-file.ts';
import type { FileId, Span } from './span.ts';
import { paint, piece, type Row } from './terminal/paint.ts';
import { printable } from './terminal/printable.ts';
import { lastLine, type Mark, renderSnippet, type SnippetLayout } from './terminal/render-snippet.ts';

/** Options for {@link renderForTerminal}. */
export interface TerminalOptions {
  /** Whether to write escape sequences for color; without, none is ever written. */
  readonly color: boolean;
  /** The columns of the terminal: long source lines are cut to it, notes wrapped. Default 100. */
  readonly width?: number;
}

/**
 * Several lines, without a final line end:
 * the class, the places with their source, the notes, the repairs with the text after them where it is short.
 */
export function renderForTerminal(
  diagnostic: Diagnostic,
  source: (file: FileId) => SourceFile | undefined,
  options: TerminalOptions,
): string {
  const ctx = createContext(diagnostic, source, options);
  const rows = [headline(ctx), ...renderFiles(ctx), ...renderNotes(ctx), ...renderHelp(ctx)];
  return paint(rows, options.color);
}

const DEFAULT_WIDTH = 100;
const MINIMAL_WIDTH = 40;
/** A longer text after a change is left out: its title has to do. */
const LONGEST_PREVIEW = { lines: 4, units: 2000 };

/** A file to quote, and the labels in it, the main one first. */
interface QuotedFile {
  readonly id: FileId;
  readonly source: SourceFile | undefined;
  readonly labels: readonly Label[];
}

/** A repair, and the lines after it where they are worth showing. */
interface Help {
  readonly fix: Fix;
  readonly preview: Preview | undefined;
}

/** The lines around a change, as they are after it. */
interface Preview {
  readonly after: SourceFile;
  readonly firstLine: number;
  /** What is new in `after`, one span a line. */
  readonly changes: readonly Span[];
}

interface RenderContext {
  readonly diagnostic: Diagnostic;
  readonly files: readonly QuotedFile[];
  readonly help: readonly Help[];
  readonly gutter: number;
  readonly width: number;
}

function createContext(
  diagnostic: Diagnostic,
  source: (file: FileId) => SourceFile | undefined,
  options: TerminalOptions,
): RenderContext {
  const labels = [diagnostic.primary, ...diagnostic.related];
  const ids = [...new Set(labels.map((label) => label.file))];
  const files = ids.map((id) => ({ id, source: source(id), labels: labels.filter((label) => label.file === id) }));
  const main = files[0]?.source;
  const help = diagnostic.fixes.map((fix) => ({
    fix,
    preview: main === undefined ? undefined : previewOf(main, fix.edits),
  }));
  const lines = [
    ...files.map((file) => (file.source === undefined ? 1 : lastLine(file.source, file.labels))),
    ...help.map(({ preview }) => (preview === undefined ? 1 : preview.firstLine + preview.after.lineCount - 1)),
  ];
  return {
    diagnostic,
    files,
    help,
    gutter: String(Math.max(...lines)).length,
    width: Math.max(MINIMAL_WIDTH, options.width ?? DEFAULT_WIDTH),
  };
}

/** `error[unknown-property]: unknown property of sphere` */
function headline(ctx: RenderContext): Row {
  const { severity, code, title } = ctx.diagnostic;
  return [piece(`${severity}[${printable(code)}]`, severity), piece(`: ${printable(title)}`, 'title')];
}

/** `┌─ scene.dio:2:10`, and the source below it; further files follow. */
function renderFiles(ctx: RenderContext): readonly Row[] {
  const bar: Row = [piece(`${margin(ctx)}│`, 'frame')];
  const rows = ctx.files.flatMap((file, index) => {
    const corner = piece(`${margin(ctx)}${index === 0 ? '┌─ ' : '├─ '}`, 'frame');
    return [[corner, piece(place(file))], bar, ...renderQuote(ctx, file), bar];
  });
  return ctx.diagnostic.notes.length > 0 || ctx.help.length > 0 ? rows : rows.slice(0, -1);
}

/** `scene.dio:2:10`, which editors and terminals make a link of. */
function place(file: QuotedFile): string {
  const [label] = file.labels;
  if (file.source === undefined || label === undefined) return printable(file.id);
  const { line, column } = file.source.positionAt(label.start);
  return `${printable(file.id)}:${line}:${column}`;
}

/** The source with its labels; of a file that cannot be read, the labels alone. */
function renderQuote(ctx: RenderContext, file: QuotedFile): readonly Row[] {
  if (file.source === undefined) {
    return file.labels.map(({ message }) => [piece(`${margin(ctx)}│ `, 'frame'), piece(printable(message))]);
  }
  const marks = file.labels.map((label) => toMark(ctx, label));
  return renderSnippet(file.source, marks, { gutter: ctx.gutter, width: ctx.width, firstLine: 1 });
}

function margin(ctx: RenderContext): string {
  return ' '.repeat(ctx.gutter + 1);
}

function toMark(ctx: RenderContext, label: Label): Mark {
  const isMain = label === ctx.diagnostic.primary;
  const look = isMain
    ? ({ stroke: '^', style: ctx.diagnostic.severity } as const)
    : ({ stroke: '─', style: 'related' } as const);
  return { start: label.start, end: label.end, message: label.message, isMain, ...look };
}

/** `= ` before each note, its further lines below its first word. */
function renderNotes(ctx: RenderContext): readonly Row[] {
  return ctx.diagnostic.notes.flatMap((note) => {
    const lines = note.split(/\r?\n/).flatMap((line) => wrap(printable(line), ctx.width - ctx.gutter - 3));
    return lines.map((line, index) => [piece(`${margin(ctx)}${index === 0 ? '= ' : '  '}`, 'frame'), piece(line)]);
  });
}

/** The text in lines of at most `width` columns where its words allow it; further lines keep its indentation. */
function wrap(text: string, width: number): readonly string[] {
  const indentation = /^ */.exec(text)?.[0] ?? '';
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(indentation.length).split(' ')) {
    const longer = line === '' ? indentation + word : `${line} ${word}`;
    if (line !== '' && stringWidth(longer) > width) {
      lines.push(line);
      line = indentation + word;
    } else line = longer;
  }
  return [...lines, line];
}

// ---- Repairs --------------------------------------------------------------------------------------------------------

/** `help: write radius`, and the lines after the change. */
function renderHelp(ctx: RenderContext): readonly Row[] {
  return ctx.help.flatMap(({ fix, preview }) => {
    const title: Row = [piece('help', 'help'), piece(`: ${printable(fix.title)}`)];
    if (preview === undefined) return [title];
    const bar: Row = [piece(`${margin(ctx)}│`, 'frame')];
    const layout: SnippetLayout = { gutter: ctx.gutter, width: ctx.width, firstLine: preview.firstLine };
    return [title, bar, ...renderSnippet(preview.after, preview.changes.map(toChangeMark), layout)];
  });
}

function toChangeMark(span: Span): Mark {
  return { ...span, stroke: span.start === span.end ? '' : '~', style: 'change', message: '', isMain: false };
}

/** Undefined where there is little to show, or too much. */
function previewOf(source: SourceFile, edits: readonly TextEdit[]): Preview | undefined {
  const ordered = inOrder(edits);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined || !areSound(ordered, source.text.length)) return undefined;

  const firstLine = source.positionAt(first.start).line;
  const start = source.offsetAt({ line: firstLine, column: 1 });
  const endLine = source.positionAt(last.end).line;
  const end = source.offsetAt({ line: endLine, column: source.line(endLine).length + 1 });
  if (end - start > LONGEST_PREVIEW.units || end < last.end) return undefined;
  const local = ordered.map((edit) => ({ text: edit.text, start: edit.start - start, end: edit.end - start }));
  const after = SourceFile.from(source.id, applyEdits(source.text.slice(start, end), local));
  if (
    after.text.trim() === '' ||
    after.text.length > LONGEST_PREVIEW.units ||
    after.lineCount > LONGEST_PREVIEW.lines
  ) {
    return undefined;
  }
  return { after, firstLine, changes: changedSpans(local) };
}

/** Whether edits in order lie within a text and do not overlap. */
function areSound(ordered: readonly TextEdit[], length: number): boolean {
  return ordered.every((edit, index) => {
    const before = ordered[index - 1]?.end ?? 0;
    return before <= edit.start && edit.start <= edit.end && edit.end <= length;
  });
}

/** Where the edits' texts are after the change, cut at line ends; what has none leaves an empty span at its start. */
function changedSpans(edits: readonly TextEdit[]): readonly Span[] {
  const spans: Span[] = [];
  let shift = 0;
  for (const edit of edits) {
    let at = edit.start + shift;
    if (edit.text.trim() === '') spans.push({ start: at, end: at });
    for (const line of edit.text.split('\n')) {
      if (line.trim() !== '') spans.push({ start: at + line.search(/\S/), end: at + line.trimEnd().length });
      at += line.length + 1;
    }
    shift += edit.text.length - (edit.end - edit.start);
  }
  return spans;
}
