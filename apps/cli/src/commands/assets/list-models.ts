// Turns a folder into the glTF files in it and in all folders below, sorted.
import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeFileError } from '../../read-file.ts';
import { realPath } from './real-path.ts';

export interface ListedModels {
  /** By their paths from the folder, `/` between. */
  readonly files: readonly string[];
}

/** `except` is a folder that is not looked into: what an import wrote before. */
export function listModels(folder: string, except: string): ListedModels | { readonly unreadable: string } {
  const files: string[] = [];
  const omitted = realPath(except);
  const walk = (path: string, prefix: string, depth: number): void => {
    if (depth > DEEPEST || (prefix !== '' && realPath(path) === omitted)) return;
    for (const entry of readdirSync(path, { withFileTypes: true }).sort(byName)) {
      const name = `${prefix}${entry.name}`;
      // Links are not followed into folders: they may go in circles.
      if (entry.isDirectory()) walk(join(path, entry.name), `${name}/`, depth + 1);
      else if (/\.(?:glb|gltf)$/i.test(entry.name)) files.push(name);
    }
  };
  try {
    walk(folder, '', 0);
    return { files };
  } catch (error) {
    return { unreadable: describeFileError(error) };
  }
}

const DEEPEST = 64;

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
