// The examples are what people copy from: they check, lower and lint without a warning, in canonical layout.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { checkFile, formatText, lintFile } from '@diorama/compiler';
import { type FileId, SourceFile, type World } from '@diorama/diagnostics';
import { KINDS } from '@diorama/vocabulary';
import { describe, expect, test } from 'vitest';
import { root } from './workspace.ts';

const FOLDER = join(root, 'examples');
const names = readdirSync(FOLDER).filter((name) => name.endsWith('.dio'));
const parts = readdirSync(join(FOLDER, 'parts')).flatMap((name) => (name.endsWith('.dio') ? [`parts/${name}`] : []));

/** What a person leaves open for a model. */
const WITH_HOLES = ['completion.dio'];

const world: World = {
  readText: (file) => read(file, (bytes) => bytes.toString('utf8')),
  readBytes: (file, limit) => read(file, (bytes) => new Uint8Array(bytes.subarray(0, limit))),
  resolve: (from, path) => posix.join(posix.dirname(from), path),
};

function read<T>(file: FileId, as: (bytes: Buffer) => T): T | { readonly unreadable: string } {
  try {
    return as(readFileSync(join(FOLDER, file)));
  } catch {
    return { unreadable: 'no such file' };
  }
}

const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** The codes that a file brings about, and whether it has a scene. */
function compile(name: string) {
  const checked = checkFile(world, name);
  if ('unreadable' in checked) throw new Error(checked.unreadable);
  return { codes: checked.diagnostics.map(({ code }) => code), scene: checked.value.scene };
}

describe.each(names)('%s', (name) => {
  test('has a scene, and nothing to be said of it', () => {
    const { codes, scene } = compile(name);
    expect(codes.filter((code) => code !== 'unsolved-hole' || !WITH_HOLES.includes(name))).toEqual([]);
    expect(scene?.elements.length).toBeGreaterThan(0);
  });

  test('is physically sound', () => {
    const linted = lintFile(world, name);
    expect('unreadable' in linted ? linted : linted.diagnostics.map(({ primary }) => primary.message)).toEqual([]);
  });

  test('begins by saying what it shows', () => {
    expect(textOf(name)).toMatch(/^\/\/\/ [A-Z].*\.\n/);
  });
});

test.each([...names, ...parts])('%s is in canonical layout', (name) => {
  const source = SourceFile.from(name, textOf(name));
  expect(formatText(source).value).toBe(source.text);
});

describe('the imported example', () => {
  const name = 'raw/raw-published.dio';

  test('has nothing to be said of it either', () => {
    expect(compile(name).codes).toEqual([]);
    const linted = lintFile(world, name);
    expect('unreadable' in linted ? linted : linted.diagnostics.map(({ primary }) => primary.message)).toEqual([]);
    const source = SourceFile.from(name, textOf(name));
    expect(formatText(source).value).toBe(source.text);
  });

  test('is what the command in its first lines makes', () => {
    const text = textOf(name);
    const header = text.slice(0, text.indexOf('scene {'));
    const command = /^\/\/ {3}diorama (.*)$/m.exec(header)?.[1]?.split(' ') ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'diorama-raw-'));
    cpSync(join(FOLDER, 'raw'), folder, { recursive: true });
    for (const made of ['raw-published.dio', 'raw-published.safetensors']) rmSync(join(folder, made));
    const start = `import(${JSON.stringify(join(root, 'apps/cli/src/main.ts'))}).then(({ main }) => main())`;
    const args = ['--conditions=diorama-source', '--eval', start, '--', 'diorama', ...command];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(header + readFileSync(join(folder, 'raw-published.dio'), 'utf8')).toBe(text);
    const embeddings = readFileSync(join(folder, 'raw-published.safetensors'));
    expect(embeddings.equals(readFileSync(join(FOLDER, 'raw/raw-published.safetensors')))).toBe(true);
    rmSync(folder, { recursive: true });
  });
});

test('together they show every kind, and the README lists them all', () => {
  const shown = names.flatMap((name) => compile(name).scene?.elements.map(({ kind }) => kind) ?? []);
  const kinds = KINDS.filter(({ once, holdsElements }) => !once && !holdsElements).map(({ name }) => name);
  expect([...new Set(shown)].sort()).toEqual(kinds.sort());
  const listed = [...textOf('README.md').matchAll(/\]\(([a-z-]+\.dio)\)/g)].map((match) => match[1]);
  expect(listed.sort()).toEqual([...names].sort());
});
