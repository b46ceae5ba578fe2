// The file system as stages see it: files by the names that the user gave, standard input as `-`.
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { type FileId, isUnreadable, type Unreadable, type World } from '@diorama/diagnostics';
import { decode } from './decode.ts';
import type { Io } from './io.ts';
import { MEBIBYTE, readFile, tooLarge } from './read-file.ts';

export const STDIN: FileId = '-';

/** The language's limit for programs. */
const PROGRAM_LIMIT = 64 * MEBIBYTE;
/** Embeddings and images; Node reads no more than 2 GiB at once. */
const DATA_LIMIT = 2047 * MEBIBYTE;

export interface DiskWorld extends World {
  /** The files that a user named, each once. Reads standard input if `-` is among them. */
  enter(names: readonly string[]): Promise<readonly FileId[]>;
  /** Where a file is. */
  pathOf(file: FileId): string;
  /** A file's new text with the byte order mark that the old one began with, if it did. */
  withMark(file: FileId, text: string): string;
}

export function createDiskWorld(io: Io): DiskWorld {
  let stdin: Uint8Array | Unreadable = new Uint8Array();
  /** By the real path: however a file is reached, it has one name, so that every import cycle is seen. */
  const names = new Map<string, FileId>();
  const marked = new Set<FileId>();

  const pathOf = (file: FileId) => (file === '' ? '' : resolve(io.cwd, file));

  const nameOf = (file: FileId): FileId => {
    const path = realPath(pathOf(file));
    const known = names.get(path);
    if (known === undefined) names.set(path, file);
    return known ?? file;
  };

  return {
    pathOf,
    withMark: (file, text) => (marked.has(file) ? `\uFEFF${text}` : text),
    async enter(given) {
      const files = [...new Set(given.map((name) => (name === STDIN ? STDIN : nameOf(name))))];
      if (!files.includes(STDIN)) return files;
      stdin = await io.readStdin(PROGRAM_LIMIT);
      if (stdin.length > PROGRAM_LIMIT) stdin = tooLarge(PROGRAM_LIMIT);
      return files;
    },
    readText(file) {
      const bytes = file === STDIN ? stdin : readFile(pathOf(file), { limit: PROGRAM_LIMIT });
      if (isUnreadable(bytes)) return bytes;
      const decoded = decode(bytes);
      if ('unreadable' in decoded) return decoded;
      if (decoded.marked) marked.add(file);
      return decoded.text;
    },
    readBytes(file, limit) {
      return readFile(pathOf(file), { limit: DATA_LIMIT, ...(limit === undefined ? {} : { first: limit }) });
    },
    resolve(from, path) {
      const file = isAbsolute(path) ? path : join(from === STDIN ? '.' : dirname(from), path);
      return nameOf(file === STDIN ? `./${STDIN}` : file);
    },
  };
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
