// The command as a process of its own: streams, pipes and exit codes are real. Needs the build.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folder, GOOD, MISSPELT } from './support.ts';

// On a busy machine, a process may need a while.
vi.setConfig({ testTimeout: 60_000 });

const launcher = join(import.meta.dirname, '../bin/diorama.js');

function start(cwd: string, args: readonly string[], input = '') {
  return spawnSync(process.execPath, [launcher, ...args], { cwd, input, encoding: 'utf8' });
}

test('checks a file', () => {
  const here = folder({ 'good.dio': GOOD, 'bad.dio': MISSPELT });
  expect(start(here.path, ['check', 'good.dio'])).toMatchObject({ status: 0, stderr: '1 file checked: no problems\n' });
  expect(start(here.path, ['check', 'bad.dio'])).toMatchObject({ status: 1, stdout: '' });
  expect(start(here.path, ['check', 'none.dio'])).toMatchObject({ status: 2, stdout: '' });
  expect(start(here.path, ['nonsense'])).toMatchObject({ status: 2, stdout: '' });
});

test('goes from standard input to standard output', () => {
  expect(start(folder().path, ['fmt', '-'], 'tree{at:(0,-8),height:5}')).toMatchObject({ status: 0, stdout: GOOD });
});

test('prints its version', () => {
  expect(start(folder().path, ['--version'])).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
  });
});

test.each(['stdout', 'stderr'] as const)('a reader of %s that has seen enough is no error', async (stream) => {
  const here = folder({
    'many.dio': 'for i in 0..<50000 { tree { at: (i * 1m, -8), height: 5 } }',
    'bad.dio': 'tre {}\n'.repeat(3000),
  });
  const args = stream === 'stdout' ? ['expand', 'many.dio'] : ['check', 'bad.dio'];
  const child = spawn(process.execPath, [launcher, ...args], { cwd: here.path, stdio: ['ignore', 'pipe', 'pipe'] });
  const other: string[] = [];
  child[stream === 'stdout' ? 'stderr' : 'stdout'].on('data', (chunk) => other.push(String(chunk)));
  child[stream].once('data', () => child[stream].destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, other: other.join('') }).toEqual({ code: stream === 'stdout' ? 0 : 1, other: '' });
});

test.skipIf(process.platform === 'win32')('a full disk is told', () => {
  const full = openSync('/dev/full', 'w');
  const here = folder({ 'a.dio': GOOD });
  const run = spawnSync(process.execPath, [launcher, 'expand', 'a.dio'], {
    cwd: here.path,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8',
  });
  closeSync(full);
  expect(run).toMatchObject({ status: 2, stderr: expect.stringContaining('cannot write to standard output') });
});
