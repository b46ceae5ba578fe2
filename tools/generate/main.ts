// Writes every generated file; `--check` writes nothing, lists the stale ones and fails if there are any.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Generator, generators } from './generators.ts';

const root = join(import.meta.dirname, '../..');

/** The generated files whose committed text is not what their generator gives. */
export async function findStale(candidates: readonly Generator[] = generators): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { path, content } of candidates) {
    const committed = await readFile(join(root, path), 'utf8').catch(() => undefined);
    if (committed !== (await content())) stale.push(path);
  }
  return stale;
}

async function generate(): Promise<void> {
  for (const { path, content } of generators) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await content());
  }
  console.log(`${generators.length} files written`);
}

async function check(): Promise<void> {
  const stale = await findStale();
  for (const path of stale) console.error(`stale: ${path}`);
  if (stale.length > 0) process.exitCode = 1;
  console.log(stale.length === 0 ? `${generators.length} generated files are fresh` : 'run `npm run generate`');
}

if (import.meta.main) await (process.argv.includes('--check') ? check() : generate());
