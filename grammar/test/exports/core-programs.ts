// The core forms of all right programs: what every grammar of core form has to have.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type AssetCatalog, check } from '@diorama/checker';
import { SourceFile, type World } from '@diorama/diagnostics';
import { lower, printCoreForm } from '@diorama/lowering';
import { parse } from '@diorama/syntax';
import { CATALOG, corpusWorld, readCorpus } from '../corpus.ts';

const EXAMPLES = join(import.meta.dirname, '../../../examples');

export function readExamples(): readonly SourceFile[] {
  return readdirSync(EXAMPLES)
    .filter((name) => name.endsWith('.dio'))
    .map((name) => SourceFile.from(name, readFileSync(join(EXAMPLES, name), 'utf8')));
}

/** Core forms by the names of their programs; none is longer than a model writes. */
export function corePrograms(): readonly (readonly [name: string, text: string])[] {
  const world = corpusWorld('ok');
  return [
    ...readCorpus('ok').map((source) => [source.id, expand(source, world, CATALOG)] as const),
    ...readExamples().map((source) => [`examples/${source.id}`, expand(source, EXAMPLES_WORLD)] as const),
  ].filter(([, text]) => text.length <= 9000);
}

function expand(source: SourceFile, world: World, catalog?: AssetCatalog): string {
  const options = { source, world, ...(catalog === undefined ? {} : { catalog }) };
  return printCoreForm(lower(check(parse(source).value, options).value).value);
}

const EXAMPLES_WORLD: World = {
  readText: (file) => readOr(() => readFileSync(join(EXAMPLES, file), 'utf8')),
  readBytes: (file, limit) => readOr(() => new Uint8Array(readFileSync(join(EXAMPLES, file)).subarray(0, limit))),
  resolve: (from, path) => posix.join(posix.dirname(from), path),
};
function readOr<T>(read: () => T): T | { readonly unreadable: string } {
  try {
    return read();
  } catch {
    return { unreadable: 'no such file' };
  }
}
