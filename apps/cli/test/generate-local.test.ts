// `diorama generate` with a model on this computer: two layers of random weights, which know nothing.
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { hasErrors } from '@diorama/diagnostics';
import { describe, expect, test } from 'vitest';
import { type Files, folder } from './support.ts';

const ENGINES = join(import.meta.dirname, '../../../.cache/engines');
const MODEL = join(ENGINES, 'models/random');
const isThere = existsSync(join(ENGINES, 'node_modules/onnxruntime-node')) && existsSync(MODEL);
if (!isThere) {
  const reason = 'onnxruntime-node or its model is not in .cache/engines: npm run setup:engines';
  if (process.env.DIORAMA_REQUIRE_ENGINES === '1') throw new Error(reason);
  process.stderr.write(`skipped: ${reason}\n`);
}

/** A folder in which the packages are installed. */
function place(files: Files = {}) {
  const made = folder(files);
  symlinkSync(join(ENGINES, 'node_modules'), join(made.path, 'node_modules'));
  return made;
}

function expectFine(program: string): void {
  const checked = checkFile(memoryWorld({ 'made.dio': program }), 'made.dio');
  expect('unreadable' in checked || hasErrors(checked.diagnostics), program).toBe(false);
}

describe.skipIf(!isThere)('a model of random weights', () => {
  test.each([1, 2, 3])('writes a program that checks, within its tokens: seed %i', async (seed) => {
    const { run } = place();
    const args = ['generate', '--model', MODEL, '--prompt', 'a tree', '--max-tokens', '60', '--seed', `${seed}`];
    const [first, second] = [await run(args), await run(args)];
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toBe(second.stdout);
    expect(first.stdout).not.toBe('');
    expectFine(first.stdout);
  });

  test('into a file', async () => {
    const made = place();
    const args = ['generate', '--model', MODEL, '--prompt', 'a tree', '--max-tokens', '40', '-o', 'made.dio'];
    expect(await made.run(args)).toMatchObject({ code: 0, stdout: '' });
    expectFine(made.read('made.dio'));
  });

  test('completes a program, of which every line stays', async () => {
    const made = place({ 'herd.dio': '// The herd.\nherbivore { at: (?, -8), height: 1.5 }\n' });
    const args = ['generate', '--model', MODEL, '--prompt', 'a herd', '--max-tokens', '60', '--complete', 'herd.dio'];
    const { code, stdout } = await made.run(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\/\/ The herd\.\nherbivore \{ at: \([^?]+, -8\), height: 1\.5 \}\n/);
    expectFine(stdout);
  });

  test('a program that cannot be completed is explained', async () => {
    const made = place({ 'herd.dio': 'herbivore { at: (?, -8), heigth: 1.5 }\n' });
    const run = await made.run(['generate', '--model', MODEL, '--prompt', 'a herd', '--complete', 'herd.dio']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('[unknown-property]');
  });

  test('--explain says why what it would rather write is refused', async () => {
    const args = ['generate', '--model', MODEL, '--prompt', 'a tree', '--max-tokens', '20', '--explain'];
    const run = await place().run(args);
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(/^line 1: ".+" is refused: .+: /m);
  });

  test.each([
    ['tree/umbrella-acacia', 0, ''],
    ['tree/none', 1, 'tree/none'],
  ])('an asset of the library may be named, another may not: %s', async (id, code, said) => {
    const made = place({ 'a.dio': `tree { at: (?, -8), height: 5, appearance: asset("${id}") }\n` });
    const run = await made.run(`generate --model ${MODEL} --prompt tree --complete a.dio --max-tokens 40`);
    expect(run).toMatchObject({ code, stderr: expect.stringContaining(said) });
    expect(run.stdout.includes(id)).toBe(code === 0);
  });

  test('a library that is not there', async () => {
    const made = place();
    const run = await made.run(`generate --model ${MODEL} --prompt tree --library none -o made.dio`);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^diorama: .*none.*\n$/) });
    expect(existsSync(join(made.path, 'made.dio'))).toBe(false);
  });

  test('an interruption leaves no file behind', async () => {
    const made = place();
    const running = made.start(`generate --model ${MODEL} --prompt tree --max-tokens 3000 --explain -o made.dio`);
    await expect.poll(() => running.said(), { timeout: 20_000 }).toContain('is refused');
    running.interrupt();
    const run = await running.done;
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toMatch(/^diorama: interrupted\n$/m);
    expect(existsSync(join(made.path, 'made.dio'))).toBe(false);
  });

  test('too few tokens, too many, and no program to complete', async () => {
    const { run } = place({ 'a.dio': 'tree { at: (0, -8), height: ? }\n' });
    const none = await run(['generate', '--model', MODEL, '--prompt', 'a', '--complete', 'none.dio']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    const few = await run(['generate', '--model', MODEL, '--prompt', 'a', '--complete', 'a.dio', '--max-tokens', '3']);
    expect(few).toMatchObject({ code: 1, stdout: '' });
    expect(few.stderr).toContain('3 tokens');
    const many = await run(['generate', '--model', MODEL, '--prompt', 'a tree', '--max-tokens', '4096']);
    expect(many).toMatchObject({ code: 1, stdout: '' });
    expect(many.stderr).toContain('but the model reads 4096');
  });

  test('a model that does not load', async () => {
    const made = place({
      'bad/onnx/model.onnx': 'no model',
      'bad/tokenizer.json': readFileSync(join(MODEL, 'tokenizer.json')),
    });
    const run = await made.run(['generate', '--model', 'bad', '--prompt', 'a tree']);
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain('the model cannot be loaded');
  });
});

test.skipIf(!isThere)('without the packages it tells how to install them', async () => {
  const run = await folder().run(['generate', '--model', MODEL, '--prompt', 'a tree']);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toContain('which is not installed: npm install @huggingface/tokenizers');
});
