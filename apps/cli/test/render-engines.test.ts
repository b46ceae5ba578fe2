// `diorama render` with each engine that is there: all that is asked for is written, and means the same.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBlender, findChromium } from '@diorama/engines';
import { decode } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { describeOverrun } from '../src/render-engines.ts';
import { folder } from './support.ts';

/** A wall 4 m before the eye, whose front fills the picture's middle; sky above, ground below. */
const WALL =
  'camera { position: (0, 1, 0), fov: 60, aspect: 2 }\nground { color: #446633 }\nbox wall { at: (0, -5), size: (4, 2, 2), color: #c0c0c0 }\n';

const ENGINES: readonly (readonly [name: string, found: object])[] = [
  ['rasterizer', {}],
  ['three', findChromium()],
  ['blender', await findBlender()],
];
const isRequired = process.env.DIORAMA_REQUIRE_RENDERERS === '1';

describe.each(ENGINES)('%s', (engine, found) => {
  test.skipIf('absent' in found && !isRequired)('writes color, ids and depth', { timeout: 120_000 }, async () => {
    const here = folder({ 'a.dio': WALL });
    const run = await here.run(
      `render a.dio --engine ${engine} --size 40x20 --samples 2 -o a.png --ids ids.png --depth depth.png`,
    );
    expect(run, run.stderr).toMatchObject({ code: 0 });
    expect(here.list()).toEqual(['a.dio', 'a.png', 'depth.png', 'ids.png']);
    const read = async (name: string) => decode(await readFile(join(here.path, name)));
    const middle = 10 * 40 + 20;
    expect([...(await read('ids.png')).data.subarray(3 * middle, 3 * middle + 3)]).toEqual([2, 0, 0]);
    const depth = (await read('depth.png')).data;
    expect(Math.abs(depth[middle]! - 400)).toBeLessThanOrEqual(1);
    expect(depth[0]).toBe(65_535);
  });
});

describe('a render that Blender does not finish in time', () => {
  test('is told, with what takes less', () => {
    const { unavailable } = describeOverrun(new Error('Blender failed: it took more than 600 s\nFra:1 Mem:9M'));
    expect(unavailable).toMatch(/^Blender was stopped, for it took more than 600 s: fewer --samples/);
    expect(unavailable).not.toContain('Mem');
  });

  test('is no other failure: those are bugs', () => {
    const bug = new Error('Blender failed: NameError: name x is not defined');
    expect(() => describeOverrun(bug)).toThrow(bug);
  });
});
