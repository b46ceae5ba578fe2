// `diorama watch`: compiles again whenever a file is saved, however an editor saves it.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { BROKEN, type Folder, folder } from './support.ts';

const PROGRAM = (name: string) =>
  `scene { name: "${name}" }\nground { color: #446633 }\nbox crate { at: (0, -4), size: (1, 2, 1) }\n`;
const IMPORTING =
  'use side from "parts.dio"\nground { color: #446633 }\nbox crate { at: (0, -4), size: (side, 2, 1) }\n';
const PARTS = (side: string) => `let side = ${side}\n`;

/** Waits, as long as a busy machine may need. */
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 20 });

interface Watching {
  readonly here: Folder;
  /** How often it has compiled. */
  rounds(): number;
  said(): string;
  /** Does something to the files, and waits until it was seen. */
  after(change: () => void): Promise<void>;
  end(): Promise<{ readonly code: number }>;
}

async function watching(files: Readonly<Record<string, string>>, args = 'a.dio --to blender'): Promise<Watching> {
  const here = folder(files);
  const running = here.start(`watch ${args}`);
  let ended: Promise<{ readonly code: number }> | undefined;
  const end = () => {
    if (ended === undefined) running.interrupt();
    ended ??= running.done;
    return ended;
  };
  onTestFinished(async () => {
    await end();
  });
  const rounds = () => running.said().split('waiting for changes').length - 1;
  await eventually(() => expect(rounds()).toBe(1));
  return {
    here,
    rounds,
    said: running.said,
    end,
    async after(change) {
      const before = rounds();
      change();
      await eventually(() => expect(rounds()).toBeGreaterThan(before));
    },
  };
}

const write = (here: Folder, name: string, text: string) => writeFileSync(join(here.path, name), text);

/** As most editors do: a new file beside the old one takes its name. */
function replace(here: Folder, name: string, text: string): void {
  write(here, `.${name}.swp`, text);
  renameSync(join(here.path, `.${name}.swp`), join(here.path, name));
}

/** As others do: the old file gets another name, and a new one is made. */
function moveAway(here: Folder, name: string, text: string): void {
  renameSync(join(here.path, name), join(here.path, `${name}~`));
  write(here, name, text);
}

test.each([
  ['in place', write],
  ['by a new file that takes its name', replace],
  ['after moving the old one away', moveAway],
])('a program that is saved %s is compiled again, each time', async (_, save) => {
  const { here, after, end, said } = await watching({ 'a.dio': PROGRAM('first') });
  expect(here.read('a.py')).toContain('"first');
  for (const name of ['second', 'third']) {
    await after(() => save(here, 'a.dio', PROGRAM(name)));
    await eventually(() => expect(here.read('a.py')).toContain(`"${name}`));
  }
  expect(said()).toMatch(/wrote a\.py\n\d+ ms; waiting for changes, Ctrl\+C ends\n/);
  expect(await end()).toMatchObject({ code: 0 });
});

test.each([
  ['in place', write],
  ['by a new file that takes its name', replace],
])('so it is when a file that it imports is saved %s', async (_, save) => {
  const { here, after } = await watching({ 'a.dio': IMPORTING, 'parts.dio': PARTS('1m') });
  const first = here.read('a.py');
  await after(() => save(here, 'parts.dio', PARTS('3m')));
  const second = here.read('a.py');
  expect(second).not.toBe(first);
  await after(() => save(here, 'parts.dio', PARTS('1m')));
  expect(here.read('a.py')).toBe(first);
});

test('an error is told, leaves the old output, and ends nothing', async () => {
  const { here, after, end, said } = await watching({ 'a.dio': PROGRAM('first') });
  const first = here.read('a.py');
  await after(() => write(here, 'a.dio', BROKEN));
  expect(said()).toMatch(/error[\s\S]*a\.dio:1/);
  expect(here.read('a.py')).toBe(first);
  const before = said().length;
  await after(() => write(here, 'a.dio', BROKEN));
  expect(said().slice(before)).toMatch(/a\.dio:1/);
  await after(() => write(here, 'a.dio', PROGRAM('mended')));
  expect(here.read('a.py')).toContain('"mended');
  expect(await end()).toMatchObject({ code: 0 });
});

test('a program that is gone for a while is taken up again', async () => {
  const { here, after, end, said } = await watching({ 'a.dio': PROGRAM('first') });
  await after(() => rmSync(join(here.path, 'a.dio')));
  expect(said()).toContain('cannot read "a.dio"');
  await after(() => write(here, 'a.dio', PROGRAM('back')));
  expect(here.read('a.py')).toContain('"back');
  expect(await end()).toMatchObject({ code: 0 });
});

test('what cannot be written is told, and tried again', async () => {
  const { here, after, end, said } = await watching({ 'a.dio': PROGRAM('first') });
  rmSync(join(here.path, 'a.py'));
  mkdirSync(join(here.path, 'a.py'));
  await after(() => write(here, 'a.dio', PROGRAM('second')));
  expect(said()).toContain('cannot write "a.py"');
  rmSync(join(here.path, 'a.py'), { recursive: true });
  await after(() => write(here, 'a.dio', PROGRAM('third')));
  expect(here.read('a.py')).toContain('"third');
  expect(await end()).toMatchObject({ code: 0 });
});

test('several targets go into a folder', async () => {
  const { here, after } = await watching({ 'a.dio': PROGRAM('first') }, 'a.dio --to gltf,html -o out');
  expect(here.list()).toEqual(['a.dio', 'out', 'out/a.glb', 'out/a.html']);
  await after(() => write(here, 'a.dio', PROGRAM('second')));
  expect(here.read('out/a.html')).toContain('<title>second</title>');
});

test.each([
  ['watch a.dio', 2],
  ['watch a.dio --to obj', 2],
  ['watch a.dio --to html -o -', 2],
  ['watch a.dio --to html --library none', 2],
  ['watch - --to html', 2],
])('%s → %i', async (args, code) => {
  const run = await folder({ 'a.dio': PROGRAM('first') }).run(args);
  expect(run, run.stderr).toMatchObject({ code, stderr: expect.stringMatching(/^diorama: /) });
});
