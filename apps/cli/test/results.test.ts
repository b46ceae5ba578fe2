// Commands that print what a program is turned into: `expand`, `scene`, `pin`.
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, GOOD, MISSPELT, UNUSED } from './support.ts';

const LOOP = 'let far = 8m\nfor i in 1..2 { tree { at: (i * 1m, -far), height: 5 } }\n';

test('expand prints core form', async () => {
  const run = await folder({ 'a.dio': LOOP }).run('expand a.dio');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^tree \{ at: \(1, -8\), height: 5.* \}\ntree \{ at: \(2, -8\), height: 5.* \}\n$/);
});

test('core form expands to itself', async () => {
  const here = folder({ 'a.dio': LOOP });
  await here.run('expand a.dio -o core.dio');
  expect((await here.run('expand core.dio')).stdout).toBe(here.read('core.dio'));
});

test('problems go to standard error, the result to standard output', async () => {
  const run = await folder({ 'a.dio': UNUSED }).run('expand a.dio');
  expect(run.stderr).toMatch(/^warning\[unused-let\]/);
  expect(run.stdout).toMatch(/^tree/);
});

test.each(['expand', 'scene', 'pin'])('%s prints nothing of a program with errors', async (command) => {
  const run = await folder({ 'a.dio': MISSPELT }).run(`${command} a.dio`);
  expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('error[unknown-property]') });
});

test.each(['expand', 'scene'])('%s asks for what is to be filled in', async (command) => {
  const run = await folder({ 'a.dio': 'tree { at: (0, -8), height: ? }\n' }).run(`${command} a.dio`);
  expect(run).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('error[unsolved-hole]') });
});

test.each(['expand', 'scene', 'pin'])('%s writes to a file', async (command) => {
  const here = folder({ 'a.dio': GOOD });
  const { stdout } = await here.run(`${command} a.dio`);
  expect(await here.run(`${command} a.dio -o out`)).toEqual({ code: 0, stdout: '', stderr: '' });
  expect(here.read('out')).toBe(stdout);
  expect(here.list()).toEqual(['a.dio', 'out']);
});

test.each(['expand', 'scene', 'pin'])('%s reads standard input', async (command) => {
  const run = await folder().run(`${command} -`, { stdin: GOOD });
  expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('tree') });
});

test('a result may replace its own source', async () => {
  const here = folder({ 'a.dio': LOOP });
  expect((await here.run('expand a.dio -o a.dio')).code).toBe(0);
  expect(here.read('a.dio')).toMatch(/^tree/);
});

test('a link that leads nowhere yet is followed', async () => {
  const here = folder({ 'a.dio': GOOD });
  symlinkSync('target.dio', join(here.path, 'link.dio'));
  expect((await here.run('expand a.dio -o link.dio')).code).toBe(0);
  expect(here.read('target.dio')).toMatch(/^tree/);
});

test('scene prints JSON that tells where things come from', async () => {
  const here = folder({ 'a.dio': GOOD });
  const scene = JSON.parse((await here.run('scene a.dio')).stdout);
  expect(scene.elements).toMatchObject([
    { kind: 'tree', height: 5, origin: { file: 'a.dio', line: 1, column: 1, endLine: 1, endColumn: 32 } },
  ]);
  expect((await here.run('scene --no-origins a.dio')).stdout).not.toContain('origin');
});

test('pin rewrites camera-relative places, and nothing else', async () => {
  const here = folder({
    'a.dio': '// kept\ncamera { position: (0, 1.6, 0) }\ntree oak { at: view(0, -1, -8), height: 5 }\n',
  });
  const { code, stdout } = await here.run('pin a.dio');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\/\/ kept\ncamera \{ position: \(0, 1.6, 0\) \}\ntree oak \{ at: \(0, 0\.6.*, -8\)/);
});

test('--strict keeps a program with warnings from being printed', async () => {
  expect(await folder({ 'a.dio': UNUSED }).run('expand --strict a.dio')).toMatchObject({ code: 1, stdout: '' });
});
