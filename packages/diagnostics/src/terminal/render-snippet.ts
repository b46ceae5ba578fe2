// Turns marks in one file into rows of source with line numbers, underlines and messages.
import type { SourceFile } from '../source-file.ts';
import type { Span } from '../span.ts';
import { type DisplayLine, displayLine } from './display-line.ts';
import { type Piece, piece, type Row, type Style } from './paint.ts';
import { printable } from './printable.ts';

/** A stretch to underline. */
export interface Mark extends Span {
  /** What is drawn below it, a character wide: `^`, `─`, `~`. Empty to show only the line. */
  readonly stroke: string;
  readonly style: Style;
  /** The local fact, or nothing. */
  readonly message: string;
  /** Long lines are shown around the main mark. */
  readonly isMain: boolean;
}

/** How a snippet is laid out. */
export interface SnippetLayout {
  /** The width of the line numbers' column. */
  readonly gutter: number;
  /** The columns that are there in all. */
  readonly width: number;
  /** The number of the source's first line. */
  readonly firstLine: number;
}

/** A mark by lines (from 1, of the source) and offsets within them, clipped to the text. */
interface PlacedMark extends Mark {
  readonly startLine: number;
  readonly startOffset: number;
  readonly endLine: number;
  readonly endOffset: number;
}

/** Rows from the first line that matters to the last, with `·` for a gap. */
export function renderSnippet(source: SourceFile, marks: readonly Mark[], layout: SnippetLayout): readonly Row[] {
  const placed = marks.map((mark) => placeMark(source, mark));
  const lanes = placed
    .filter(isMultiline)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine || a.startOffset - b.startOffset);
  const rows: Row[] = [];
  let previous: number | undefined;
  for (const line of linesToShow(source, placed)) {
    if (previous !== undefined && line > previous + 1) rows.push(gapRow(layout, lanes, line));
    rows.push(...renderLine({ source, layout, placed, lanes, line }));
    previous = line;
  }
  return rows;
}

/** The number of the last line that a snippet with these marks shows. */
export function lastLine(source: SourceFile, marks: readonly Span[]): number {
  return Math.max(1, ...marks.map((mark) => placeSpan(source, mark).endLine));
}

// ---- Places ---------------------------------------------------------------------------------------------------------

function placeMark(source: SourceFile, mark: Mark): PlacedMark {
  return { ...mark, ...placeSpan(source, mark) };
}

function placeSpan(source: SourceFile, span: Span) {
  const start = source.positionAt(span.start);
  const end = source.positionAt(Math.max(span.start, span.end));
  // A span that ends with a line end is not shown on the line after it.
  const endsBeforeLine = end.column === 1 && end.line > start.line;
  const endLine = endsBeforeLine ? end.line - 1 : end.line;
  const endLength = source.line(endLine).length;
  return {
    startLine: start.line,
    startOffset: Math.min(start.column - 1, source.line(start.line).length),
    endLine,
    endOffset: endsBeforeLine ? endLength : Math.min(end.column - 1, endLength),
  };
}

function isMultiline(mark: PlacedMark): boolean {
  return mark.endLine > mark.startLine;
}

/** In order: every line with a mark, both ends of a long one, a line to hold on to, and gaps of a single line. */
function linesToShow(source: SourceFile, marks: readonly PlacedMark[]): readonly number[] {
  const lines = new Set<number>();
  for (const { startLine, endLine } of marks) {
    const isShort = endLine - startLine < 6;
    const ends = [startLine, startLine + 1, endLine - 1, endLine];
    for (const line of isShort ? range(startLine, endLine) : ends) lines.add(line);
    const above = lineAbove(source, startLine);
    if (above !== undefined) lines.add(above);
  }
  const sorted = [...lines].sort((a, b) => a - b);
  return sorted.flatMap((line, index) => (line - (sorted[index - 1] ?? line) === 2 ? [line - 1, line] : [line]));
}

function range(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** A mark on a blank line says nothing without the last line of text above it, if that is near. */
function lineAbove(source: SourceFile, line: number): number | undefined {
  if (source.line(line).trim() !== '') return undefined;
  for (let above = line - 1; 1 <= above && above >= line - 50; above -= 1) {
    if (source.line(above).trim() !== '') return above;
  }
  return undefined;
}

// ---- Rows -----------------------------------------------------------------------------------------------------------

interface LineContext {
  readonly source: SourceFile;
  readonly layout: SnippetLayout;
  readonly placed: readonly PlacedMark[];
  /** The marks of several lines; each has a vertical line of its own, from left to right in this order. */
  readonly lanes: readonly PlacedMark[];
  readonly line: number;
}

function renderLine(ctx: LineContext): readonly Row[] {
  const { source, layout, placed, lanes, line } = ctx;
  const text = source.line(line);
  const here = placed.filter((mark) => !isMultiline(mark) && mark.startLine === line && mark.stroke !== '');
  const starting = lanes.filter((mark) => mark.startLine === line);
  const ending = lanes.filter((mark) => mark.endLine === line);
  const available = Math.max(20, layout.width - layout.gutter - 4 - 2 * lanes.length);
  const display = displayLine(text, focus([...here, ...starting, ...ending], line), available);

  // A mark that starts with its line's text needs no row of its own.
  const leading = starting.filter((mark) => text.slice(0, mark.startOffset).trim() === '');
  const open = new Set(lanes.filter((mark) => mark.startLine < line));
  const number = String(line + layout.firstLine - 1).padStart(layout.gutter);
  const opening = (mark: PlacedMark) => (leading.includes(mark) ? '╭' : open.has(mark) ? '│' : ' ');
  const rows: Row[] = [[piece(`${number} │ `, 'frame'), ...lanePieces(lanes, opening), piece(display.text)]];
  for (const mark of leading) open.add(mark);

  const bars = (mark: PlacedMark) => (open.has(mark) ? '│' : ' ');
  const blank = piece(`${' '.repeat(layout.gutter)} │ `, 'frame');
  for (const row of underlineRows(here, display)) rows.push([blank, ...lanePieces(lanes, bars), ...row]);
  for (const mark of starting) {
    if (leading.includes(mark)) continue;
    rows.push([blank, ...laneEnd(lanes, bars, mark, '╭', display.startColumn(mark.startOffset), '')]);
    open.add(mark);
  }
  for (const mark of [...ending].reverse()) {
    const column = Math.max(0, display.endColumn(mark.endOffset) - 1);
    rows.push([blank, ...laneEnd(lanes, bars, mark, '╰', column, mark.message)]);
    open.delete(mark);
  }
  return rows;
}

/** What of a line must be in view: the main mark, else the first. */
function focus(marks: readonly PlacedMark[], line: number): Span {
  const mark = marks.find((candidate) => candidate.isMain) ?? marks[0];
  if (mark === undefined) return { start: 0, end: 0 };
  if (!isMultiline(mark)) return { start: mark.startOffset, end: mark.endOffset };
  return mark.startLine === line
    ? { start: mark.startOffset, end: mark.startOffset }
    : { start: Math.max(0, mark.endOffset - 1), end: mark.endOffset };
}

function gapRow(layout: SnippetLayout, lanes: readonly PlacedMark[], next: number): Row {
  const bars = (mark: PlacedMark) => (mark.startLine < next && next <= mark.endLine ? '│' : ' ');
  return [piece(`${' '.repeat(layout.gutter)} · `, 'frame'), ...lanePieces(lanes, bars)];
}

/** The vertical lines left of the source, two columns each. */
function lanePieces(lanes: readonly PlacedMark[], sign: (mark: PlacedMark) => string): readonly Piece[] {
  return lanes.map((mark) => piece(`${sign(mark)} `, mark.style));
}

/** A row that leads from a mark's vertical line to a column of the source. */
function laneEnd(
  lanes: readonly PlacedMark[],
  sign: (mark: PlacedMark) => string,
  mark: PlacedMark,
  corner: string,
  column: number,
  message: string,
): readonly Piece[] {
  const index = lanes.indexOf(mark);
  const across = '─'.repeat(1 + 2 * (lanes.length - index - 1) + column);
  // A caret stays one; a line turns up to the text above.
  const line = piece(`${corner}${across}${mark.stroke === '─' ? '╯' : mark.stroke}`, mark.style);
  const tail = message === '' ? [] : [piece(` ${printable(message)}`, mark.style)];
  return [...lanePieces(lanes.slice(0, index), sign), line, ...tail];
}

// ---- Underlines -----------------------------------------------------------------------------------------------------

/** A mark on the line shown, by columns. */
interface Underline {
  readonly mark: PlacedMark;
  readonly start: number;
  readonly end: number;
}

/** A message below its underline, and the column where it hangs. */
interface Hanging {
  readonly mark: PlacedMark;
  readonly column: number;
}

/** A row of underlines, and below it the messages that do not fit beside it: the rightmost first. */
function underlineRows(marks: readonly PlacedMark[], display: DisplayLine): readonly (readonly Piece[])[] {
  if (marks.length === 0) return [];
  const underlines = marks.map((mark) => underline(mark, display));
  const drawn = draw(underlines);
  const strokes = joined(drawn.map(({ mark }) => piece(mark.stroke, mark.style)));

  const worded = underlines.filter(({ mark }) => mark.message !== '');
  const beside = worded.find((one) => underlines.every((other) => other === one || other.end <= one.start));
  const below = worded
    .filter((one) => one !== beside)
    .map((one) => ({ mark: one.mark, column: hook(one, drawn) }))
    .sort((a, b) => a.column - b.column);
  const message = beside === undefined ? [] : [piece(` ${printable(beside.mark.message)}`, beside.mark.style)];
  return [[...strokes, ...message], ...hangingRows(below)];
}

function underline(mark: PlacedMark, display: DisplayLine): Underline {
  const start = display.startColumn(mark.startOffset);
  // An empty stretch has a stroke too.
  const end = mark.endOffset > mark.startOffset ? display.endColumn(mark.endOffset) : start;
  return { mark, start, end: Math.max(start + 1, end) };
}

/** Whose stroke is seen in each column. Short ones are drawn over long ones; of equals, the main mark is on top. */
function draw(underlines: readonly Underline[]): Underline[] {
  const drawn: Underline[] = [];
  const byLength = [...underlines].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || Number(a.mark.isMain) - Number(b.mark.isMain),
  );
  for (const one of byLength) {
    for (let column = one.start; column < one.end; column += 1) drawn[column] = one;
  }
  return drawn;
}

/** The first column where an underline is seen. */
function hook(one: Underline, drawn: readonly (Underline | undefined)[]): number {
  const seen = drawn.indexOf(one);
  return seen === -1 ? one.start : seen;
}

/** Lines down to the messages, then a row for each message, from right to left. */
function hangingRows(hanging: readonly Hanging[]): readonly (readonly Piece[])[] {
  if (hanging.length === 0) return [];
  const rows = hanging.map(({ mark, column }, index) => {
    const left = hanging.slice(0, index).filter((other) => other.column < column);
    return [...joined(connectors(left), column), piece(printable(mark.message), mark.style)];
  });
  return [joined(connectors(hanging)), ...rows.reverse()];
}

function connectors(hanging: readonly Hanging[]): Piece[] {
  const columns: Piece[] = [];
  for (const { mark, column } of hanging) columns[column] = piece('│', mark.style);
  return columns;
}

/** One-column pieces (with holes) as few pieces, spaces in the holes, as wide as asked. */
function joined(columns: readonly (Piece | undefined)[], width = 0): Piece[] {
  const pieces: Piece[] = [];
  for (let column = 0; column < Math.max(width, columns.length); column += 1) {
    const { text, style } = columns[column] ?? piece(' ');
    const last = pieces.at(-1);
    if (last?.style === style) pieces[pieces.length - 1] = piece(last.text + text, style);
    else pieces.push(piece(text, style));
  }
  return pieces;
}
