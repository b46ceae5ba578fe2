// The README's example of many pictures: run as its reader would, and what it says.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = import.meta.dirname;

test('many pictures on two threads', () => {
  const text = readFileSync(join(folder, '../README.md'), 'utf8');
  const files = [...text.matchAll(/```js\n\/\/ (\w+\.js)\n([^`]*(?:`[^`]+`[^`]*)*?)```/g)].map(
    ([, name = '', code = '']) => ({ name, code }),
  );
  expect(files.map(({ name }) => name)).toEqual(['thread.js', 'main.js']);
  // Within the package, so that its imports are found.
  const place = mkdtempSync(join(folder, '.readme-'));
  try {
    writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
    for (const { name, code } of files) writeFileSync(join(place, name), code);
    const said = execFileSync(process.execPath, ['--conditions=diorama-source', join(place, 'main.js')], {
      encoding: 'utf8',
    });
    const lines = said.trim().split('\n');
    expect(lines).toHaveLength(3);
    expect(new Set(lines).size).toBe(1);
    expect(lines[0]).toMatch(/^48 × 48, the box on [1-9]\d+ pixels$/);
  } finally {
    rmSync(place, { recursive: true });
  }
});
