// Promises about the repository as a whole: its documents, its generated files, its lockfile, its task graph.
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkFile, memoryWorld } from '@diorama/compiler';
import { renderForTerminal, SourceFile } from '@diorama/diagnostics';
import { describe, expect, test } from 'vitest';
import { findStale } from '../tools/generate/main.ts';
import { findAddresses, findMissingStubs } from '../tools/lock/complete-lockfile.ts';
import { listPackages, listTrackedFiles, root } from './workspace.ts';

test.skipIf(!existsSync(join(root, 'ARCHITECTURE.md')))('every path that ARCHITECTURE.md names exists', () => {
  const named = listNamedPaths(readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8'));
  expect(named.filter((path) => globSync(path, { cwd: root }).length === 0)).toEqual([]);
});

test('the paths that a document names are told from its other words', () => {
  const text = '`packages/syntax/src`, `packages/NAME/src/`, `@diorama/syntax`, `m/s`, `no/such.ts`, `a b`, `STYLE.md`';
  const output = '`packages/syntax/dist/index.js`\n```\n`packages/fenced`\n```\n';
  expect(listNamedPaths(text + output)).toEqual(['packages/syntax/src', 'packages/*/src/', 'no/such.ts', 'STYLE.md']);
});

test.each(['README.md', 'packages/diagnostics/README.md'])('the message in %s is what is printed', (document) => {
  const text = readFileSync(join(root, document), 'utf8');
  const shown = [...text.matchAll(/^```\n(error\[[\s\S]*?\n)```$/gm)].map(([, block = '']) => block);
  expect(shown).toHaveLength(1);
  for (const block of shown) {
    const [, file = '', line = ''] = /┌─ (\S+):(\d+):/.exec(block) ?? [];
    const [, code = ''] = new RegExp(`^${line} │ (.*)$`, 'm').exec(block) ?? [];
    const source = SourceFile.from(file, `${'\n'.repeat(Number(line) - 1)}${code}\n`);
    const checked = checkFile(memoryWorld({ [file]: source.text }), file);
    if ('unreadable' in checked) throw new Error(checked.unreadable);
    const printed = checked.diagnostics.map((one) => `${renderForTerminal(one, () => source, { color: false })}\n`);
    expect(printed).toEqual([block]);
  }
});

test('generated files are fresh', async () => {
  expect(await findStale(), 'run `npm run generate`').toEqual([]);
});

test('no file names a place of the machine it was written on', () => {
  const place = /(?<![\w.@-])\/(?:work|root|home|tmp)\/|https?:\/\/registry\./;
  const named = listTrackedFiles().flatMap((file) => {
    if (!existsSync(join(root, file)) || !statSync(join(root, file)).isFile()) return [];
    const text = readFileSync(join(root, file), 'utf8');
    if (text.includes('\0')) return [];
    return text.split('\n').flatMap((line, index) => (place.test(line) ? [`${file}:${index + 1}: ${line}`] : []));
  });
  expect(named).toEqual([]);
});

describe('the lockfile', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

  test('has an entry for every platform', () => {
    expect(Object.keys(findMissingStubs(packages)), 'run `npm run lock`').toEqual([]);
  });

  test('names no address to download from', () => {
    expect(findAddresses(packages), 'run `npm run lock`').toEqual([]);
  });

  test('gains a stub for a package of another platform that it lacks', () => {
    const incomplete = {
      'node_modules/tool': { version: '1.2.3', dev: true, optionalDependencies: { '@tool/linux-x64-musl': '1.2.3' } },
    };
    expect(findMissingStubs(incomplete)).toEqual({
      'node_modules/@tool/linux-x64-musl': {
        version: '1.2.3',
        cpu: ['x64'],
        libc: ['musl'],
        dev: true,
        optional: true,
        os: ['linux'],
      },
    });
  });
});

describe('Nx', () => {
  const show = (...args: readonly string[]): unknown => {
    const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
    return JSON.parse(execFileSync(process.execPath, [nx, 'show', ...args, '--json'], { cwd: root, encoding: 'utf8' }));
  };

  test('tests every package, and the workspace', () => {
    const names = [...listPackages().map(({ name }) => name), 'workspace'];
    expect((show('projects', '--with-target', 'test') as string[]).sort()).toEqual(names.sort());
  });

  test('finds those that a change can reach', () => {
    const affected = (file: string) => (show('projects', '--affected', `--files=${file}`) as string[]).sort();
    expect(affected('packages/lint/src/lint.ts')).toEqual(['cli', 'compiler', 'conformance', 'lint', 'workspace']);
    expect(affected('examples/dunes.dio')).toEqual([
      'cli',
      'compiler',
      'conformance',
      'decoding',
      'grammar',
      'workspace',
    ]);
    expect(affected('README.md')).toEqual(['workspace']);
  });

  test('runs what a target says', () => {
    expect(show('project', 'checker')).toMatchObject({
      targets: { test: { cache: true, options: { command: 'vitest run --project checker' } } },
    });
  });
});

/** Paths in backticks outside code fences; `NAME` stands for any name, and what a build makes does not count. */
function listNamedPaths(markdown: string): readonly string[] {
  const atRoot = new Set(readdirSync(root));
  const words = markdown.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\s]+)`/g);
  return [...words]
    .map(([, word = '']) => word.replace(/\bNAME\b/g, '*'))
    .filter(
      (word) => /^[\w.*-][\w./*-]*$/.test(word) && !/(^|\/)(dist|coverage|node_modules|docs\/api)(\/|$)/.test(word),
    )
    .filter((word) =>
      word.includes('/') ? atRoot.has(word.split('/')[0] ?? '') || /\.\w+$|\/$/.test(word) : word.endsWith('.md'),
    );
}
