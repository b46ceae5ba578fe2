// Turns a line of source into what a terminal shows of it, and offsets in it into columns.
import stringWidth from 'string-width';
import { printable } from './printable.ts';

/** A line as shown. Columns count terminal cells from 0. */
export interface DisplayLine {
  readonly text: string;
  /** The first column of the character at an offset; of what is out of view, that of the `…`. */
  startColumn(offset: number): number;
  /** The column after the character before an offset. */
  endColumn(offset: number): number;
}

/** The part of a line that must be in view, as offsets in it. */
export interface Focus {
  readonly start: number;
  readonly end: number;
}

/** A character as a reader counts them (a grapheme cluster), where it is and what is shown for it. */
interface Cell {
  readonly start: number;
  readonly end: number;
  readonly column: number;
  readonly width: number;
  readonly text: string;
}

/** Shows a line in at most `available` columns (at least 8), with `…` for what does not fit. */
export function displayLine(line: string, focus: Focus, available: number): DisplayLine {
  const nearby = nearbyPart(line, focus, available);
  const cells = toCells(line, nearby.start, nearby.end);
  const isWhole = nearby.start === 0 && nearby.end === line.length;
  const total = columnAfter(cells.at(-1));
  if (isWhole && total <= available) return shown(cells, nearby.end, 0, false, false);

  const from = firstColumn(cells, focus, available, total, nearby.end < line.length);
  const hidesStart = nearby.start > 0 || from > 0;
  const room = available - (hidesStart ? 1 : 0);
  const afterStart = cells.filter((cell) => cell.column >= from + (hidesStart ? 1 : 0));
  const origin = afterStart[0]?.column ?? 0;
  const hidesEnd = nearby.end < line.length || total - origin > room;
  const visible = afterStart.filter((cell) => columnAfter(cell) - origin <= room - (hidesEnd ? 1 : 0));
  return shown(visible, visible.at(-1)?.end ?? nearby.end, origin, hidesStart, hidesEnd);
}

const TAB_STOP = 4;

/** A stretch of the line around the focus that surely fills the view: graphemes are costly, and lines may be megabytes. */
function nearbyPart(line: string, focus: Focus, available: number): Focus {
  const reach = 8 * available;
  if (line.length <= 2 * reach) return { start: 0, end: line.length };
  return {
    start: outsidePair(line, Math.max(0, focus.start - reach)),
    end: outsidePair(line, Math.min(line.length, focus.start + reach)),
  };
}

/** The offset, or the one before if it would split a surrogate pair. */
function outsidePair(line: string, offset: number): number {
  return 0 < offset && /^[\ud800-\udbff][\udc00-\udfff]$/.test(line.slice(offset - 1, offset + 1))
    ? offset - 1
    : offset;
}

function toCells(line: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter('en').segment(line.slice(start, end))) {
    const isTab = segment === '\t';
    const text = isTab ? ' '.repeat(TAB_STOP - (column % TAB_STOP)) : printable(segment);
    const width = isTab ? text.length : stringWidth(text);
    cells.push({ start: start + index, end: start + index + segment.length, column, width, text });
    column += width;
  }
  return cells;
}

/** Where the view starts: at the line's start if that shows the focus, else with a third of the view before the focus. */
function firstColumn(cells: readonly Cell[], focus: Focus, available: number, total: number, goesOn: boolean): number {
  const start = cells.find((cell) => cell.end > focus.start)?.column ?? total;
  const end = cells.findLast((cell) => cell.start < focus.end)?.column ?? start;
  const needed = Math.max(start, Math.min(end, start + Math.floor(available / 2))) + 1;
  if (needed < available) return 0;
  const wanted = Math.max(0, start - Math.floor(available / 3));
  // Leave no empty room at the end of the line; one more column, for a caret behind it.
  return goesOn ? wanted : Math.min(wanted, Math.max(0, total + 1 - available));
}

function shown(
  cells: readonly Cell[],
  end: number,
  origin: number,
  hidesStart: boolean,
  hidesEnd: boolean,
): DisplayLine {
  const shift = (hidesStart ? 1 : 0) - origin;
  const last = columnAfter(cells.at(-1)) + shift;
  const text = `${hidesStart ? '…' : ''}${cells.map((cell) => cell.text).join('')}${hidesEnd ? '…' : ''}`;
  const first = cells[0]?.start ?? 0;
  return {
    text,
    startColumn(offset) {
      if (offset < first) return 0;
      const cell = cells.find((candidate) => offset < candidate.end);
      return offset >= end || cell === undefined ? Math.max(0, last) : cell.column + shift;
    },
    endColumn(offset) {
      if (offset <= first) return hidesStart ? 1 : 0;
      const cell = cells.findLast((candidate) => candidate.start < offset);
      return offset > end && hidesEnd ? last + 1 : Math.max(0, columnAfter(cell) + shift);
    },
  };
}

function columnAfter(cell: Cell | undefined): number {
  return cell === undefined ? 0 : cell.column + cell.width;
}
