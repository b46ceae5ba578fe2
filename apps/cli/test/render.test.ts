// `diorama render`: the files that it writes are read back exactly, and what cannot be drawn is told.
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeImage } from '@diorama/images';
import { decode } from 'fast-png';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { BROKEN, folder } from './support.ts';

/** A wall 4 m before the eye, whose front fills the picture's middle; sky above, ground below. */
const WALL =
  'camera { position: (0, 1, 0), fov: 60, aspect: 2 }\nground { color: #446633 }\nbox wall { at: (0, -5), size: (4, 2, 2), color: #c0c0c0 }\n';
const FILES = { 'a.dio': WALL, 'broken.dio': BROKEN };

afterEach(() => vi.unstubAllEnvs());

test.each<[args: string, width: number, height: number]>([
  ['--size 64x32', 64, 32],
  ['--size 31×17', 31, 17],
  ['--size 1x1', 1, 1],
  ['', 1024, 512],
])('render %s gives %i × %i pixels', async (args, width, height) => {
  const here = folder(FILES);
  const run = await here.run(`render a.dio -o a.png ${args}`.trim());
  expect(run, run.stderr).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('wrote a.png\n') });
  expect(here.list()).toEqual(['a.dio', 'a.png', 'broken.dio']);
  expect(decode(await readFile(join(here.path, 'a.png')))).toMatchObject({ width, height, depth: 8 });
});

describe('ids and depth', () => {
  const size = { width: 40, height: 20 };
  const middle = 10 * size.width + 20;

  test('as pictures', async () => {
    const here = folder(FILES);
    const run = await here.run('render a.dio --size 40x20 --ids ids.png --depth depth.png');
    expect(run, run.stderr).toMatchObject({ code: 0 });
    expect(here.list()).toEqual(['a.dio', 'broken.dio', 'depth.png', 'ids.png']);
    const ids = decode(await readFile(join(here.path, 'ids.png')));
    const depth = decode(await readFile(join(here.path, 'depth.png')));
    expect(ids).toMatchObject({ ...size, channels: 3, depth: 8 });
    expect([...ids.data.subarray(3 * middle, 3 * middle + 3)]).toEqual([2, 0, 0]);
    expect([...ids.data.subarray(0, 3)]).toEqual([0, 0, 0]);
    expect(depth).toMatchObject({ ...size, channels: 1, depth: 16 });
    expect(depth.data[middle]).toBe(400);
    expect(depth.data[0]).toBe(65_535);
  });

  test('as arrays, which agree with the pictures', async () => {
    const here = folder(FILES);
    await here.run('render a.dio --size 40x20 --ids ids.png --depth depth.png');
    await here.run('render a.dio --size 40x20 --ids ids.npy --depth depth.npy');
    const ids = readNpy(await readFile(join(here.path, 'ids.npy')));
    const depth = readNpy(await readFile(join(here.path, 'depth.npy')));
    expect(ids).toMatchObject({ type: '<u4', shape: [20, 40] });
    expect(depth).toMatchObject({ type: '<f4', shape: [20, 40] });
    const idPicture = decode(await readFile(join(here.path, 'ids.png'))).data;
    expect([...ids.values]).toEqual(
      ids.values.map((_, i) => (idPicture[3 * i] ?? 0) + 256 * (idPicture[3 * i + 1] ?? 0)),
    );
    expect(new Set(ids.values)).toEqual(new Set([0, 1, 2]));
    const centimetres = depth.values.map((metres) => Math.min(65_535, Math.round(100 * metres)));
    expect([...decode(await readFile(join(here.path, 'depth.png'))).data]).toEqual(centimetres);
    expect(depth.values[middle]).toBeCloseTo(4, 5);
  });
});

/** NumPy's format, version 1.0, of two kinds of numbers. */
function readNpy(bytes: Buffer) {
  expect(bytes.subarray(0, 8).toString('latin1')).toBe('\u0093NUMPY\u0001\u0000');
  const length = bytes.readUInt16LE(8);
  expect((10 + length) % 64).toBe(0);
  const head = bytes.subarray(10, 10 + length).toString('latin1');
  expect(head.endsWith('\n')).toBe(true);
  const [, type, shape = ''] = /'descr': '(...)', 'fortran_order': False, 'shape': \(([\d, ]+)\)/.exec(head) ?? [];
  const body = bytes.subarray(10 + length);
  const values = Array.from({ length: body.length / 4 }, (_, index) =>
    type === '<u4' ? body.readUInt32LE(4 * index) : body.readFloatLE(4 * index),
  );
  return { type, shape: shape.split(',').map(Number), values };
}

test('the same program gives the same picture, and shadows and samples change it', async () => {
  const here = folder(FILES);
  const draw = async (name: string, options = '') => {
    await here.run(`render a.dio -o ${name} --size 80x40${options}`);
    return readFile(join(here.path, name));
  };
  const first = await draw('1.png');
  expect(first.equals(await draw('2.png'))).toBe(true);
  expect(first.equals(await draw('3.png', ' --no-shadows'))).toBe(false);
  expect(first.equals(await draw('4.png', ' --samples 1'))).toBe(false);
  expect(decodeImage(first)).toMatchObject({ width: 80, height: 40 });
});

test.each<[args: string, code: 1 | 2, said: RegExp]>([
  ['a.dio', 2, /render needs a file to write: -o picture\.png/],
  ['a.dio -o -', 2, /not written to standard output/],
  ['a.dio -o x.png --size 0x5', 2, /--size is written 640x480, at most 16384 on a side; not 0x5/],
  ['a.dio -o x.png --size 20000x5', 2, /not 20000x5/],
  ['a.dio -o x.png --size 5', 2, /not 5/],
  ['a.dio -o x.png --size -5x5', 2, /--size/],
  ['a.dio -o x.png --size 1e3x5', 2, /not 1e3x5/],
  ['a.dio -o x.png --samples 0', 2, /--samples is a whole number from 1 to 65536, not 0/],
  ['a.dio -o x.png --samples 1.5', 2, /not 1\.5/],
  ['a.dio -o x.png --samples many', 2, /not many/],
  ['a.dio -o x.png --samples 5', 2, /the rasterizer takes --samples 1 to 4/],
  ['a.dio --ids ids.tiff', 2, /ids and depth are written as \.png or \.npy, not as ids\.tiff/],
  ['a.dio --depth depth.exr', 2, /not as depth\.exr/],
  ['a.dio -o x.png --ids x.png --size 8x8', 2, /two results would be written to "x\.png"/],
  ['a.dio -o a.dio --size 8x8', 2, /"a\.dio" is a program/],
  ['a.dio -o none/x.png --size 8x8', 2, /cannot write "none\/x\.png": its folder does not exist/],
  ['a.dio -o x.png --engine povray', 2, /rasterizer, three, blender/],
  ['a.dio -o x.png --library none', 2, /cannot read "none"/],
  ['broken.dio -o x.png', 1, /broken\.dio/],
  ['none.dio -o x.png', 2, /cannot read "none\.dio"/],
])('render %s → %i, and writes nothing', async (args, code, said) => {
  const here = folder(FILES);
  const run = await here.run(`render ${args}`);
  expect(run, run.stderr).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(said) });
  expect(here.list()).toEqual(['a.dio', 'broken.dio']);
  expect(here.read('a.dio')).toBe(WALL);
});

describe('an engine that is not there', () => {
  test.each([
    ['three', 'DIORAMA_CHROMIUM', /three\.js needs a browser: DIORAMA_CHROMIUM names \/nonexistent/],
    ['blender', 'DIORAMA_BLENDER', /Blender is needed: \/nonexistent/],
  ])('%s', async (engine, variable, said) => {
    vi.stubEnv(variable, '/nonexistent');
    const here = folder(FILES);
    const run = await here.run(`render a.dio -o x.png --size 8x8 --engine ${engine}`);
    expect(run, run.stderr).toMatchObject({ code: 2, stderr: expect.stringMatching(said) });
    expect(here.list()).toEqual(['a.dio', 'broken.dio']);
  });

  test.skipIf(process.platform === 'win32').each([
    ['three', 'DIORAMA_CHROMIUM'],
    ['blender', 'DIORAMA_BLENDER'],
  ])('%s, where something else answers to its name', async (engine, variable) => {
    const here = folder(FILES);
    writeFileSync(join(here.path, 'impostor'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
    vi.stubEnv(variable, join(here.path, 'impostor'));
    const run = await here.run(`render a.dio -o x.png --size 8x8 --engine ${engine}`);
    expect(run, run.stderr).toMatchObject({ code: 2, stderr: expect.stringContaining('impostor') });
    expect(run.stderr.split('\n').length).toBeLessThan(20);
  });
});

test('an error leaves the old picture as it is', async () => {
  const here = folder({ ...FILES, 'x.png': 'old' });
  expect(await here.run('render broken.dio -o x.png')).toMatchObject({ code: 1 });
  expect(here.read('x.png')).toBe('old');
});
