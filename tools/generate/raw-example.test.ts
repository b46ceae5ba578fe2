// The committed examples of RAW files are what their generator makes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rawExample } from './raw-example.ts';

const root = join(import.meta.dirname, '../..');

test.each([...rawExample(root)])('%s is fresh', (path, content) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const isFresh = readFileSync(join(root, path)).equals(bytes);
  expect(isFresh, 'run `node --conditions=diorama-source tools/generate/raw-example.ts`').toBe(true);
});
