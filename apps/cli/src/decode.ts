// Turns a file's bytes into text, or says why they are none.
import type { Unreadable } from '@diorama/diagnostics';

/** Text as it was stored: `text` without the byte order mark that `marked` tells of. */
export interface Decoded {
  readonly text: string;
  readonly marked: boolean;
}

export function decode(bytes: Uint8Array): Decoded | Unreadable {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return { unreadable: 'it is UTF-16: save it as UTF-8' };
  const nul = bytes.indexOf(0);
  if (nul !== -1) return { unreadable: `it is no text: there is a NUL byte at ${describePlace(bytes, nul)}` };
  const wrong = findInvalidUtf8(bytes);
  if (wrong !== -1) {
    const byte = (bytes[wrong] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    return { unreadable: `it is not UTF-8: unexpected byte 0x${byte} at ${describePlace(bytes, wrong)}` };
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { text: new TextDecoder().decode(bytes), marked };
}

function describePlace(bytes: Uint8Array, offset: number): string {
  let line = 1;
  for (let at = bytes.indexOf(0x0a); at !== -1 && at < offset; at = bytes.indexOf(0x0a, at + 1)) line += 1;
  return `offset ${offset}, line ${line}`;
}

/** The offset of the first byte that no UTF-8 text could have there (RFC 3629, section 4), or -1. */
function findInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const following =
      0xc2 <= lead && lead <= 0xdf ? 1 : 0xe0 <= lead && lead <= 0xef ? 2 : 0xf0 <= lead && lead <= 0xf4 ? 3 : 0;
    if (following === 0) return at;
    for (let step = 1; step <= following; step += 1) {
      const byte = bytes[at + step] ?? 0;
      // The second byte has a narrower range after four of the leads: no overlong form, no surrogate, none past U+10FFFF.
      const low = step > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = step > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (byte < low || high < byte) return at;
    }
    at += following + 1;
  }
  return -1;
}
