import { expect, test } from 'vitest';
import type { Severity } from '../src/diagnostic.ts';
import { problem } from '../src/problem.ts';
import { sortDiagnostics } from '../src/sort-diagnostics.ts';
import { PAGE } from './cases.ts';

const at = (file: string, start: number, severity: Severity = 'error', message = '', end = start + 1) =>
  problem({ ...PAGE, severity }, { file, start, end }, message);

test('by file, position and severity', () => {
  const sorted = [
    at('main.dio', 1),
    at('main.dio', 5, 'error', '', 6),
    at('main.dio', 5, 'error', '', 9),
    at('main.dio', 7, 'error'),
    at('main.dio', 7, 'warning'),
    at('main.dio', 7, 'note'),
    at('lib.dio', 0),
    at('a.dio', 3),
    at('b.dio', 2),
  ];
  expect(sortDiagnostics([...sorted].reverse(), ['main.dio', 'lib.dio'])).toEqual(sorted);
});

test('equals keep their order, exact duplicates go', () => {
  const [first, second] = [at('a', 1, 'error', 'z'), at('a', 1, 'error', 'b')];
  expect(sortDiagnostics([first, second, { ...first }, second])).toEqual([first, second]);
});

test('the list given stays as it is', () => {
  const given = Object.freeze([at('a', 2), at('a', 1)]);
  expect(sortDiagnostics(given).map((one) => one.primary.start)).toEqual([1, 2]);
});
