// `diorama fix`: applies what leaves no doubt, and tells the rest.
import { expect, test } from 'vitest';
import { BROKEN, folder, GOOD, MISSPELT, SPELT } from './support.ts';

test('applies safe fixes in place', async () => {
  const here = folder({ 'a.dio': MISSPELT });
  const run = await here.run('fix a.dio');
  expect(run.code).toBe(0);
  expect(run.stderr).toContain('"a.dio": 1 fix applied\n');
  expect(run.stderr).toMatch(/1 file checked: no problems\n$/);
  expect(here.read('a.dio')).toBe(SPELT);
});

test('tells what it does not fix', async () => {
  const here = folder({ 'a.dio': 'tree { at: (0, -8), hieght: -5 }\n' });
  const run = await here.run('fix a.dio');
  expect(run.code).toBe(1);
  expect(run.stderr).toContain('error[out-of-range]');
  expect(here.read('a.dio')).toBe('tree { at: (0, -8), height: -5 }\n');
});

test('leaves a file without fixes as it is', async () => {
  const here = folder({ 'a.dio': GOOD });
  expect(await here.run('fix a.dio')).toEqual({ code: 0, stdout: '', stderr: '1 file checked: no problems\n' });
});

test('leaves imported files as they are', async () => {
  const files = {
    'a.dio': 'use stand from "b.dio"\nstand { at: (0, -5) }\n',
    'b.dio': `prefab stand() {\n  ${MISSPELT}}\n`,
  };
  const here = folder(files);
  expect((await here.run('fix a.dio')).code).toBe(1);
  expect(here.read('b.dio')).toBe(files['b.dio']);
});

test('sees what it has fixed in a file that a later one imports', async () => {
  const here = folder({
    'a.dio': 'use stand from "b.dio"\nstand { at: (0, -5) }\n',
    'b.dio': `prefab stand() {\n  ${MISSPELT}}\n`,
  });
  expect((await here.run('fix b.dio a.dio')).code).toBe(0);
});

test('- goes from standard input to standard output', async () => {
  expect(await folder().run('fix -', { stdin: MISSPELT })).toMatchObject({ code: 0, stdout: SPELT });
  expect(await folder().run('fix -', { stdin: BROKEN })).toMatchObject({ stdout: expect.stringContaining('tree') });
});
