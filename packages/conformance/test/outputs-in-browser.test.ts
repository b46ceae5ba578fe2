// A program becomes the same bytes in a browser as here: its stage, its files and its picture.
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { hashOutputs } from './support/hash-outputs.ts';
import { noChromium, openEngines } from './support/renderers.ts';
import { runInBrowser } from './support/run-in-browser.ts';

const engines = openEngines();
afterAll(() => engines.close());

/**
 * What a seed decides: places, sizes, turns, individuals; on uneven land, in haze, with a lamp. `npm run verify:bytes` compares more
 * programs between versions of Node.
 */
const program = (seed: number) => `scene { seed: ${seed} }
camera { position: (1, 2.4, 5), pitch: -9, yaw: 4, fov: 52, aspect: 1.4 }
sky { sun_elevation: 33, sun_azimuth: 128 }
haze { visibility: 900m }
ground { color: #7d8a58, relief: 0.6 }
lamp { at: (2.5, 1.5, -3), power: 30 }
sphere { at: (-2.5, -5), radius: 0.6, color: #a83c2c, roughness: 0.3 }
scatter 14 in disk(center: (0, -13), radius: 7) spacing 1 {
  boulder { height: random(0.3..1.1), rotation: yaw(random(0..360)) }
}
scatter 3 in ring(center: (0, -22), inner: 3, outer: 12) spacing 2 {
  tree { height: random(3..7), rotation: yaw(random(0..360)) }
}
`;

test.skipIf(noChromium !== undefined)('stage, files and picture', async () => {
  const entry = join(import.meta.dirname, 'support/hash-outputs.ts');
  const there = await runInBrowser(await engines.chromium(), entry, 'hashOutputs', program(20_261_122));
  const here = await hashOutputs(program(20_261_122));
  expect(new Set(Object.values(here)).size).toBe(7);
  expect(there).toEqual(here);
  // What the hashes see: another seed is another scene.
  const other = await hashOutputs(program(20_261_123));
  expect(Object.keys(other).filter((key) => other[key] === here[key])).toEqual([]);
});
