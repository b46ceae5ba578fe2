// The traces are fresh, and a reader in Python that knows the table alone agrees with every mask of them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { printJson } from '../../../../tools/generate/print-json.ts';
import { decisionDocument } from '../../src/decisions/index.ts';
import { printTrace, traces } from './traces.ts';

const folder = join(import.meta.dirname, 'traces');
const table = join(import.meta.dirname, '../../../../grammar/decisions.json');
const python = spawnSync('python3', ['--version']).status === 0;

test('the table is fresh: `npm run generate` writes it', () => {
  expect(readFileSync(table, 'utf8')).toBe(printJson(decisionDocument()));
});

test.each(Object.entries(traces()))('%s is fresh: write-traces.ts writes it', (name, trace) => {
  expect(readFileSync(join(folder, `${name}.json`), 'utf8')).toBe(printTrace(trace));
});

test.skipIf(!python)('a reader in Python sees what does not agree (skipped where there is no python3)', () => {
  const text = readFileSync(join(folder, 'photograph.json'), 'utf8');
  for (const [found, other] of [
    [' tree object', ' object'],
    ['height: 1.471', 'height: 1.472'],
    ['"rows": 3', '"rows": 4'],
  ] as const) {
    expect(text).toContain(found);
    const file = join(mkdtempSync(join(tmpdir(), 'trace-')), 'changed.json');
    writeFileSync(file, text.replace(found, other));
    expect(spawnSync('python3', [join(import.meta.dirname, 'check_traces.py'), table, file]).status).toBe(1);
  }
});

test.skipIf(!python)('a reader in Python agrees (skipped where there is no python3)', () => {
  const files = readdirSync(folder).map((name) => join(folder, name));
  expect(files.length).toBe(Object.keys(traces()).length);
  const { status, stdout, stderr } = spawnSync(
    'python3',
    [join(import.meta.dirname, 'check_traces.py'), table, ...files],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain(`${files.length} traces`);
});
