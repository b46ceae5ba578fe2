// Turns the environment into the Blender to use.
import { execFile } from 'node:child_process';
import { access, constants } from 'node:fs/promises';
import { basename, delimiter, join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

/** A Blender that runs here. */
export interface Blender {
  /** Of the executable. */
  readonly path: string;
  /** A `python` is one that has Blender as its module `bpy`. */
  readonly kind: 'blender' | 'python';
  /** `3.4.1` */
  readonly version: string;
}

/** Why there is none, in words for the user: `no blender on the PATH`. */
export interface AbsentBlender {
  readonly absent: string;
}

/** Uses `DIORAMA_BLENDER`, a `blender` or a Python that has `bpy`, else the first `blender` on the PATH. */
export async function findBlender(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Blender | AbsentBlender> {
  const named = env.DIORAMA_BLENDER;
  const path = named === undefined || named === '' ? await onPath(env.PATH ?? '') : named;
  if (path === undefined) return { absent: 'no blender on the PATH, and DIORAMA_BLENDER names none' };
  const kind = /^python/i.test(basename(path)) ? 'python' : 'blender';
  const args = kind === 'python' ? ['-c', 'import bpy; print("Blender", bpy.app.version_string)'] : ['--version'];
  try {
    const { stdout } = await promisify(execFile)(path, args, { timeout: 120_000 });
    const version = /^Blender (\S+)/m.exec(stdout)?.[1];
    return version === undefined ? { absent: `${path} does not say that it is Blender` } : { path, kind, version };
  } catch (error) {
    const reason = error instanceof Error ? (error.message.trim().split('\n').at(-1) ?? '') : String(error);
    return { absent: `${path} does not run: ${reason}` };
  }
}

async function onPath(folders: string): Promise<string | undefined> {
  for (const folder of folders.split(delimiter)) {
    const path = join(folder, 'blender');
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder !== '' && isThere) return path;
  }
  return undefined;
}
