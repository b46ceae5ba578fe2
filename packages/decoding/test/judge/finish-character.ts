// Turns bytes that may end within a character of UTF-8 into texts that begin with them: none if they are no UTF-8.

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export function finishCharacter(bytes: Uint8Array): readonly string[] {
  const whole = decode(bytes);
  if (whole !== undefined) return [whole];
  for (let open = 1; open <= 3 && open <= bytes.length; open += 1) {
    const lead = bytes[bytes.length - open] as number;
    if (lead < 0xc0) continue;
    const missing = (lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2) - open;
    if (missing <= 0) return [];
    // The byte behind the lead is the one that not every value may have.
    const found: string[] = [];
    for (let byte = 0x80; byte <= 0xbf; byte += 1) {
      const more = [byte, ...Array<number>(missing - 1).fill(0x80)];
      const text = decode(Uint8Array.from([...bytes, ...more]));
      if (text !== undefined) found.push(text);
    }
    return found.slice(0, 2);
  }
  return [];
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
