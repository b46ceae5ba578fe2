// Turns strings and numbers into Python literals that mean exactly them, and that nothing can break out of.

/**
 * A string in quotes, on one line, ASCII only. What Blender cannot keep in a name or a property (lone surrogates, NUL) becomes
 * U+FFFD.
 */
export function pythonString(text: string): string {
  return `'${escaped(text)}'`;
}

/** Text for the inside of a docstring. */
export function pythonDocText(text: string): string {
  return escaped(text).replaceAll('"', '\\"');
}

/** Text for a comment: what could end its line, or upset the file's encoding, is written as an escape. */
export function pythonComment(text: string): string {
  return escaped(text).replaceAll("\\'", "'");
}

/** A number by the fewest digits that give the same 32-bit float: all that Blender keeps. */
export function pythonFloat(number: number): string {
  const single = Math.fround(number);
  if (!Number.isFinite(single)) return `float('${Number.isNaN(single) ? 'nan' : single > 0 ? 'inf' : '-inf'}')`;
  for (let digits = 1; digits <= 9; digits += 1) {
    const text = String(Number(single.toPrecision(digits)));
    if (Math.fround(Number(text)) === single) return /[.e]/.test(text) ? text : `${text}.0`;
  }
  return String(single);
}

/** `(1.0, 0.5, -2.0)` */
export function pythonTuple(numbers: Iterable<number>): string {
  return `(${Array.from(numbers, pythonFloat).join(', ')})`;
}

/** The text without what Blender cannot keep: lone surrogates and NUL become U+FFFD. */
export function keepable(text: string): string {
  return text.replace(/\p{Surrogate}|\0/gu, '\ufffd');
}

function escaped(text: string): string {
  return Array.from(keepable(text), escapedCharacter).join('');
}

function escapedCharacter(character: string): string {
  const code = character.codePointAt(0) as number;
  if (character === '\\' || character === "'") return `\\${character}`;
  if (0x20 <= code && code < 0x7f) return character;
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
