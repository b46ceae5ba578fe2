// Turns the text of a library's `assets.json` into its entries, and back.
import { checkManifest } from '@diorama/assets';
import type { LibraryEntry } from './library-entry.ts';

/** A library's manifest, with whatever else a person wrote into it. */
export interface LibraryManifest {
  readonly assets: readonly LibraryEntry[];
  readonly [other: string]: unknown;
}

/** What is wrong with the text is told in words. */
export function readLibraryManifest(text: string): LibraryManifest | { readonly fault: string } {
  const checked = checkManifest(text);
  if ('fault' in checked) return checked;
  const whole = JSON.parse(text) as LibraryManifest;
  return { ...whole, assets: whole.assets ?? [] };
}

/** One asset a few lines, sorted by file: what differs is easy to see. */
export function printLibraryManifest(manifest: LibraryManifest): string {
  const assets = [...manifest.assets].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return `${JSON.stringify({ ...manifest, assets }, null, 2)}\n`;
}
