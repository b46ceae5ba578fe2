// Chromium draws what arithmetic says, opens pages without a network, and says clearly when it is not there.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { emitHtml, emitModule } from '@diorama/backend-three';
import { srgbFromLinear } from '@diorama/geometry';
import type { Stage } from '@diorama/stage';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildViewer } from '../../backend-three/build-viewer.ts';
import { boxStage } from '../../backend-three/test/support/box-stage.ts';
import { type Chromium, findChromium, openChromium } from '../src/index.ts';
import { triangleGlb } from './support/triangle-glb.ts';

const found = findChromium();
const absent = 'absent' in found ? found.absent : undefined;

test('Chromium is there, where it is required', () => {
  if (process.env.DIORAMA_REQUIRE_RENDERERS === '1') expect(absent).toBeUndefined();
});

describe('findChromium', () => {
  test('takes the program that the environment names', () => {
    expect(findChromium({ DIORAMA_CHROMIUM: process.execPath, PATH: '' })).toEqual({ path: process.execPath });
  });

  test('says what is missing', () => {
    expect(findChromium({ DIORAMA_CHROMIUM: '/no/such/browser' })).toEqual({
      absent: 'DIORAMA_CHROMIUM names /no/such/browser, which is no program',
    });
    expect(findChromium({ PATH: '/no/such/folder' })).toEqual({
      absent: 'Chromium is not installed: none of chromium, chromium-browser, google-chrome is on PATH',
    });
  });

  test('a program that is no browser is an error that names it', async () => {
    await expect(openChromium({ path: process.execPath, graphics: 'swiftshader' })).rejects.toThrow(
      `${process.execPath} cannot draw: swiftshader: `,
    );
  });
});

describe.skipIf(absent !== undefined)(`Chromium${absent === undefined ? '' : ` (skipped: ${absent})`}`, () => {
  let browser: Chromium;
  beforeAll(async () => {
    browser = await openChromium();
  });
  afterAll(() => browser?.close());

  const SIZE = 128;
  const size = { width: SIZE, height: SIZE, samples: 1 };
  /** The camera is 1 m high, looks along −Z, and sees a metre at depth d as this many pixels. */
  const pixelsAt = (depth: number) => SIZE / (2 * depth);

  test('names what draws', () => {
    expect(browser.renderer).toMatch(/llvmpipe|SwiftShader/);
    expect(Number(browser.revision)).toBeGreaterThanOrEqual(180);
  });

  test('ids and depths are those of arithmetic', async () => {
    const { ids, depth, color } = await browser.renderThree(boxStage(), {
      ...size,
      color: false,
      ids: true,
      depth: true,
    });
    if (ids === undefined || depth === undefined) throw new Error('both were asked for');
    expect(color).toBeUndefined();
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    // Half of the leaf's square is cut out; a quarter of it hides the far box, whose front is 2 m wide and 8 m away.
    const leaf = pixelsAt(4) ** 2 / 2;
    expect(counts.get(5)).toBe(leaf);
    expect(counts.get(3)).toBe((2 * pixelsAt(8)) ** 2 - leaf / 2);
    // Above the horizon there is sky, wherever nothing stands.
    expect(ids[0]).toBe(0);
    expect(depth[0]).toBe(Infinity);
    // The lowest row looks down by the angle whose tangent is 127/128: the ground is there at 128/127 m.
    expect(ids[SIZE * SIZE - 1]).toBe(1);
    expect(depth[SIZE * SIZE - 1]).toBeCloseTo(SIZE / (SIZE - 1), 5);
    // A place on the far box's front, right above the middle.
    const row = SIZE / 2 - Math.round(1.5 * pixelsAt(8));
    expect(depth[row * SIZE + SIZE / 2]).toBeCloseTo(8, 5);
  });

  describe('light', () => {
    /** The ground alone, of one color, under an even sky. */
    const dull = (change: Partial<Stage> = {}): Stage => {
      const stage = boxStage();
      const ambient = [0.5, 0.4, 0.3, ...new Array<number>(24).fill(0)].map((part) => part / 0.282094791773878);
      const sky = { ...stage.sky, sunIrradiance: [0, 0, 0] as const };
      return { ...stage, ambient, sky, lamps: [], models: stage.models.slice(0, 1), ...change };
    };
    const lowest = async (stage: Stage): Promise<readonly number[]> => {
      const { color } = await browser.renderThree(stage, size);
      return [...(color ?? []).slice(-4, -1)];
    };
    const bytes = (light: readonly number[]) =>
      light.map((part) => expect.closeTo(255 * srgbFromLinear(Math.min(1, part)), -Math.log10(2)));

    test('an even light of radiance L on color c is c · L', async () => {
      expect(await lowest(dull())).toEqual(bytes([0.3 * 0.5, 0.25 * 0.4, 0.18 * 0.3]));
    });

    test('exposure doubles it', async () => {
      const { camera } = boxStage();
      const brighter = dull({ camera: { ...camera, exposure: 1 } });
      expect(await lowest(brighter)).toEqual(bytes([0.3, 0.2, 2 * 0.18 * 0.3]));
    });

    test('the sun gives color/π · irradiance · cosine', async () => {
      const { sky } = boxStage();
      const ambient = new Array<number>(27).fill(0);
      const share = sky.sunDirection[1] / Math.PI;
      const expected = [0.3 * 2.4 * share, 0.25 * 2.2 * share, 0.18 * 1.9 * share];
      expect(await lowest(dull({ sky, ambient }))).toEqual(bytes(expected));
    });

    test('haze takes the place of light by the length of the way', async () => {
      const density = 0.2;
      const haze = { density, color: [0.8, 0.1, 0.4] as const, ceiling: 100 };
      // The ray of the last pixel: 127/128 aside and down for 1 ahead; the ground is 1 m lower.
      const slope = (SIZE - 1) / SIZE;
      const clear = Math.exp((-density * Math.sqrt(1 + 2 * slope * slope)) / slope);
      const mix = (light: number, veil: number) => light * clear + veil * (1 - clear);
      expect(await lowest(dull({ haze }))).toEqual(bytes([mix(0.15, 0.8), mix(0.1, 0.1), mix(0.054, 0.4)]));
    });

    test('samples are averaged in linear light', async () => {
      const edge = await browser.renderThree(boxStage(), { ...size, samples: 4 });
      const again = await browser.renderThree(boxStage(), { ...size, samples: 4 });
      expect(edge.color).toEqual(again.color);
      expect(edge.color).not.toEqual((await browser.renderThree(boxStage(), size)).color);
    });
  });

  test('an emitted module draws the same picture as the live tree', async () => {
    const stage = boxStage({ haze: true, words: '"hostile" </script> */ \u2028' });
    const options = { ...size, ids: true, depth: true };
    expect(await browser.renderModule(emitModule(stage).value, options)).toEqual(
      await browser.renderThree(stage, options),
    );
  });

  test('a GLB has the ids of its nodes', async () => {
    const { ids } = await browser.renderGlb(triangleGlb(7), { ...size, ids: true, color: false });
    expect([...new Set(ids)].sort()).toEqual([0, 7]);
    // Half of a square of 1 m at 2 m: the pixels on the slanting edge count half.
    const square = pixelsAt(2) ** 2;
    const count = ids?.reduce((sum, id) => sum + Number(id === 7), 0) ?? 0;
    expect(Math.abs(count - square / 2)).toBeLessThanOrEqual(pixelsAt(2));
  });

  test('a module that fails is told in its own words, and the browser goes on', async () => {
    await expect(
      browser.renderModule('export function buildScene() { throw new Error("no such pond"); }'),
    ).rejects.toThrow('no such pond');
    expect((await browser.renderThree(boxStage(), { ...size, ids: true })).ids).toHaveLength(SIZE * SIZE);
  });

  test('a bench counts triangles, instances and all', async () => {
    const { triangles, milliseconds } = await browser.benchThree(boxStage(), { ...size, pictures: 1 });
    // Ground and leaf 2 each, two boxes of 12, the ball.
    expect(triangles).toBe(2 + 2 + 2 * 12 + 2 * 24 * 48);
    expect(milliseconds).toBeGreaterThan(0);
  });

  describe('an HTML file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'diorama-html-'));
    const path = join(folder, 'scene.html');
    beforeAll(async () => {
      const viewer = await buildViewer(folder);
      writeFileSync(path, emitHtml(boxStage({ words: '<b>pond</b> & "lion"' }), { viewer }).value);
    });
    afterAll(() => rmSync(folder, { recursive: true }));

    const PAINTED = 'document.documentElement.dataset.painted';
    /** Does something, and waits until the picture is fine again. */
    const settle = async (page: Page, act: () => Promise<unknown> = async () => {}): Promise<void> => {
      await act();
      await expect.poll(() => page.evaluate(PAINTED), { timeout: 30_000 }).toBe('2');
    };
    const drag = async (page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> => {
      await page.evaluate(`${PAINTED} = ''`);
      await page.mouse.move(...from);
      await page.mouse.down();
      await page.mouse.move(...to, { steps: 4 });
      await page.mouse.up();
    };

    test('opens from disk without a network, at the program’s camera; turns, and returns', async () => {
      const { page, problems, screenshot, close } = await browser.openPage(pathToFileURL(path).href, size);
      await settle(page);
      expect(await page.title()).toBe('<b>pond</b> & "lion"');
      expect(await page.evaluate('diorama.camera.position.toArray()')).toEqual([0, 1, 0]);
      await page.evaluate('document.querySelector("#help").remove()');
      const first = await screenshot();

      await settle(page, () => drag(page, [40, 40], [90, 30]));
      expect(await page.evaluate('diorama.camera.position.distanceTo({ x: 0, y: 1, z: 0 })')).toBeGreaterThan(0.5);
      expect(Buffer.compare(await screenshot(), first)).not.toBe(0);

      await settle(page, async () => {
        await page.evaluate(`${PAINTED} = ''`);
        await page.keyboard.press('r');
      });
      expect(Buffer.compare(await screenshot(), first)).toBe(0);
      expect(problems).toEqual([]);
      await close();
    });

    test('the eye stays above the ground', async () => {
      const { page, close } = await browser.openPage(pathToFileURL(path).href, size);
      await settle(page);
      await settle(page, () => drag(page, [64, 120], [64, 5]));
      expect(await page.evaluate('diorama.camera.position.y')).toBeGreaterThan(0.09);
      await close();
    });
  });
});
