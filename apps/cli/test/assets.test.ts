// `diorama assets`: the journeys of importing, looking, checking and exporting.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAsset } from '@diorama/assets';
import { decodeImage } from '@diorama/images';
import { describe, expect, test } from 'vitest';
import { ANIMAL, boxes, glb, gltf, TREE } from '../../../packages/asset-files/test/support/glb.ts';
import { folder } from './support.ts';

// biome-ignore lint/suspicious/noExplicitAny: JSON that was written
type Manifest = { assets: any[]; [other: string]: unknown };

/** Metres. */
const grown =
  (height: number) =>
  ([x, y, z]: readonly [number, number, number]) =>
    [height * x, height * y, height * z] as const;
const COW = glb(gltf(boxes(ANIMAL, grown(1.45))));
const OAK = glb(gltf(boxes(TREE, grown(20))));
const MODELS = { 'pack/farm/Cow.glb': COW, 'pack/Oak.glb': OAK, 'pack/notes.txt': 'not a model' };

const manifestOf = (here: ReturnType<typeof folder>): Manifest => JSON.parse(here.read('lib/assets.json'));

describe('import', () => {
  test('writes a library that programs can use', async () => {
    const here = folder({
      ...MODELS,
      'a.dio': 'herbivore { at: (0, -8), height: 1.4, appearance: asset("herbivore/cow") }\n',
    });
    const run = await here.run('assets import pack -o lib --licence CC0-1.0 --author Nobody');
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toContain('pack/farm/Cow.glb → cow.glb, herbivore/cow: class herbivore, by its name');
    expect(run.stderr).toContain('front +Z, by its two like sides and its raised head');
    expect(run.stderr).toContain('lib: 2 models imported\n');
    expect(readdirSync(join(here.path, 'lib')).sort()).toEqual(['assets.json', 'cow.glb', 'oak.glb']);
    expect(manifestOf(here).assets).toMatchObject([
      { file: 'cow.glb', class: 'herbivore', species: 'cow', tags: ['farm'], licence: 'CC0-1.0', author: 'Nobody' },
      { file: 'oak.glb', class: 'tree', species: 'oak', standing: 'foot' },
    ]);
    expect(await here.run('render a.dio --library lib --size 32x32 -o a.png')).toMatchObject({
      code: 0,
      stderr: 'wrote a.png\n',
    });
    expect(await here.run('assets validate lib --strict')).toMatchObject({ code: 0 });
  });

  test('skips what did not change, and imports what did', async () => {
    const here = folder(MODELS);
    await here.run('assets import pack -o lib');
    const again = await here.run('assets import pack -o lib');
    expect(again).toEqual({ code: 0, stdout: '', stderr: 'lib: 0 models imported, 2 skipped: they did not change\n' });
    writeFileSync(join(here.path, 'pack/Oak.glb'), glb(gltf(boxes(TREE, grown(25)))));
    expect((await here.run('assets import pack -o lib')).stderr).toContain('1 model imported, 1 skipped');
    rmSync(join(here.path, 'lib/cow.glb'));
    expect((await here.run('assets import pack -o lib')).stderr).toContain('1 model imported, 1 skipped');
    expect((await here.run('assets import pack -o lib --licence MIT')).stderr).toContain('2 models imported');
  });

  test('keeps what was changed by hand', async () => {
    const here = folder(MODELS);
    await here.run('assets import pack -o lib');
    const manifest = manifestOf(here);
    Object.assign(manifest.assets[0], { species: 'aurochs', names: ['aurochs'], front: '-Z', licence: 'CC0-1.0' });
    manifest.title = 'mine';
    writeFileSync(join(here.path, 'lib/assets.json'), JSON.stringify(manifest));
    const { stderr } = await here.run('assets import pack -o lib --author Nobody');
    expect(stderr).toContain('kept as you changed it: species, names, licence, front\n');
    const now = manifestOf(here);
    expect(now.title).toBe('mine');
    expect(now.assets[0]).toMatchObject({ species: 'aurochs', names: ['aurochs'], front: '-Z', author: 'Nobody' });
    // And the library looks the other way.
    expect((await here.run('assets show herbivore/aurochs --library lib')).stdout).toContain('names        aurochs\n');
  });

  test('believes the manifest beside the models', async () => {
    const said = { assets: [{ file: 'farm/Cow.glb', class: 'carnivore', species: 'cave-lion', front: '+X' }] };
    const here = folder({ ...MODELS, 'pack/assets.json': JSON.stringify(said) });
    expect((await here.run('assets import pack -o lib')).stderr).toContain('front +X, as the manifest says');
    expect(manifestOf(here).assets[0]).toMatchObject({ class: 'carnivore', species: 'cave-lion' });
  });

  test('says where that manifest names what is not there', async () => {
    const said = { assets: [{ file: 'Cow.glb', class: 'herbivore' }] };
    const here = folder({ ...MODELS, 'pack/assets.json': JSON.stringify(said) });
    const run = await here.run('assets import pack -o lib');
    expect(run).toMatchObject({ code: 0, stderr: expect.stringContaining('names Cow.glb, which is not there\n') });
  });

  test('two folders go into one library', async () => {
    const here = folder({ ...MODELS, 'other/Cow.glb': glb(gltf(boxes(ANIMAL, grown(1.5)))) });
    await here.run('assets import pack -o lib');
    await here.run('assets import other -o lib');
    expect(manifestOf(here).assets.map(({ file }) => file)).toEqual(['cow-2.glb', 'cow.glb', 'oak.glb']);
    expect((await here.run('assets import pack -o lib')).stderr).toContain('2 skipped');
  });

  test('two folders of one name do, too, and are known again where both moved', async () => {
    const here = folder({ 'all/a/glb/Cow.glb': COW, 'all/b/glb/Cow.glb': glb(gltf(boxes(ANIMAL, grown(1.5)))) });
    await here.run('assets import all/a/glb -o all/lib');
    const first = readFileSync(join(here.path, 'all/lib/cow.glb'));
    await here.run('assets import all/b/glb -o all/lib');
    renameSync(join(here.path, 'all'), join(here.path, 'moved'));
    expect(readFileSync(join(here.path, 'moved/lib/cow.glb'))).toEqual(first);
    const { assets } = JSON.parse(here.read('moved/lib/assets.json'));
    expect(assets).toMatchObject([
      { file: 'cow-2.glb', tags: [], imported: { from: '../b/glb/Cow.glb' } },
      { file: 'cow.glb', tags: [], imported: { from: '../a/glb/Cow.glb' } },
    ]);
    expect((await here.run('assets import moved/b/glb -o moved/lib')).stderr).toContain('0 models imported, 1 skipped');
  });

  test.each<[what: string, uri: string, name: string, print: (json: object) => string | Uint8Array]>([
    ['white space first', 'cow.bin', 'cow.bin', (json) => `\n  ${JSON.stringify(json)}`],
    ['dots within its name', 'cow..1.bin', 'cow..1.bin', (json) => JSON.stringify(json)],
    ['percent signs', 'cow%20one.bin', 'cow one.bin', (json) => JSON.stringify(json)],
    ['a binary file', 'cow.bin', 'cow.bin', (json) => glb({ json: json as never, binary: new Uint8Array() })],
  ])('a change of what is beside a model is a change: %s', async (_, uri, name, print) => {
    const model = (height: number) =>
      gltf(boxes(ANIMAL, grown(height)), (json) => {
        json.buffers[0].uri = uri;
      });
    const { json, binary } = model(1.4);
    const here = folder({ 'pack/Cow.gltf': print(json), [`pack/${name}`]: binary });
    expect((await here.run('assets import pack -o lib')).stderr).toContain('1 model imported');
    expect((await here.run('assets import pack -o lib')).stderr).toContain('1 skipped');
    writeFileSync(join(here.path, 'pack', name), model(1.5).binary);
    expect((await here.run('assets import pack -o lib')).stderr).toContain('lib: 1 model imported\n');
  });

  test('an empty folder makes no library', async () => {
    const here = folder({ 'empty/readme.txt': '' });
    await here.run('assets import empty -o lib');
    expect(existsSync(join(here.path, 'lib'))).toBe(false);
  });

  test('a broken model keeps no other from its turn', async () => {
    const here = folder({ ...MODELS, 'pack/Bad.glb': COW.subarray(0, 300), 'pack/Empty.gltf': '' });
    const run = await here.run('assets import pack -o lib');
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('error[unreadable-asset]');
    expect(run.stderr).toContain('pack/Bad.glb');
    expect(run.stderr).toContain('lib: 2 models imported, 2 failed\n');
    expect(readdirSync(join(here.path, 'lib')).sort()).toEqual(['assets.json', 'cow.glb', 'oak.glb']);
  });

  test.each<[args: string, code: number, said: RegExp]>([
    ['assets import none -o lib', 2, /cannot read "none": no such file/],
    ['assets import pack/Oak.glb -o lib', 2, /cannot read "pack\/Oak\.glb"/],
    ['assets import empty -o lib', 1, /no \.glb or \.gltf file in empty/],
    ['assets import pack -o pack', 2, /would overwrite the models/],
    ['assets import pack -o pack/Oak.glb', 2, /cannot write "pack\/Oak\.glb": it is a file/],
    ['assets import pack', 2, /required option '-o, --output/],
    ['assets import odd -o lib', 1, /odd\/assets\.json/],
    ['assets import pack -o broken', 1, /it is not JSON\. Correct it, or take it away/],
  ])('%s', async (args, code, said) => {
    const here = folder({
      ...MODELS,
      'empty/readme.txt': '',
      'odd/assets.json': '{ "assets": [{}] }',
      'broken/assets.json': '{',
    });
    const run = await here.run(args);
    expect(run.stderr).toMatch(said);
    expect(run.code).toBe(code);
    expect(here.read('broken/assets.json')).toBe('{');
  });

  test('a library inside the folder is not imported again', async () => {
    const here = folder(MODELS);
    await here.run('assets import pack -o pack/lib');
    expect((await here.run('assets import pack -o pack/lib')).stderr).toContain('0 models imported, 2 skipped');
  });

  test('Ctrl+C ends it between two models, and the next run goes on', async () => {
    const models = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`pack/Cow${index}.glb`, COW]));
    const here = folder(models);
    const running = here.start('assets import pack -o lib');
    while (!running.said().includes('Cow1.glb →')) await new Promise((resolve) => setTimeout(resolve, 2));
    running.interrupt();
    const { code, stderr } = await running.done;
    expect(code).toBe(1);
    expect(stderr).toContain('the same command goes on where it was');
    const done = manifestOf(here).assets.length;
    expect(done).toBeLessThan(30);
    expect(readdirSync(join(here.path, 'lib')).filter((name) => name.endsWith('.glb'))).toHaveLength(done);
    const rest = await here.run('assets import pack -o lib');
    expect(rest.stderr).toContain(`${30 - done} models imported, ${done} skipped`);
  });
});

describe('list, show and search', () => {
  test('list all, or a class', async () => {
    const { code, stdout } = await folder().run('assets list');
    expect(code).toBe(0);
    for (const id of ['carnivore/lion', 'tree/oak', 'ground/short-grass'])
      expect(stdout).toMatch(new RegExp(`^${id} `, 'm'));
    const birds = JSON.parse((await folder().run('assets list --class bird --json')).stdout);
    expect(birds.length).toBeGreaterThan(5);
    for (const bird of birds) {
      expect(bird).toMatchObject({ class: 'bird', licence: 'Apache-2.0', poses: expect.arrayContaining(['fly']) });
    }
  });

  test('show everything, with the triangles of each detail', async () => {
    const shown = JSON.parse((await folder().run('assets show tree/oak --json')).stdout);
    expect(shown).toMatchObject({ id: 'tree/oak', class: 'tree', names: expect.arrayContaining(['oak']) });
    expect(shown.triangles.high).toBeGreaterThanOrEqual(shown.triangles.low);
    expect((await folder().run('assets show ground/short-grass')).stdout).toContain('short grass');
  });

  test('draw what is shown', async () => {
    const here = folder();
    const run = await here.run('assets show tree/oak#5 --detail low --size 48 -o oak.png');
    expect(run).toMatchObject({ code: 0, stderr: 'wrote oak.png\n' });
    expect(decodeImage(readFileSync(join(here.path, 'oak.png')))).toMatchObject({ width: 48, height: 48 });
    expect(await here.run('assets show ground/short-grass -o grass.png')).toMatchObject({ code: 0 });
  });

  test('search, best first', async () => {
    const found = JSON.parse((await folder().run(['assets', 'search', 'oak tree', '--json'])).stdout);
    expect(found[0].id).toMatch(/oak/);
    const scores = found.map(({ score }: { score: number }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const swans = await folder().run(['assets', 'search', 'a robin', '--class', 'bird']);
    expect(swans.stdout).toMatch(/^1\.00 {2}bird\/robin/);
    expect(await folder().run('assets search qqqq')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing'),
    });
  });

  test('search among objects finds no animals, plants or stones', async () => {
    expect(await folder().run(['assets', 'search', 'oak', '--class', 'object'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/nothing in the library is of class object: there are bird, .*, tree and ground/),
    });
  });

  test.each<[args: string, said: RegExp]>([
    ['assets show tree/okk', /there is no asset tree\/okk; like it: tree\/oak/],
    ['assets show tree/oak --pose walk', /tree\/oak cannot walk: it has no poses/],
    ['assets show carnivore/lion --pose dance', /its poses are stand, walk/],
    ['assets show carnivore/lion --phase 2', /--phase is from 0 to 1/],
    ['assets show tree/oak --size 0', /--size is a whole number/],
    ['assets list --class dragon', /Allowed choices are/],
    ['assets list --library none', /cannot read "none"/],
    ['assets sheet -o sheet.jpg', /a sheet is a \.png or an \.html file/],
    ['assets sheet tree/oak --variants many -o a.png', /--variants is a whole number/],
    ['assets sheet --variants 999 --size 512 -o a.png', /pictures are too many/],
    ['assets export tree/oak -o oak.obj', /written as a \.glb file/],
    ['assets export tree/oak --height 0 -o oak.glb', /--height is more than 0/],
    ['assets export tree/oak --rig -o oak.glb', /tree\/oak has no skeleton/],
    ['assets export carnivore/lion --rig --pose walk -o a.glb', /leave --pose and --phase out/],
    ['assets export carnivore/lion --rig --phase 0.5 -o a.glb', /leave --pose and --phase out/],
    ['assets show tree/oak -o o.jpg', /a picture is a \.png file, not o\.jpg/],
  ])('%s makes no sense', async (args, said) => {
    const here = folder();
    const run = await here.run(args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(said);
    expect(here.list()).toEqual([]);
  });
});

describe('sheet', () => {
  test('a picture with a label under each', async () => {
    const here = folder();
    const [boulder] = JSON.parse((await here.run('assets list --class boulder --json')).stdout);
    const run = await here.run(`assets sheet ${boulder.id} --variants 3 --detail low --size 40 -o sheet.png`);
    expect(run).toMatchObject({ code: 0, stderr: 'wrote sheet.png: 3 pictures\n' });
    const image = decodeImage(readFileSync(join(here.path, 'sheet.png')));
    if ('undecodable' in image) throw new Error(image.undecodable);
    expect(image).toMatchObject({ width: 80, height: 108 });
    const dark = (row: number) => {
      const line = image.pixels.subarray(4 * row * image.width, 4 * (row + 1) * image.width);
      return line.some((value, at) => at % 4 === 0 && value < 60);
    };
    expect([43, 44, 45].some(dark)).toBe(true);
  });

  test('a page that needs no network', async () => {
    const here = folder();
    await here.run('assets sheet --class boulder --detail low --size 32 -o sheet.html');
    const page = here.read('sheet.html');
    const ids = JSON.parse((await here.run('assets list --class boulder --json')).stdout);
    expect(page.match(/<figure /g)).toHaveLength(ids.length);
    expect(page).toContain('type="search"');
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
  });
});

describe('a sheet of grounds', () => {
  test('has a picture of each, full of its ground', async () => {
    const here = folder();
    const grounds = JSON.parse((await here.run('assets list --class ground --json')).stdout);
    const run = await here.run('assets sheet --class ground --size 24 -o grounds.png');
    expect(run.code).toBe(0);
    expect(run.stderr).toContain(`wrote grounds.png: ${grounds.length} pictures\n`);
    await here.run('assets sheet ground/snow ground/short-grass --size 24 -o two.png');
    const image = decodeImage(readFileSync(join(here.path, 'two.png')));
    if ('undecodable' in image) throw new Error(image.undecodable);
    const greens = [0, 24].map((left) => {
      const row = image.pixels.subarray(4 * (12 * image.width + left), 4 * (12 * image.width + left + 24));
      return row.filter((_, at) => at % 4 === 1).reduce((sum, value) => sum + value, 0) / 24;
    });
    expect(greens[0]).toBeGreaterThan(greens[1]! + 60);
  });
});

describe('a sheet of many pages', () => {
  test('has links from each to the others', async () => {
    const here = folder();
    const run = await here.run('assets sheet bush/grass-tuft --variants 501 --detail low --size 16 -o a.html');
    expect(run.stderr.split('\n')).toEqual(
      expect.arrayContaining(['wrote a.html: 500 pictures', 'wrote a-2.html: 1 picture']),
    );
    expect(here.read('a.html').match(/<figure /g)).toHaveLength(500);
    expect(here.read('a.html')).toContain('<a href="a-2.html">2</a>');
    expect(here.read('a-2.html')).toContain('<a href="a.html">1</a>');
  });
});

describe('validate', () => {
  test('what is wrong is located, and fails', async () => {
    const here = folder(MODELS);
    await here.run('assets import pack -o lib --licence CC0-1.0');
    const manifest = manifestOf(here);
    manifest.assets[1].heights = [300, 400];
    delete manifest.assets[0].licence;
    manifest.assets.push({ file: 'gone.glb' }, { ...manifest.assets[0], file: 'cow-2.glb' });
    writeFileSync(join(here.path, 'lib/assets.json'), JSON.stringify(manifest));
    const bad = gltf(boxes(TREE), (json) => {
      json.accessors[0].max = [9, 9, 9];
    });
    writeFileSync(join(here.path, 'lib/shrub.glb'), glb(bad));
    const { code, stdout } = await here.run('assets validate lib --json');
    expect(code).toBe(1);
    const found = JSON.parse(stdout).map(
      ({ file, severity, message }: Record<string, string>) => `${severity} ${file}: ${message}`,
    );
    for (const fact of [
      'error lib/assets.json: it names gone.glb, which is not there',
      'error lib/assets.json: cow.glb and cow-2.glb are both herbivore/cow',
      'warning lib/cow.glb: it has no licence',
      expect.stringMatching(/^warning lib\/oak\.glb: it is 300 to 400 m high/),
      expect.stringMatching(/^error lib\/shrub\.glb: ACCESSOR_MAX_MISMATCH/),
    ]) {
      expect(found).toContainEqual(fact);
    }
  });

  test('buffers beside a .gltf are looked at', async () => {
    const { json, binary } = gltf(boxes(TREE, grown(20)), (one) => {
      one.buffers[0].uri = 'oak%20data.bin';
    });
    const assets = [{ file: 'Oak.gltf', class: 'tree', species: 'oak', licence: 'CC0-1.0', heights: [10, 30] }];
    const here = folder({
      'lib/Oak.gltf': JSON.stringify(json),
      'lib/oak data.bin': binary,
      'lib/assets.json': JSON.stringify({ assets }),
    });
    expect(await here.run('assets validate lib')).toMatchObject({ code: 0, stdout: '' });
    // The least and the greatest of the accessor are others now.
    const taller = gltf(boxes(TREE, grown(25))).binary;
    writeFileSync(join(here.path, 'lib/oak data.bin'), taller);
    const run = await here.run('assets validate lib');
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('ACCESSOR_MAX_MISMATCH') });
  });

  test('poses that a file has not are told', async () => {
    const assets = [{ file: 'cow.glb', class: 'herbivore', species: 'cow', poses: { walk: 'Strut' } }];
    const here = folder({ 'lib/cow.glb': COW, 'lib/assets.json': JSON.stringify({ assets }) });
    const { stderr } = await here.run('assets validate lib');
    expect(stderr).toContain('assets.json says that it has a clip Strut for walk, which it has not');
  });

  test('warnings fail only where that is asked for', async () => {
    const here = folder(MODELS);
    await here.run('assets import pack -o lib');
    expect(await here.run('assets validate lib')).toMatchObject({ code: 0 });
    expect(await here.run('assets validate lib --strict')).toMatchObject({ code: 1 });
  });

  test('the built-in boulders are sound', async () => {
    expect(await folder().run('assets validate --class boulder')).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('export', () => {
  test('a built-in asset, of a height', async () => {
    const here = folder();
    const run = await here.run('assets export tree/oak#2 --detail low --height 12 -o oak.glb');
    expect(run).toMatchObject({ code: 0, stderr: 'wrote oak.glb\n' });
    const { value, diagnostics } = readAsset('oak.glb', readFileSync(join(here.path, 'oak.glb')), () => undefined);
    expect(diagnostics).toEqual([]);
    expect(value?.copyright).toBe('Apache-2.0');
  });

  test('a skeleton, whose clips are poses where it is read again', async () => {
    const manifest = { assets: [{ file: 'lion.glb', class: 'carnivore', species: 'my-lion' }] };
    const here = folder({ 'lib/assets.json': JSON.stringify(manifest) });
    const run = await here.run('assets export carnivore/lion --rig --detail low -o lib/lion.glb');
    expect(run).toMatchObject({ code: 0, stderr: 'wrote lib/lion.glb\n' });
    const shown = await here.run('assets show carnivore/my-lion --library lib --json');
    expect(JSON.parse(shown.stdout)).toMatchObject({ poses: expect.arrayContaining(['stand', 'walk']) });
    expect((await here.run('assets validate lib')).code).toBe(0);
  });

  test('one of the user’s own', async () => {
    const here = folder(MODELS);
    await here.run('assets import pack -o lib --licence CC0-1.0 --author Nobody');
    expect(await here.run('assets export tree/oak --library lib -o oak.glb')).toMatchObject({ code: 0 });
    const { value } = readAsset('oak.glb', readFileSync(join(here.path, 'oak.glb')), () => undefined);
    expect(value?.copyright).toBe('Nobody, CC0-1.0');
    const rigged = await here.run('assets export tree/oak --library lib --rig -o rig.glb');
    expect(rigged).toMatchObject({ code: 2, stderr: expect.stringContaining('--rig is for built-in animals') });
  });
});

test.each(['import', 'list', 'show', 'search', 'sheet', 'validate', 'export'])(
  'the examples of assets %s run',
  async (command) => {
    const here = folder({ 'models/Cow.glb': COW });
    await here.run('assets import models -o my-models');
    const { stdout } = await here.run(`assets ${command} --help`);
    const examples = [...stdout.matchAll(/^ {2}diorama (.+)$/gm)].map(([, example = '']) => example);
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      const run = await here.run(words);
      expect(run, `${example}\n${run.stderr}`).toMatchObject({ code: 0 });
    }
  },
);

test('a library is no file that was checked', async () => {
  const here = folder({ ...MODELS, 'a.dio': 'tree { at: (0, -8), height: 5 }\n' });
  await here.run('assets import pack -o lib');
  expect((await here.run('check a.dio --library lib')).stderr).toContain('1 file checked');
});

test('details reach programs', async () => {
  const here = folder({ 'a.dio': 'tree { at: (0, -8), height: 5, appearance: asset("tree/oak") }\n' });
  const size = async (detail: string) => {
    await here.run(`compile a.dio --to gltf --detail ${detail} -o ${detail}.glb`);
    return readFileSync(join(here.path, `${detail}.glb`)).length;
  };
  const [high, low] = [await size('high'), await size('low')];
  expect(low).toBeLessThan(high);
  expect(await here.run('compile a.dio --to gltf --detail tiny')).toMatchObject({ code: 2 });
});

/** Nobody needs them, so their absence is no skipped test. */
const samples = process.env.DIORAMA_SAMPLE_ASSETS ?? '';
if (existsSync(samples))
  test('models that others made walk (DIORAMA_SAMPLE_ASSETS names their folder)', async () => {
    const here = folder({
      'a.dio': 'carnivore { at: (0, -3), height: 0.9, pose: walk, phase: 0.3, appearance: asset("carnivore/wolf") }\n',
      'b.dio': 'carnivore { at: (0, -3), height: 0.9, appearance: asset("carnivore/wolf") }\n',
    });
    mkdirSync(join(here.path, 'pack'));
    writeFileSync(join(here.path, 'pack/Wolf.glb'), readFileSync(join(samples, 'Wolf.glb')));
    await here.run('assets import pack -o lib --licence CC0-1.0');
    for (const name of ['a', 'b']) {
      const run = await here.run(`render ${name}.dio --library lib --size 64x48 -o ${name}.png`);
      expect(run).toMatchObject({ code: 0, stderr: `wrote ${name}.png\n` });
    }
    expect(here.read('a.png')).not.toBe(here.read('b.png'));
    expect((await here.run('assets validate lib')).code).toBe(0);
  });
