import { expect, test } from 'vitest';
import { label, problem, replace } from '../../src/problem.ts';
import { renderAsJson } from '../../src/render-as-json.ts';
import { about, FILE, find, PAGE, sourcesOf } from '../cases.ts';

test('says everything, with lines and columns', () => {
  const text = 'let 🦁 = 1\r\nsphere {\n  radus: 1m\n}\n';
  const fixes = [replace(find(text, 'radus'), 'radius')];
  const notes = ['expected Length\n   found Number'];
  const diagnostic = about(text, 'radus', 'did you mean radius?', { related: [['🦁', 'declared here']], notes, fixes });
  expect(renderAsJson([diagnostic], sourcesOf(text))).toEqual([
    {
      file: FILE,
      code: 'unknown-property',
      severity: 'error',
      title: 'unknown property of sphere',
      message: 'did you mean radius?',
      line: 3,
      column: 3,
      endLine: 3,
      endColumn: 8,
      related: [{ file: FILE, message: 'declared here', line: 1, column: 5, endLine: 1, endColumn: 7 }],
      notes,
      fixes: [
        {
          title: 'write radius',
          safe: true,
          edits: [{ line: 3, column: 3, endLine: 3, endColumn: 8, text: 'radius' }],
        },
      ],
    },
  ]);
});

test('spans over lines, other files, and files that cannot be read', () => {
  const diagnostic = problem(PAGE, { file: FILE, start: 2, end: 5 }, '', {
    related: [
      label({ file: 'lib.dio', start: 3, end: 4 }, 'there'),
      label({ file: 'gone.dio', start: 3, end: 4 }, 'lost'),
    ],
  });
  expect(renderAsJson([diagnostic], sourcesOf('ab{\n}', { 'lib.dio': 'a\nbc' }))).toMatchObject([
    {
      line: 1,
      column: 3,
      endLine: 2,
      endColumn: 2,
      related: [
        { file: 'lib.dio', line: 2, column: 2, endLine: 2, endColumn: 3 },
        { file: 'gone.dio', line: 1, column: 1, endLine: 1, endColumn: 1 },
      ],
    },
  ]);
});
