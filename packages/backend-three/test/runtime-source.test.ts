// The generated JavaScript is what its generator makes now.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runtimeSource } from '../generate.ts';
import { PICTURE_SOURCE, TREE_SOURCE } from '../src/runtime-source.ts';

const folder = join(import.meta.dirname, '..');

test('the runtime as JavaScript is fresh', () => {
  const committed = readFileSync(join(folder, 'src/runtime-source.ts'), 'utf8');
  expect(committed, 'run: node packages/backend-three/generate.ts').toBe(runtimeSource());
});

test('it holds no module and no type of its source', () => {
  for (const source of [TREE_SOURCE, PICTURE_SOURCE]) {
    expect(source).not.toMatch(/^(import|export|interface|type) /m);
    expect(source).not.toContain('as const');
  }
});

test('importing the generator writes nothing', () => {
  const script = `import(${JSON.stringify(join(folder, 'generate.ts'))}).then((m) => console.log(typeof m.runtimeSource))`;
  expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe('function');
});
