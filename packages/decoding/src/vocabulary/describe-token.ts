// Turns a token into words for a message.
import type { Vocabulary } from './vocabulary.ts';

/**
 * `17 " tree"`; bytes that are no UTF-8 as `17 <E2 96>`; `2 (ends the text)`; `9 ($NUM)`; `5 (no text)`.
 * @throws RangeError if there is no such id.
 */
export function describeToken(vocabulary: Vocabulary, id: number): string {
  const bytes = vocabulary.bytes(id);
  if (vocabulary.ends.includes(id)) return `${id} (ends the text)`;
  const slot = vocabulary.slots.get(id);
  if (slot !== undefined) return `${id} (${slot})`;
  if (bytes.length === 0) return `${id} (no text)`;
  return `${id} ${textOf(bytes) ?? hexadecimal(bytes)}`;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return JSON.stringify(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function hexadecimal(bytes: Uint8Array): string {
  return `<${Array.from(bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')}>`;
}
