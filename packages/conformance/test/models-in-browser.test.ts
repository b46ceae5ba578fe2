// The library's models are the same numbers in a browser as here.
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type HashedModels, hashModels } from '../src/hash-models.ts';
import { noChromium, openEngines } from './support/renderers.ts';
import { runInBrowser } from './support/run-in-browser.ts';

const engines = openEngines();
afterAll(() => engines.close());

/** `npm run verify:bytes` does the same in high detail between versions of Node. */
const MODELS: HashedModels = { individuals: [0, 7], detail: 'low' };

test.skipIf(noChromium !== undefined)('every species, two individuals each', { timeout: 120_000 }, async () => {
  const entry = join(import.meta.dirname, '../src/hash-models.ts');
  const there = await runInBrowser(await engines.chromium(), entry, 'hashModels', MODELS);
  const here = hashModels(MODELS);
  expect(Object.keys(here).length).toBeGreaterThan(100);
  expect(new Set(Object.values(here)).size).toBe(Object.keys(here).length);
  expect(there).toEqual(here);
});
