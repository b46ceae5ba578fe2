// `diorama check`: what it prints for people and for programs.
import { expect, test } from 'vitest';
import { folder, GOOD, MISSPELT, UNUSED } from './support.ts';

const SEVERAL = { 'a.dio': MISSPELT, 'b.dio': GOOD, 'c.dio': UNUSED };

test('people read problems and a summary on standard error', async () => {
  const run = await folder({ 'a.dio': MISSPELT }).run('check a.dio');
  expect(run.stdout).toBe('');
  expect(run.stderr).toMatch(/^error\[unknown-property\]: /);
  expect(run.stderr).toContain('a.dio:1:32');
  expect(run.stderr).toMatch(/\n\n1 error in 1 file\n$/);
});

test('the summary counts problems and the files that have any', async () => {
  const { stderr } = await folder(SEVERAL).run('check a.dio b.dio c.dio');
  expect(stderr).toMatch(/\n1 error, 1 warning in 2 of 3 files\n$/);
});

test('the summary of files without problems', async () => {
  expect((await folder(SEVERAL).run('check b.dio')).stderr).toBe('1 file checked: no problems\n');
  const { stderr } = await folder({ 'a.dio': GOOD, 'b.dio': GOOD, 'c.dio': GOOD }).run('check a.dio b.dio c.dio');
  expect(stderr).toBe('3 files checked: no problems\n');
});

test('programs read one JSON array, and people nothing', async () => {
  const run = await folder(SEVERAL).run('check --json a.dio b.dio c.dio');
  expect(run.stderr).toBe('');
  const found = JSON.parse(run.stdout);
  expect(found[0]).toEqual({
    file: 'a.dio',
    code: 'unknown-property',
    severity: 'error',
    title: expect.any(String),
    message: expect.any(String),
    line: 1,
    column: 32,
    endLine: 1,
    endColumn: 39,
    related: [],
    notes: expect.any(Array),
    fixes: [
      {
        title: expect.any(String),
        safe: true,
        edits: [{ line: 1, column: 32, endLine: 1, endColumn: 39, text: 'rotation' }],
      },
    ],
  });
  for (const one of found) expect(Object.keys(one)).toEqual(Object.keys(found[0]));
  expect(found.at(-1)).toMatchObject({ file: 'c.dio', severity: 'warning' });
});

test('no problems are an empty array', async () => {
  expect(await folder(SEVERAL).run('check --json b.dio')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
});

test('columns count UTF-16 units', async () => {
  const { stdout } = await folder({ 'a.dio': `/* 🦁 */ ${MISSPELT}` }).run('check --json a.dio');
  expect(JSON.parse(stdout)[0]).toMatchObject({ line: 1, column: 41, endColumn: 48 });
});

test('places that matter besides have their own file', async () => {
  const here = folder({ 'a.dio': 'tree oak { at: (0, -8), height: 5 }\ntree oak { at: (3, -8), height: 5 }\n' });
  const [duplicate] = JSON.parse((await here.run('check --json a.dio')).stdout);
  expect(duplicate.related).toMatchObject([
    { file: 'a.dio', message: expect.any(String), line: 1, column: 6, endLine: 1, endColumn: 9 },
  ]);
});

test('--strict makes warnings errors, for people and programs', async () => {
  const here = folder(SEVERAL);
  const people = await here.run('check --strict c.dio');
  expect(people).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error\[unused-let\]/) });
  const programs = await here.run('check --strict --json c.dio');
  expect(JSON.parse(programs.stdout)).toMatchObject([{ code: 'unused-let', severity: 'error' }]);
});

test('all mistakes are told at once', async () => {
  const program =
    'tre { at: (0, -8), height: 5 }\ntree { at: (0, -8), height: 5m + 3deg }\ntree { at: (0, -8), height: -5 }\n';
  const { stdout } = await folder({ 'a.dio': program }).run('check --json a.dio');
  expect(JSON.parse(stdout).map(({ line }: { line: number }) => line)).toEqual([1, 2, 3]);
});

test('asset ids are those of the library, or of --catalog', async () => {
  const here = folder({
    'oak.dio': 'tree { at: (0, -8), height: 5, appearance: asset("tree/oak") }\n',
    'one-oak.dio': 'tree { at: (0, -8), height: 5, appearance: asset("tree/oak#3") }\n',
    'oek.dio': 'tree { at: (0, -8), height: 5, appearance: asset("tree/oek") }\n',
    'catalog.json': '{ "ids": ["tree/oak", "bush/thorn"], "spaces": ["clip"] }',
  });
  expect((await here.run('check oak.dio one-oak.dio')).code).toBe(0);
  expect(await here.run('check oek.dio')).toMatchObject({ code: 1, stderr: expect.stringContaining('tree/oak') });
  expect((await here.run('check --catalog catalog.json oak.dio one-oak.dio')).code).toBe(0);
  const { stdout } = await here.run('check --json --catalog catalog.json oek.dio');
  expect(JSON.parse(stdout)).toMatchObject([{ code: 'unknown-asset' }]);
  expect(stdout).toContain('tree/oak');
});

test.each([
  ['[]', 'a catalog has the form'],
  ['null', 'a catalog has the form'],
  ['{ "ids": [1] }', 'a catalog has the form'],
  ['{', 'it is not JSON'],
])('a catalog that is %s is refused', async (content, message) => {
  const run = await folder({ 'a.dio': GOOD, 'catalog.json': content }).run('check --catalog catalog.json a.dio');
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(`cannot read "catalog.json": ${message}`) });
});

test('a great many problems are not all shown to a person', async () => {
  const here = folder({ 'a.dio': 'tre {}\n'.repeat(1200) });
  const people = await here.run('check a.dio');
  expect(people.stderr.match(/^error\[/gm)).toHaveLength(1000);
  expect(people.stderr).toContain('… and 200 more');
  expect(people.stderr).toContain('1200 errors in 1 file');
  expect(JSON.parse((await here.run('check --json a.dio')).stdout)).toHaveLength(1200);
});
