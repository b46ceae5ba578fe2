// What the tests of engines share: where they are, and whether their absence is to be told or to fail.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../../..');
export const ENGINES = join(ROOT, '.cache/engines/node_modules');
const PYTHON = join(ROOT, '.venv-engines/bin/python');

/** Whether tests that need engines run. Without engines they are skipped, unless the environment requires them. */
export const hasEngines =
  process.env.DIORAMA_REQUIRE_ENGINES === '1' || (existsSync(PYTHON) && existsSync(join(ENGINES, 'vscode-textmate')));
export const SKIPPED = 'skipped without engines: npm run setup:engines';

/** For each text whether an engine finds that a grammar has it, and if not, how far it came. */
export function askEngine(
  engine: 'llguidance' | 'xgrammar' | 'llama.cpp',
  grammar: string,
  texts: readonly string[],
): readonly { readonly ok: boolean; readonly at?: number }[] {
  const { status, stdout, stderr } = spawnSync(PYTHON, [join(ROOT, 'tools/engines/match.py'), engine], {
    input: JSON.stringify({ grammar, texts }),
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  if (status !== 0) throw new Error(`${engine}: ${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
}
