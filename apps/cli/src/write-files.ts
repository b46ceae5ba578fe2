// Replaces files as a whole: what stood there before stays until the new content is complete.
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  readlinkSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { describeFileError } from './read-file.ts';

export interface Writing {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Why a file could not be written, in words for the user. */
export interface Unwritable {
  readonly path: string;
  readonly unwritable: string;
}

/** Writes all the files or, if one cannot be written, none. */
export function writeFiles(writings: readonly Writing[]): Unwritable | undefined {
  const prepared: Prepared[] = [];
  for (const writing of writings) {
    try {
      prepared.push(prepare(writing));
    } catch (error) {
      for (const { discard } of prepared) discard();
      return { path: writing.path, unwritable: describeWriteError(error) };
    }
  }
  for (const { path, commit } of prepared) {
    try {
      commit();
    } catch (error) {
      for (const { discard } of prepared) discard();
      return { path, unwritable: describeWriteError(error) };
    }
  }
  return undefined;
}

function describeWriteError(error: unknown): string {
  const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return isAbsent ? 'its folder does not exist' : describeFileError(error);
}

interface Prepared {
  readonly path: string;
  commit(): void;
  discard(): void;
}

/** Writes the content beside its target: renaming within one folder is what a file system does at once. */
function prepare({ path, content }: Writing): Prepared {
  const target = followLinks(path);
  const before = statSync(target, { throwIfNoEntry: false });
  if (before?.isDirectory()) throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
  // A device or a pipe (`-o /dev/null`) is written to, never replaced.
  if (before && !before.isFile()) {
    return { path, commit: () => writeFileSync(target, content), discard: () => undefined };
  }
  if (before) accessSync(target, constants.W_OK);
  const draft = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`);
  const discard = () => rmSync(draft, { force: true });
  try {
    writeFileSync(draft, content, { flag: 'wx', flush: true });
    if (before) keepOwnerAndMode(draft, before);
  } catch (error) {
    discard();
    throw error;
  }
  return { path, commit: () => renameSync(draft, target), discard };
}

/** The file that a path means in the end, also when it does not exist yet. */
function followLinks(path: string): string {
  let target = resolve(path);
  for (let hops = 0; hops < 40; hops += 1) {
    let next: string;
    try {
      next = readlinkSync(target);
    } catch {
      return target;
    }
    target = resolve(dirname(target), next);
  }
  throw Object.assign(new Error('too many links'), { code: 'ELOOP' });
}

function keepOwnerAndMode(draft: string, before: Stats): void {
  const { uid, gid } = statSync(draft);
  if (before.uid !== uid || before.gid !== gid) {
    try {
      chownSync(draft, before.uid, before.gid);
    } catch {
      // Only the system's administrator may give files away.
    }
  }
  chmodSync(draft, before.mode & 0o7777);
}
