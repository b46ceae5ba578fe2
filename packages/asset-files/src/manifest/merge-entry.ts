// Turns what a library said of an asset and what an import finds now into what it says next: changes by hand win.
import { EDITABLE, type EditableFields, type LibraryEntry } from './library-entry.ts';

export interface MergedEntry {
  readonly entry: LibraryEntry;
  /** The names of the fields that were changed by hand, and stay. */
  readonly kept: readonly string[];
}

export function mergeEntry(before: LibraryEntry | undefined, now: LibraryEntry): MergedEntry {
  if (before === undefined) return { entry: now, kept: [] };
  const wrote = before.imported?.wrote ?? {};
  const kept = EDITABLE.filter((name) => before[name] !== undefined && !isSame(before[name], wrote[name]));
  // What was taken out by hand stays out, too.
  const removed = EDITABLE.filter((name) => before[name] === undefined && wrote[name] !== undefined);
  const changed = Object.fromEntries(kept.map((name) => [name, before[name]])) as Partial<EditableFields>;
  const others = Object.fromEntries(Object.entries(before).filter(([name]) => !FIELDS.has(name)));
  const merged: Record<string, unknown> = { ...now, file: before.file, ...changed, ...others };
  for (const name of removed) if (!REQUIRED.has(name)) delete merged[name];
  return {
    entry: inOrder(merged as unknown as LibraryEntry),
    kept: [...kept, ...removed.filter((name) => !REQUIRED.has(name))],
  };
}

const FIELDS: ReadonlySet<string> = new Set(['file', 'clips', 'imported', ...EDITABLE]);
const REQUIRED: ReadonlySet<string> = new Set(['class', 'species', 'names', 'tags', 'front', 'up', 'standing']);

/** Equal as JSON. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The fields of an entry in the order in which people read them. */
export function inOrder(entry: LibraryEntry): LibraryEntry {
  const order = ['file', ...EDITABLE, 'clips', 'imported'];
  const known = order.flatMap((name) => (name in entry ? [[name, entry[name as keyof LibraryEntry]] as const] : []));
  const others = Object.entries(entry).filter(([name]) => !order.includes(name));
  return Object.fromEntries([...known, ...others]) as unknown as LibraryEntry;
}
