// Turns plain data into JavaScript on one line, which stays inside its quotes wherever it is put: in a script, a page, a comment.

/** Numbers, texts, booleans, null, arrays (typed ones too) and objects whose keys are identifiers. */
export function literal(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (ArrayBuffer.isView(value)) return literal(Array.from(value as Float64Array));
  if (typeof value === 'object' && value !== null) {
    const parts = Object.entries(value).map(([key, part]) => `${key}: ${literal(part)}`);
    return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
  }
  // −0 has no form of its own in JSON.
  return Object.is(value, -0) ? '0' : (JSON.stringify(value) ?? 'null');
}

/** JSON, with what could end a script, a comment or a line, and what cannot be seen, written as escapes. */
function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[<>*\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
