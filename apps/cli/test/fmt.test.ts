// `diorama fmt`: formats in place, or stays away.
import { chmodSync, lstatSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BROKEN, folder, GOOD } from './support.ts';

const UGLY = 'tree{at:(0,-8),height:5}';

test('formats in place', async () => {
  const here = folder({ 'a.dio': UGLY });
  expect(await here.run('fmt a.dio')).toEqual({ code: 0, stdout: '', stderr: '"a.dio" formatted\n' });
  expect(here.read('a.dio')).toBe(GOOD);
  expect(here.list()).toEqual(['a.dio']);
});

test('does not touch what is formatted', async () => {
  const here = folder({ 'a.dio': GOOD });
  const path = join(here.path, 'a.dio');
  utimesSync(path, 1, 1);
  expect(await here.run('fmt a.dio')).toEqual({ code: 0, stdout: '', stderr: '1 file formatted already\n' });
  expect(statSync(path).mtimeMs).toBe(1000);
});

test('leaves a file with syntax errors as it is, and formats the others', async () => {
  const here = folder({ 'a.dio': BROKEN, 'b.dio': UGLY });
  const run = await here.run('fmt a.dio b.dio');
  expect(run.code).toBe(1);
  expect(run.stderr).toMatch(/^error\[/);
  expect(run.stderr).toContain('"a.dio" has syntax errors and stays as it is\n');
  expect(here.read('a.dio')).toBe(BROKEN);
  expect(here.read('b.dio')).toBe(GOOD);
});

test('formats a file with other errors', async () => {
  const here = folder({ 'a.dio': 'tre{}' });
  expect((await here.run('fmt a.dio')).code).toBe(0);
  expect(here.read('a.dio')).toBe('tre {}\n');
});

test('--check names what is not formatted, and writes nothing', async () => {
  const here = folder({ 'a.dio': UGLY, 'b.dio': GOOD, 'c.dio': UGLY });
  const run = await here.run('fmt --check a.dio b.dio c.dio');
  expect(run).toEqual({ code: 1, stdout: '', stderr: '"a.dio" is not formatted\n"c.dio" is not formatted\n' });
  expect(here.read('a.dio')).toBe(UGLY);
});

test('- goes from standard input to standard output', async () => {
  expect(await folder().run('fmt -', { stdin: UGLY })).toEqual({ code: 0, stdout: GOOD, stderr: '' });
  expect(await folder().run('fmt -', { stdin: BROKEN })).toMatchObject({ code: 1, stdout: '' });
  expect(await folder().run('fmt --check -', { stdin: UGLY })).toMatchObject({ code: 1, stdout: '' });
});

test('a byte order mark stays', async () => {
  const here = folder({ 'a.dio': `\uFEFF${UGLY}` });
  await here.run('fmt a.dio');
  expect(here.read('a.dio')).toBe(`\uFEFF${GOOD}`);
});

test.skipIf(process.platform === 'win32')('mode and links stay', async () => {
  const here = folder({ 'scenes/a.dio': UGLY });
  chmodSync(join(here.path, 'scenes/a.dio'), 0o640);
  symlinkSync('scenes/a.dio', join(here.path, 'link.dio'));
  expect((await here.run('fmt link.dio')).code).toBe(0);
  expect(here.read('scenes/a.dio')).toBe(GOOD);
  expect(lstatSync(join(here.path, 'link.dio')).isSymbolicLink()).toBe(true);
  expect(statSync(join(here.path, 'scenes/a.dio')).mode & 0o777).toBe(0o640);
  expect(here.list()).toEqual(['link.dio', 'scenes', 'scenes/a.dio']);
});
