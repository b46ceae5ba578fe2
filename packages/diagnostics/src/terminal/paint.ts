// Turns styled text into what a terminal shows: with color, the escape sequences; without, the text alone.

/** What a piece of text is, for its looks. */
export type Style = 'plain' | 'title' | 'error' | 'warning' | 'note' | 'frame' | 'related' | 'help' | 'change';

/** A piece of text in one style. Its text is printable already. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
}

/** One line of output. */
export type Row = readonly Piece[];

/** Select Graphic Rendition parameters (ECMA-48, §8.3.117). */
const PARAMETERS: Readonly<Record<Style, string>> = {
  plain: '',
  title: '1',
  error: '1;31',
  warning: '1;33',
  note: '1;34',
  frame: '34',
  related: '36',
  help: '1;32',
  change: '32',
};

/** The rows as one text, without spaces at line ends and without a final line end. */
export function paint(rows: readonly Row[], color: boolean): string {
  return rows.map((row) => paintRow(row, color)).join('\n');
}

export function piece(text: string, style: Style = 'plain'): Piece {
  return { text, style };
}

function paintRow(row: Row, color: boolean): string {
  const width = row
    .map(({ text }) => text)
    .join('')
    .trimEnd().length;
  let line = '';
  let at = 0;
  for (const { text, style } of row) {
    const visible = text.slice(0, Math.max(0, width - at));
    at += text.length;
    if (visible === '') continue;
    line += color && style !== 'plain' ? `\u001b[${PARAMETERS[style]}m${visible}\u001b[0m` : visible;
  }
  return line;
}
