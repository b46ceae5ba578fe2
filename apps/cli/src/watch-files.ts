// Turns a list of files into calls whenever one of them is saved, however an editor saves it.
import { type FSWatcher, realpathSync, statSync, unwatchFile, watch, watchFile } from 'node:fs';
import { basename, dirname } from 'node:path';

export interface Watcher {
  /** Watches a file too, if it is not yet; what happened to it since a time (milliseconds since 1970) counts as a change. */
  add(path: string, since: number): void;
  close(): void;
}

/** Where the system cannot tell of changes, files are looked at this often, milliseconds. */
const POLLED_EVERY = 100;

/**
 * Watches folders, not files: many editors save by giving a new file the old one's name, and whoever watches the old file hears
 * nothing of that.
 */
export function watchFiles(changed: () => void): Watcher {
  const names = new Map<string, Set<string>>();
  const watchers: FSWatcher[] = [];
  const polled = new Set<string>();

  const poll = (path: string) => {
    if (polled.has(path)) return;
    polled.add(path);
    watchFile(path, { interval: POLLED_EVERY }, changed);
  };

  /** Whether it was not watched before. */
  const addPlace = (path: string): boolean => {
    const folder = dirname(path);
    const known = names.get(folder);
    if (known !== undefined) {
      const isNew = !known.has(basename(path));
      known.add(basename(path));
      return isNew;
    }
    const inFolder = new Set([basename(path)]);
    names.set(folder, inFolder);
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null || inFolder.has(name)) changed();
      });
      watcher.on('error', () => poll(path));
      watchers.push(watcher);
    } catch {
      poll(path);
    }
    return true;
  };

  return {
    add(path, since) {
      const isNew = addPlace(path);
      const target = targetOf(path);
      if (target !== undefined && target !== path) addPlace(target);
      if (isNew && lastChange(path) >= since) changed();
    },
    close() {
      for (const watcher of watchers) watcher.close();
      for (const path of polled) unwatchFile(path, changed);
    },
  };
}

/** Where a link leads in the end: who saves may save there. */
function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** A file that was moved here keeps its time of writing, so the other time counts as well. */
function lastChange(path: string): number {
  try {
    const { mtimeMs, ctimeMs } = statSync(path);
    return Math.max(mtimeMs, ctimeMs);
  } catch {
    return 0;
  }
}
