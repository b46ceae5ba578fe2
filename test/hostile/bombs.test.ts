// No program exhausts its reader: each bomb ends in bounded time and memory, with a clear error or as what it is.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../workspace.ts';
import { BOMBS } from './bombs.ts';
import type { BombReport } from './try-bomb.ts';

/** Enough for a busy machine; on a quiet one the slowest takes a few seconds. */
const SECONDS = 60;
const MEBIBYTES = 1536;

describe.concurrent('bombs', { timeout: 2 * SECONDS * 1000 }, () => {
  test.each(BOMBS)('$name', ({ name, error }) => {
    const child = spawnSync(
      process.execPath,
      ['--conditions=diorama-source', '--max-old-space-size=1024', join(import.meta.dirname, 'try-bomb.ts'), name],
      { cwd: root, encoding: 'utf8', timeout: SECONDS * 1000 },
    );
    expect(child.error, `${name} took longer than ${SECONDS} s`).toBeUndefined();
    expect(child.status, child.stderr.slice(0, 2000)).toBe(0);
    const report: BombReport = JSON.parse(child.stdout);
    expect(report.mebibytes).toBeLessThan(MEBIBYTES);
    if (error === undefined) expect(report).toMatchObject({ errors: [], hasScene: true });
    else expect(report.errors).toContain(error);
  });
});
