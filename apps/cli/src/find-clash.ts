// Turns the files that a command is to write into what stands against writing them.
import type { FileId } from '@diorama/diagnostics';
import type { DiskWorld } from './disk-world.ts';
import { quote } from './messages.ts';

/** Two results in one file, or a result in place of a program that it was made from, in words; undefined if all is well. */
export function findClash(world: DiskWorld, paths: readonly string[], sources: Iterable<FileId>): string | undefined {
  const programs = new Set(Array.from(sources, (file) => world.pathOf(world.resolve('', file))));
  const taken = new Set<string>();
  for (const path of paths) {
    const place = world.pathOf(world.resolve('', path));
    if (programs.has(place)) return `${quote(path)} is a program: it is not written over`;
    if (taken.has(place)) return `two results would be written to ${quote(path)}`;
    taken.add(place);
  }
  return undefined;
}
