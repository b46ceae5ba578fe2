// A stretch of text and the place that names it.

/** A half-open stretch `[start, end)` of one text, in UTF-16 code units. Every tree node is its own span. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A file's name as the user knows it: the path given on the command line or in a `use`, or `-` for standard input. */
export type FileId = string;

/**
 * A span in a file. `section` is the {@link Section | part of the file} whose offsets the span was measured with: an
 * editor's document moves whole sections when text above them changes, and everything that points into them moves too.
 */
export interface Place extends Span {
  readonly file: FileId;
  readonly section?: Section;
}

/** A part of a file that is parsed and checked on its own. Compared by identity. */
export interface Section extends Span {}

/** The smallest span that covers both. */
export function cover(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}
