import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, applyFixes } from '../src/apply-fixes.ts';
import type { Fix } from '../src/diagnostic.ts';
import { about, edit } from './cases.ts';

describe('applyEdits', () => {
  const cases: readonly (readonly [string, readonly (readonly [number, number, string])[], string])[] = [
    ['abcdef', [], 'abcdef'],
    ['abcdef', [[1, 3, 'X']], 'aXdef'],
    [
      'abcdef',
      [
        [4, 5, 'Y'],
        [0, 1, ''],
      ],
      'bcdYf',
    ],
    ['abcdef', [[6, 6, '!']], 'abcdef!'],
    [
      'abcdef',
      [
        [2, 4, 'X'],
        [2, 2, 'before '],
        [4, 4, ' after'],
      ],
      'abbefore X afteref',
    ],
    [
      'abcdef',
      [
        [2, 2, '1'],
        [2, 2, '2'],
      ],
      'ab12cdef',
    ],
    ['', [[0, 0, 'new']], 'new'],
  ];
  test.each(cases)('%j with %j', (text, edits, expected) => {
    expect(
      applyEdits(
        text,
        edits.map(([start, end, by]) => ({ start, end, text: by })),
      ),
    ).toBe(expected);
  });

  test('edits that overlap, or lie outside, are our mistake', () => {
    expect(() =>
      applyEdits('abc', [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ]),
    ).toThrow('overlap');
    expect(() => applyEdits('abc', [{ start: 1, end: 4, text: '' }])).toThrow('within its text');
    expect(() => applyEdits('abc', [{ start: 2, end: 1, text: '' }])).toThrow('within its text');
    expect(() => applyEdits('abc', [{ start: -1, end: 1, text: '' }])).toThrow();
  });

  test('the rest of the text stays', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(), fc.nat(), fc.string(), (text, a, b, by) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
        expect(applyEdits(text, [{ start, end, text: by }])).toBe(text.slice(0, start) + by + text.slice(end));
      }),
    );
  });
});

describe('applyFixes', () => {
  const text = 'sphere { radus: 1m, colr: #fff }';
  const fixing = (part: string, ...fixes: Fix[]) => about(text, part, '', { fixes });
  const radius = fixing('radus', edit(9, 14, 'radius'));
  const color = fixing('colr', edit(20, 24, 'color'));

  test('applies what does not meet', () => {
    expect(applyFixes(text, [color, radius], { safeOnly: true })).toEqual({
      text: 'sphere { radius: 1m, color: #fff }',
      applied: [color, radius],
      skipped: [],
    });
  });

  test('leaves what meets for the next round', () => {
    const removal = fixing('radus', edit(8, 19, ''));
    const atOnce = fixing('sphere', {
      title: 'both',
      safe: true,
      edits: [
        { start: 0, end: 6, text: 'box' },
        { start: 10, end: 11, text: 'e' },
      ],
    });
    expect(applyFixes(text, [radius, removal, atOnce, color], { safeOnly: true })).toEqual({
      text: 'sphere { radius: 1m, color: #fff }',
      applied: [radius, color],
      skipped: [removal, atOnce],
    });
  });

  test('insertions at one place meet, edits side by side do not', () => {
    const [first, second] = [fixing('1m', edit(18, 18, ' ')), fixing('1m', edit(18, 18, ';'))];
    const beside = fixing('1m', edit(16, 18, '2m'));
    const result = applyFixes(text, [beside, first, second], { safeOnly: true });
    expect(result.text).toBe('sphere { radus: 2m , colr: #fff }');
    expect(result.skipped).toEqual([second]);
  });

  test('unsafe fixes wait to be asked for', () => {
    const unsafe = fixing('radus', edit(9, 14, 'height', false));
    const either = fixing('colr', edit(20, 24, 'roughness', false), edit(20, 24, 'color'));
    const none = fixing('1m');
    expect(applyFixes(text, [unsafe, either, none], { safeOnly: true })).toMatchObject({
      text: 'sphere { radus: 1m, color: #fff }',
      applied: [either],
      skipped: [],
    });
    expect(applyFixes(text, [unsafe, either, none], { safeOnly: false }).text).toBe(
      'sphere { height: 1m, roughness: #fff }',
    );
  });
});
