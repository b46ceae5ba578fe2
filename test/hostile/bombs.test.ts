// No program exhausts its reader: each bomb ends in bounded time and memory, with a clear error or as what it is.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { root } from '../workspace.ts';
import { BOMBS } from './bombs.ts';
import type { BombReport } from './try-bomb.ts';

/** Of the processor's time, and of memory, for one program. */
const SECONDS = 20;
const MEBIBYTES = 2560;
/** Seconds until a child counts as hung, however busy the machine is. */
const PATIENCE = 120;
const FLAGS = ['--conditions=diorama-source', '--max-old-space-size=2048'];
const OPTIONS = { cwd: root, encoding: 'utf8', timeout: PATIENCE * 1000 } as const;

describe('a bomb', { timeout: 2 * PATIENCE * 1000 }, () => {
  test.each(BOMBS)('$name', ({ name, error, large }) => {
    const child = spawnSync(process.execPath, [...FLAGS, join(import.meta.dirname, 'try-bomb.ts'), name], OPTIONS);
    expect(child.error, `${name} took longer than ${PATIENCE} s`).toBeUndefined();
    expect(child.status, child.stderr.slice(0, 2000)).toBe(0);
    const report: BombReport = JSON.parse(child.stdout);
    expect(report.seconds).toBeLessThan(SECONDS);
    expect(report.mebibytes).toBeLessThan(MEBIBYTES);
    if (large && report.errors.includes('too-large')) return;
    if (error === undefined) expect(report).toMatchObject({ errors: [], hasScene: true });
    else expect(report.errors).toContain(error);
  });
});

test('a file of 100 MB', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diorama-bomb-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'large.dio');
  writeFileSync(file, '');
  truncateSync(file, 100_000_000);
  const main = "import('./apps/cli/src/main.ts').then(({ main }) => main())";
  const child = spawnSync(process.execPath, [...FLAGS, '--eval', main, '--', 'diorama', 'check', file], OPTIONS);
  expect(child.stderr).toContain('larger than 64 MiB');
  expect(child.status).toBe(2);
});
