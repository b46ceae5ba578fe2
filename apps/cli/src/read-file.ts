// Reads regular files of bounded size, or says why not.
import { closeSync, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import type { Unreadable } from '@diorama/diagnostics';

export const MEBIBYTE = 2 ** 20;

export interface ReadOptions {
  /** Read only so many bytes from the beginning. */
  readonly first?: number;
  /** Refuse files of more bytes. */
  readonly limit: number;
}

/** The bytes of a file. Pipes and devices are refused: reading them may wait or go on for ever. */
export function readFile(path: string, options: ReadOptions): Uint8Array | Unreadable {
  try {
    const refusal = refuse(statSync(path), options);
    if (refusal) return refusal;
    const file = openSync(path, 'r');
    try {
      return refuse(fstatSync(file), options) ?? readAll(file, options);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return { unreadable: describeFileError(error) };
  }
}

function refuse(stats: Stats, options: ReadOptions): Unreadable | undefined {
  if (stats.isDirectory()) return { unreadable: 'it is a folder' };
  if (!stats.isFile()) return { unreadable: 'it is no regular file but a pipe, a socket or a device' };
  if (options.first === undefined && stats.size > options.limit) return tooLarge(options.limit);
  return undefined;
}

/** Some files (in `/proc`) do not know their size beforehand, so the end decides. */
function readAll(file: number, options: ReadOptions): Uint8Array | Unreadable {
  const wanted = options.first ?? options.limit + 1;
  let buffer = new Uint8Array(Math.min(wanted, Math.max(fstatSync(file).size + 1, 4096)));
  let size = 0;
  while (size < wanted) {
    if (size === buffer.length) {
      const larger = new Uint8Array(Math.min(wanted, size * 2));
      larger.set(buffer);
      buffer = larger;
    }
    const count = readSync(file, buffer, size, buffer.length - size, null);
    if (count === 0) break;
    size += count;
  }
  return options.first === undefined && size > options.limit ? tooLarge(options.limit) : buffer.subarray(0, size);
}

export function tooLarge(limit: number): Unreadable {
  return { unreadable: `it is larger than ${limit / MEBIBYTE} MiB` };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'its file system is read-only',
  ENOSPC: 'no space is left',
  EDQUOT: 'no space is left',
  ELOOP: 'its symbolic links go in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  ERR_INVALID_ARG_VALUE: 'no file can have such a name',
};

/** What went wrong with a file, as a clause: `no such file`. Errors of another kind are ours and are thrown on. */
export function describeFileError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return REASONS[code] ?? `the system says ${code}`;
}
