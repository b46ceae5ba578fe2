// Turns a program into the state behind it, with what the files that it uses offer: where a session goes on.
import type { SourceFile } from '@diorama/diagnostics';
import { parse } from '@diorama/syntax';
import type { Catalog, Exports } from '../../catalog.ts';
import { exportsOf, type PrefixState } from '../../prefix-state.ts';
import { whatMayFollow } from '../../what-may-follow.ts';

/** A program that checks without errors; `use` finds a file by its path as that program writes it. */
export interface SessionSource {
  readonly source: SourceFile;
  readonly use: (path: string) => SessionSource | undefined;
}

/** The state behind a program. */
export function readSession(session: SessionSource, catalog: Catalog = {}): PrefixState {
  // The line end closes the last word.
  return stateBehind(session, catalog, '\n');
}

function stateBehind({ source, use }: SessionSource, catalog: Catalog, more: string): PrefixState {
  const files = new Map<string, Exports>();
  for (const { from } of parse(source).value.imports) {
    const used = from.kind === 'text' && !files.has(from.value) ? use(from.value) : undefined;
    // The last declaration counts once the next item has begun.
    if (from.kind === 'text' && used !== undefined)
      files.set(from.value, exportsOf(stateBehind(used, catalog, '\ntree ')));
  }
  return whatMayFollow(source.text + more, undefined, { ...catalog, files }).state;
}
