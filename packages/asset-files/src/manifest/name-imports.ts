// Turns the files of an import into the names of the library's files: the same file keeps its name, no two have one.
import { guessSpecies } from '@diorama/assets';
import type { LibraryEntry } from './library-entry.ts';

/**
 * The library's file for each of `sources` (`farm/Cow.glb` → `cow.glb`). `isTaken` tells of files that stand in the library's folder
 * without being in its manifest.
 */
export function nameImports(
  sources: readonly string[],
  before: readonly LibraryEntry[],
  isTaken: (file: string) => boolean,
): ReadonlyMap<string, string> {
  const known = new Map(before.flatMap(({ file, imported }) => (imported ? [[imported.from, file] as const] : [])));
  const used = new Set(before.map(({ file }) => file));
  const names = new Map<string, string>();
  for (const source of sources) {
    const own = known.get(source);
    if (own !== undefined) {
      names.set(source, own);
      continue;
    }
    const { species } = guessSpecies(source);
    let name = `${species}.glb`;
    for (let number = 2; used.has(name) || isTaken(name); number += 1) name = `${species}-${number}.glb`;
    used.add(name);
    names.set(source, name);
  }
  return names;
}
