// `diorama compile`: which files it writes, and what it says instead where it cannot.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSampleModels } from '../../../packages/conformance/src/sample-models.ts';
import { BROKEN, folder } from './support.ts';

/** A program that needs no models, so that it is compiled soon. */
const PLAIN = 'scene { name: "Plain" }\nground { color: #446633 }\nbox crate { at: (0, -4), size: (1, 2, 1) }\n';
const HAZY = `haze { visibility: 300m }\n${PLAIN}`;
const FILES = { 'a.dio': PLAIN, 'b.dio': PLAIN, 'broken.dio': BROKEN, 'sub/a.dio': PLAIN, 'out/keep.txt': 'kept' };
const given = Object.keys(FILES);

/** What a run left behind beside what it was given. */
function fresh(names: readonly string[]): readonly string[] {
  return names.filter((name) => !given.includes(name) && name !== 'sub' && name !== 'out');
}

test.each<[args: string, written: readonly string[]]>([
  ['a.dio --to gltf', ['a.glb']],
  ['a.dio --to three', ['a.three.js']],
  ['a.dio --to html', ['a.html']],
  ['a.dio --to blender', ['a.py']],
  ['sub/a.dio --to gltf', ['a.glb']],
  ['a.dio --to gltf -o x.glb', ['x.glb']],
  ['a.dio --to gltf -o x.gltf', ['x-1.png', 'x.bin', 'x.gltf']],
  ['a.dio --to gltf -o out', ['out/a.glb']],
  ['a.dio --to gltf -o new/', ['new', 'new/a.glb']],
  ['a.dio --to gltf -o new/deep/x.glb', ['new', 'new/deep', 'new/deep/x.glb']],
  ['a.dio --to gltf,blender', ['a.glb', 'a.py']],
  ['a.dio --to gltf,blender -o new', ['new', 'new/a.glb', 'new/a.py']],
  ['a.dio --to gltf --to blender --to gltf', ['a.glb', 'a.py']],
  ['a.dio b.dio --to gltf', ['a.glb', 'b.glb']],
  ['a.dio b.dio --to gltf -o new', ['new', 'new/a.glb', 'new/b.glb']],
  ['a.dio a.dio --to gltf -o new.glb', ['new.glb']],
  ['a.dio broken.dio b.dio --to gltf', ['a.glb', 'b.glb']],
])('compile %s', async (args, written) => {
  const here = folder(FILES);
  const run = await here.run(`compile ${args}`);
  expect(run, run.stderr).toMatchObject({ code: args.includes('broken') ? 1 : 0, stdout: '' });
  expect(fresh(here.list())).toEqual(written);
  expect(here.read('out/keep.txt')).toBe('kept');
  for (const name of written.filter((name) => /\.(?:glb|gltf|py|html|js)$/.test(name))) {
    const others = name.endsWith('.gltf') ? ', with x.bin, x-1.png' : '';
    expect(run.stderr).toContain(`wrote ${name}${others}\n`);
    expect(here.read(name).length).toBeGreaterThan(1000);
  }
});

test.each<[args: string, code: 1 | 2, said: RegExp]>([
  ['a.dio --to obj', 2, /--to does not know obj; it knows gltf, three, html, blender/],
  ['a.dio --to toString', 2, /--to does not know toString/],
  ['a.dio --to __proto__', 2, /--to does not know __proto__/],
  ['a.dio --to gltf,obj', 2, /--to does not know obj/],
  ['a.dio --to ,', 2, /--to says what to write: gltf, three, html, blender/],
  ['a.dio', 2, /--to/],
  ['--to gltf', 2, /missing required argument 'files'/],
  ['none.dio --to gltf', 2, /cannot read "none\.dio"/],
  ['broken.dio --to gltf', 1, /broken\.dio/],
  ['a.dio --to gltf -o -', 2, /compile writes files/],
  ['a.dio --to gltf -o a.dio', 2, /"a\.dio" is a program: it is not written over/],
  ['a.dio --to gltf -o sub/../a.dio', 2, /is a program/],
  ['a.dio sub/a.dio --to gltf', 2, /two results would be written to "a\.glb"/],
  ['a.dio --to gltf -o a.dio/x.glb', 2, /cannot write "a\.dio/],
  ['a.dio --to gltf --instancing some', 2, /nodes, gpu/],
  ['a.dio --to gltf --compression zip', 2, /none, quantize, meshopt/],
  ['a.dio --to gltf --library none', 2, /cannot read "none"/],
  ['a.dio --to gltf --library a.dio', 2, /cannot read "a\.dio": it is no folder/],
])('compile %s → %i, and writes nothing', async (args, code, said) => {
  const here = folder(FILES);
  const run = await here.run(`compile ${args}`);
  expect(run, run.stderr).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(said) });
  expect(fresh(here.list())).toEqual([]);
  expect(here.read('a.dio')).toBe(PLAIN);
});

test('standard input is a scene', async () => {
  const here = folder();
  const run = await here.run('compile - --to gltf', { stdin: PLAIN });
  expect(run, run.stderr).toMatchObject({ code: 0 });
  expect(here.list()).toEqual(['scene.glb']);
});

describe('a file that is there', () => {
  test('is replaced as a whole', async () => {
    const here = folder({ 'a.dio': PLAIN, 'a.py': '# old\n'.repeat(500_000) });
    expect(await here.run('compile a.dio --to blender')).toMatchObject({ code: 0 });
    expect(here.read('a.py')).not.toContain('# old');
    expect(here.list()).toEqual(['a.dio', 'a.py']);
  });

  test('stays if one of several targets cannot be written', async () => {
    const here = folder({ 'a.dio': PLAIN, 'out/a.glb': 'old', 'out/a.py/in-the-way': '' });
    const run = await here.run('compile a.dio --to gltf,blender -o out');
    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot write "out/a.py"') });
    expect(here.read('out/a.glb')).toBe('old');
    expect(here.list()).toEqual(['a.dio', 'out', 'out/a.glb', 'out/a.py', 'out/a.py/in-the-way']);
  });

  test('stays if the program has an error', async () => {
    const here = folder({ 'a.dio': BROKEN, 'a.glb': 'old' });
    expect(await here.run('compile a.dio --to gltf')).toMatchObject({ code: 1 });
    expect(here.read('a.glb')).toBe('old');
  });
});

test.skipIf(process.platform === 'win32')('a full disk is told', async () => {
  const here = folder({ 'a.dio': PLAIN });
  const run = await here.run('compile a.dio --to blender -o /dev/full');
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot write "/dev/full": ') });
  expect(run.stderr).not.toContain('wrote');
});

test('the same program gives the same bytes, wherever it is written', async () => {
  const [one, other] = [folder(FILES), folder(FILES)];
  await one.run('compile a.dio --to gltf,three,html,blender -o out');
  await other.run('compile a.dio --to blender,html,three,gltf -o out');
  for (const name of ['a.glb', 'a.three.js', 'a.html', 'a.py']) {
    expect(readFileSync(join(one.path, 'out', name)).equals(readFileSync(join(other.path, 'out', name)))).toBe(true);
  }
});

test('what a target cannot say is told, and counts as an error if warnings do', async () => {
  const here = folder({ 'a.dio': HAZY });
  const run = await here.run('compile a.dio --to gltf');
  expect(run).toMatchObject({ code: 0, stderr: expect.stringMatching(/gltf-no-haze[\s\S]*a\.dio:1:1/) });
  expect(await folder({ 'a.dio': HAZY }).run('compile a.dio --to gltf --strict')).toMatchObject({ code: 1 });
  expect(await folder({ 'a.dio': HAZY }).run('compile a.dio --to html --strict')).toMatchObject({ code: 0 });
});

describe('options of single targets', () => {
  const rows = 'ground { color: #446633 }\nfor i in 0..<5 { box { at: (i * 1m, -8), size: (1, 1, 1) } }\n';

  test('--mesh-data puts the meshes beside a Blender program', async () => {
    const here = folder({ 'a.dio': rows });
    expect(await here.run('compile a.dio --to blender --mesh-data parts -o out/')).toMatchObject({ code: 0 });
    const [main, ...others] = here.list().filter((name) => name.startsWith('out/') && name !== 'out/parts');
    expect(main).toBe('out/a.py');
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter((name) => !name.startsWith('out/parts/'))).toEqual([]);
  });

  test('--no-sky leaves out the dome', async () => {
    const here = folder({ 'a.dio': rows });
    await here.run('compile a.dio --to gltf -o with.glb');
    await here.run('compile a.dio --to gltf --no-sky -o without.glb');
    expect(here.read('without.glb').length).toBeLessThan(here.read('with.glb').length);
  });
});

describe('assets', () => {
  const program = (asset: string) =>
    `ground { color: #446633 }\nobject thing { at: (0, -4), height: 1, appearance: asset("${asset}") }\n`;

  test('a folder of models is used', async () => {
    const models = await sampleFiles();
    const here = folder({ 'a.dio': program('object/crate'), ...models });
    const run = await here.run('compile a.dio --to gltf --library models');
    expect(run, run.stderr).toMatchObject({ code: 0 });
    expect(here.read('a.glb')).toContain('object/crate');
  });

  test('a damaged model in it is told, by its file', async () => {
    const models = await sampleFiles();
    const files = { 'a.dio': program('object/crate'), ...models, 'models/damaged.glb': 'glTF\u0002nothing' };
    const here = folder(files);
    const run = await here.run('compile a.dio --to gltf --library models');
    expect(run.stderr).toContain('models/damaged.glb');
    expect(run.code).not.toBe(70);
  });

  test('a missing one is an error that names candidates', async () => {
    const here = folder({ 'a.dio': 'tree oak { at: (0, -4), height: 5, appearance: asset("tree/okk") }\n' });
    const run = await here.run('compile a.dio --to gltf');
    expect(run).toMatchObject({ code: 1, stderr: expect.stringMatching(/a\.dio:1[\s\S]*tree\/oak/) });
    expect(here.list()).toEqual(['a.dio']);
  });

  test('--placeholder draws a box in its place, and warns', async () => {
    const here = folder({ 'a.dio': `ground { color: #446633 }\n${program('object/none').split('\n')[1]}\n` });
    const run = await here.run('compile a.dio --to gltf --placeholder');
    expect(run).toMatchObject({ code: 0, stderr: expect.stringMatching(/warning[\s\S]*object\/none/) });
    expect(here.read('a.glb')).toContain('"thing"');
    expect(await here.run('compile a.dio --to gltf --placeholder --strict')).toMatchObject({ code: 1 });
  });
});

async function sampleFiles(): Promise<Record<string, Uint8Array>> {
  const { world, folder: name, listing } = await makeSampleModels();
  return Object.fromEntries(
    listing.map((file) => {
      const bytes = world.readBytes(`${name}/${file}`);
      if ('unreadable' in bytes) throw new Error(bytes.unreadable);
      return [`models/${file}`, bytes];
    }),
  );
}
