// Turns base64 into bytes, strictly: RFC 4648, section 4, with padding.

/** Undefined if it is not base64. */
export function decodeBase64(text: string): Uint8Array | undefined {
  if (text.length === 0 || text.length % 4 !== 0) return undefined;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let word = 0;
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const digit = index < text.length - padding ? (DIGITS[text.charCodeAt(index)] ?? -1) : 0;
    if (digit === -1) return undefined;
    word = (word << 6) | digit;
    if (index % 4 !== 3) continue;
    // What is written past the end is dropped.
    bytes[at++] = word >> 16;
    bytes[at++] = word >> 8;
    bytes[at++] = word;
    word = 0;
  }
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const DIGITS: Int8Array = new Int8Array(128).fill(-1);
for (const [digit, letter] of [...ALPHABET].entries()) DIGITS[letter.charCodeAt(0)] = digit;
