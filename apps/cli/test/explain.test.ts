// `diorama explain`: the pages of diagnostics.
import { DIAGNOSTIC_PAGES } from '@diorama/compiler';
import { expect, test } from 'vitest';
import { folder } from './support.ts';

test('a page tells what a code means, with a bad and a good example', async () => {
  const run = await folder().run('explain unknown-property');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^unknown-property \(error\): .+\n\n.+\n\nBad:\n\n {4}.+\n\nGood:\n\n {4}.+\n$/s);
});

test('every page can be printed, 100 columns wide', async () => {
  for (const { pages } of DIAGNOSTIC_PAGES) {
    for (const { code } of pages) {
      const { stdout } = await folder().run(`explain ${code}`);
      expect(stdout.split('\n').filter((line) => line.length > 100 && !line.startsWith('    '))).toEqual([]);
    }
  }
});

test('a code may be given as messages show it', async () => {
  const { stdout } = await folder().run('explain error[unknown-property]');
  expect(stdout).toMatch(/^unknown-property/);
});

test('without a code, all are listed by stage', async () => {
  const { code, stdout } = await folder().run('explain');
  expect(code).toBe(0);
  for (const { stage, pages } of DIAGNOSTIC_PAGES) {
    expect(stdout).toContain(`${stage}:\n`);
    for (const page of pages) expect(stdout).toContain(`  ${page.code} `);
  }
});

test('an unknown code has candidates', async () => {
  const run = await folder().run('explain unknown-propety');
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toMatch(/^diorama: there is no diagnostic "unknown-propety"\n\(Did you mean unknown-property[,?]/);
  expect((await folder().run('explain xyz')).stderr).toBe(
    'diorama: there is no diagnostic "xyz"\n(diorama explain lists all codes)\n',
  );
});
