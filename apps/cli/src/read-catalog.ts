// Turns the JSON file of `--catalog` into an asset catalog: `{ "ids": ["tree/oak"], "spaces": ["clip"] }`.
import type { AssetCatalog } from '@diorama/checker';
import type { Unreadable } from '@diorama/diagnostics';
import { readJson } from './read-json.ts';

export function readCatalog(path: string): AssetCatalog | Unreadable {
  const json = readJson(path);
  if ('unreadable' in json) return json;
  const { ids, spaces = [] } = (json.value ?? {}) as { ids?: unknown; spaces?: unknown };
  if (!isListOfTexts(ids) || !isListOfTexts(spaces)) {
    return { unreadable: 'a catalog has the form { "ids": ["tree/oak", …], "spaces": ["clip", …] }' };
  }
  const known = new Set(ids);
  return {
    has: (id) => known.has(id) || known.has(id.replace(/#.*$/, '')),
    ids: (className) => ids.filter((id) => id.startsWith(`${className}/`) && !id.includes('#')),
    spaces,
  };
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
