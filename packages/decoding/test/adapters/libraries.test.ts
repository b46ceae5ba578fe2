// The adapters with the libraries themselves, where `npm run setup:engines` has put them, and the examples.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { hasErrors } from '@diorama/diagnostics';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const engines = join(root, '.cache/engines');

test.each([
  ['try-transformers.ts', '@huggingface/transformers', 'random', ['random', '2', '50']],
  ['try-llama.ts', 'node-llama-cpp', 'random.gguf', [join(engines, 'models/random.gguf'), '2', '50']],
])('%s makes programs that check', { timeout: 120_000 }, (script, library, model, args) => {
  const needed = [join(engines, 'node_modules', library), join(engines, 'models', model)];
  if (!needed.every((path) => existsSync(path))) {
    const reason = `${library} or its model is not in .cache/engines: npm run setup:engines`;
    if (process.env.DIORAMA_REQUIRE_ENGINES === '1') throw new Error(reason);
    process.stderr.write(`skipped: ${reason}\n`);
    return;
  }
  const { status, stdout, stderr } = run(join(root, 'tools/engines', script), ...args);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('0 with errors');
});

test.each([
  ['random-model.ts', '1'],
  ['random-model.ts', '2'],
  ['complete-program.ts', '1'],
  ['complete-program.ts', '2'],
])('examples/%s %s prints a program that checks', { timeout: 60_000 }, (example, seed) => {
  const { status, stdout, stderr } = run(join(root, 'packages/decoding/examples', example), seed);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const checked = checkFile(memoryWorld({ 'made.dio': stdout }), 'made.dio');
  expect('unreadable' in checked || hasErrors(checked.diagnostics), stdout).toBe(false);
  expect(stdout).not.toBe('');
});

function run(...args: readonly string[]) {
  return spawnSync(process.execPath, ['--conditions=diorama-source', ...args], { encoding: 'utf8', timeout: 100_000 });
}
