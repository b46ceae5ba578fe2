// A compile that is killed, at whatever moment, leaves each result as it was or as it should become. Needs the build.
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folder } from './support.ts';

// On a busy machine, a process may need a while.
vi.setConfig({ testTimeout: 180_000 });

const launcher = join(import.meta.dirname, '../bin/diorama.js');
const ARGS = ['compile', 'scene.dio', '--to', 'gltf,three,html', '-o', 'out'];

/** Boxes, each with a color of its own: every result takes a while to write. */
const program = (seed: number) =>
  Array.from({ length: 400 }, (_, index) => {
    const color = ((index * 7919 + seed) % 0x1000000).toString(16).padStart(6, '0');
    return `box { at: (${index % 50}, ${-5 - Math.floor(index / 50)}), color: #${color} }`;
  }).join('\n');

type Results = ReadonlyMap<string, Buffer>;

const isDraft = (name: string) => name.endsWith('.tmp');

function read(place: string): Results {
  const names = readdirSync(place).filter((name) => !isDraft(name));
  return new Map(names.map((name) => [name, readFileSync(join(place, name))]));
}

/** Runs the command, and kills it so many milliseconds after it has started, or has touched the results' folder. */
async function compile(cwd: string, kill?: { readonly after: 'start' | 'write'; readonly delay: number }) {
  const child = spawn(process.execPath, [launcher, ...ARGS], { cwd, stdio: 'ignore' });
  const strike = () => setTimeout(() => child.kill('SIGKILL'), kill?.delay);
  const watcher = watch(join(cwd, 'out'), () => {
    if (kill?.after === 'write') strike();
  });
  if (kill?.after === 'start') strike();
  const ended = await new Promise<{ code: number | null; signal: string | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  watcher.close();
  return ended;
}

test.skipIf(process.platform === 'win32')(
  'a killed compile leaves whole files, and the next one is not disturbed',
  async () => {
    const here = folder({ 'scene.dio': program(1) });
    const out = join(here.path, 'out');
    mkdirSync(out);
    expect(await compile(here.path)).toEqual({ code: 0, signal: null });
    const before = read(out);
    writeFileSync(join(here.path, 'scene.dio'), program(2));
    expect(await compile(here.path)).toEqual({ code: 0, signal: null });
    const after = read(out);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, content] of after)
      expect([name, content.equals(before.get(name) as Buffer)]).toEqual([name, false]);

    const ends: (string | null)[] = [];
    for (const kill of [
      { after: 'start', delay: 100 },
      { after: 'write', delay: 0 },
      { after: 'write', delay: 2 },
      { after: 'write', delay: 7 },
      { after: 'write', delay: 20 },
    ] as const) {
      for (const [name, content] of before) writeFileSync(join(out, name), content);
      ends.push((await compile(here.path, kill)).signal);
      const found = read(out);
      expect([...found.keys()]).toEqual([...before.keys()]);
      for (const [name, content] of found) {
        const isWhole = content.equals(before.get(name) as Buffer) || content.equals(after.get(name) as Buffer);
        expect([kill, name, isWhole]).toEqual([kill, name, true]);
      }
    }
    expect(ends).toContain('SIGKILL');

    // What the killed ones have left behind is still there.
    expect(await compile(here.path)).toEqual({ code: 0, signal: null });
    for (const [name, content] of read(out))
      expect([name, content.equals(after.get(name) as Buffer)]).toEqual([name, true]);
    rmSync(out, { recursive: true });
  },
);
