// Turns offsets of a text into lines and columns.
import type { FileId, Span } from './span.ts';

/** A line and a column, both from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A named text. Lines end at `\n` or `\r\n`. */
export class SourceFile {
  readonly id: FileId;
  readonly text: string;
  #lineStarts: readonly number[] | undefined;

  private constructor(id: FileId, text: string) {
    this.id = id;
    this.text = text;
  }

  static from(id: FileId, text: string): SourceFile {
    return new SourceFile(id, text);
  }

  /** The number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts().length;
  }

  /** Where an offset lies. Offsets outside the text are moved to its nearest end. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  /** The offset of a position; one outside the text is moved to its nearest end. */
  offsetAt(position: Position): number {
    const start = this.#starts()[Math.max(0, Math.min(position.line, this.lineCount) - 1)] ?? 0;
    return Math.max(0, Math.min(start + position.column - 1, this.text.length));
  }

  /** The text of a line (from 1), without its line end. */
  line(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    const end = starts[line] ?? this.text.length + 1;
    return this.text.slice(start, end - 1).replace(/\r$/, '');
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  #starts(): readonly number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}
