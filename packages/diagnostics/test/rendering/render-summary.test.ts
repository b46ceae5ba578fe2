import { expect, test } from 'vitest';
import type { Severity } from '../../src/diagnostic.ts';
import { problem } from '../../src/problem.ts';
import { renderSummary } from '../../src/render-summary.ts';
import { FILE, PAGE } from '../cases.ts';

const cases: readonly (readonly [readonly Severity[], string])[] = [
  [[], 'no problems'],
  [['error'], '1 error'],
  [['warning', 'error', 'error'], '2 errors, 1 warning'],
  [['note', 'note', 'warning'], '1 warning, 2 notes'],
];
test.each(cases)('%j', (severities, expected) => {
  const diagnostics = severities.map((severity) =>
    problem({ ...PAGE, severity }, { file: FILE, start: 0, end: 1 }, ''),
  );
  expect(renderSummary(diagnostics)).toBe(expected);
});
