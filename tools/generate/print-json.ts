// Prints JSON as the workspace's formatter leaves it: objects one field a line, lists of plain values on one line.

/** The text of a JSON file, with its last line end. */
export function printJson(value: unknown, width = 120): string {
  return `${print(value, '', 0, width)}\n`;
}

/** `used` is the width of what precedes the value on its line, beyond the indentation. */
function print(value: unknown, indent: string, used: number, width: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    const isPlain = value.every((item) => typeof item !== 'object' || item === null);
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    // A comma may follow.
    if (isPlain && indent.length + used + line.length + 1 <= width) return line;
    return `[\n${value.map((item) => deeper + print(item, deeper, 0, width)).join(',\n')}\n${indent}]`;
  }
  const fields = Object.entries(value).map(([name, field]) => {
    const key = `${JSON.stringify(name)}: `;
    return deeper + key + print(field, deeper, key.length, width);
  });
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`;
}
