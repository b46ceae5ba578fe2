// Reads a JSON file of data that goes with a program.
import { isUnreadable, type Unreadable } from '@diorama/diagnostics';
import { decode } from './decode.ts';
import { MEBIBYTE, readFile } from './read-file.ts';

/** Half of what a JavaScript string may hold. */
const JSON_LIMIT = 256 * MEBIBYTE;

/** The value of a JSON file, in a box: it may be anything. */
export function readJson(path: string): { readonly value: unknown } | Unreadable {
  const bytes = readFile(path, { limit: JSON_LIMIT });
  if (isUnreadable(bytes)) return bytes;
  const decoded = decode(bytes);
  if ('unreadable' in decoded) return decoded;
  try {
    return { value: JSON.parse(decoded.text) };
  } catch (error) {
    return { unreadable: `it is not JSON: ${(error as Error).message.replaceAll(/\p{Cc}+/gu, ' ')}` };
  }
}
