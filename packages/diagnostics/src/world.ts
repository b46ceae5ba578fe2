// The narrow door through which stages see files; the command line, an editor and a test each supply one.
import type { FileId } from './span.ts';

/** Why a file could not be read, in words for the user: `no such file`. */
export interface Unreadable {
  readonly unreadable: string;
}

/** Reads files for stages, which do no IO of their own. Synchronous: whoever has only promises reads ahead. */
export interface World {
  /** The text of a file, decoded from UTF-8. */
  readText(file: FileId): string | Unreadable;
  /** The first `limit` bytes of a file (all of it if left out). */
  readBytes(file: FileId, limit?: number): Uint8Array | Unreadable;
  /** The file that `path`, written in `from`, means; `/` separates folders. */
  resolve(from: FileId, path: string): FileId;
}

/** Whether a `World` gave a reason in place of a text or of bytes. */
export function isUnreadable(value: string | Uint8Array | Unreadable): value is Unreadable {
  return typeof value === 'object' && 'unreadable' in value;
}
