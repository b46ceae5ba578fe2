// `diorama import raw`: the text, and the arrays beside it.
import { expect, test } from 'vitest';
import { folder } from './support.ts';

const RAW = `set_camera(88.130)
set_ground([CLIP])
add_tree(pixels=111, loc=(-1.524, -0.939, -30.159), height=1.224, rotation=[ROT], appearance=[CLIP])
`;
const ROTATIONS = '[[[1, 0, 0], [0, 1, 0], [0, 0, 1]]]';
const APPEARANCES = '[[0.5, 1], [0.25, -1]]';
const FILES = { 'lion.txt': RAW, 'r.json': ROTATIONS, 'a.json': APPEARANCES };

test('the text alone loses rotations and appearances, and says so', async () => {
  const run = await folder(FILES).run('import raw lion.txt');
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('pitch: -1.87');
  expect(run.stdout).toContain('@pixels(111) tree { at: view(-1.524, -0.939, -30.159), height: 1.224 }');
  expect(run.stderr.match(/^warning\[/gm)).toHaveLength(2);
});

test('what is imported is a program', async () => {
  const here = folder(FILES);
  await here.run('import raw lion.txt --rotations r.json --appearances a.json --space clip -o lion.dio');
  expect(here.list()).toEqual(['a.json', 'lion.dio', 'lion.safetensors', 'lion.txt', 'r.json']);
  expect(here.read('lion.dio')).toContain('embeddings: "lion.safetensors"');
  expect(here.read('lion.safetensors')).toContain('clip');
  expect(await here.run('check lion.dio')).toMatchObject({ code: 0, stderr: '1 file checked: no problems\n' });
});

test('embeddings go beside the program, in its folder', async () => {
  const here = folder({ ...FILES, 'out/keep': '' });
  await here.run('import raw lion.txt --rotations r.json --appearances a.json --space clip -o out/lion.dio');
  expect(here.list()).toContain('out/lion.safetensors');
  expect((await here.run('check out/lion.dio')).code).toBe(0);
});

test('embeddings need a program to be beside of', async () => {
  const run = await folder(FILES).run('import raw lion.txt --appearances a.json --space clip');
  expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('--appearances needs --output') });
});

test.each([
  ['', '--appearances needs --space'],
  [' --space=', '--space needs the name of an embedding space'],
])('vectors need the name of their space (%j)', async (space, message) => {
  const here = folder(FILES);
  const run = await here.run(`import raw lion.txt --appearances a.json${space} -o lion.dio`);
  expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) });
  expect(here.list()).toEqual(['a.json', 'lion.txt', 'r.json']);
});

test('with an error nothing is printed, and the words say so', async () => {
  const text = 'set_strength(0.2)\nset_sun_strength(0.3)\nadd_tree(loc=(0, -1, -9))\nadd_lion()\nset_air(';
  const run = await folder({ 'lion.txt': text }).run('import raw lion.txt');
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toMatch(/nothing is imported until the errors are corrected\n$/);
  expect(run.stderr.match(/^error/gm)).toHaveLength(4);
  expect(run.stderr).not.toMatch(/left out|counts|goes on/);
});

test('nothing is written if the program has errors, or one of two files cannot be written', async () => {
  const broken = folder({ ...FILES, 'lion.txt': `${RAW}add(pixels=\n` });
  expect((await broken.run('import raw lion.txt --appearances a.json --space clip -o lion.dio')).code).toBe(1);
  expect(broken.list()).toEqual(['a.json', 'lion.txt', 'r.json']);

  const blocked = folder({ ...FILES, 'lion.safetensors/keep': '' });
  const before = blocked.list();
  const run = await blocked.run('import raw lion.txt --appearances a.json --space clip -o lion.dio');
  expect(run).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('cannot write "lion.safetensors": it is a folder'),
  });
  expect(blocked.list()).toEqual(before);
});

test.each([
  ['{', 2, 'it is not JSON'],
  ['[[1, 2]', 2, 'it is not JSON'],
  ['{}', 1, ''],
  ['[[1, 2], [3]]', 1, ''],
  ['["\u0000"]', 2, 'NUL'],
])('appearances that are %s are refused', async (content, code, message) => {
  const here = folder({ ...FILES, 'a.json': content });
  const run = await here.run('import raw lion.txt --appearances a.json --space clip -o lion.dio');
  expect(run).toMatchObject({ code, stderr: expect.stringContaining(message) });
  expect(here.list()).toEqual(['a.json', 'lion.txt', 'r.json']);
});

test('standard input', async () => {
  const run = await folder().run('import raw -', { stdin: 'set_camera(88.130)\n' });
  expect(run).toEqual({ code: 0, stdout: expect.stringContaining('pitch: -1.87'), stderr: '' });
});
