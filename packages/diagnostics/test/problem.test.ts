import { describe, expect, test } from 'vitest';
import { hasErrors } from '../src/diagnostic.ts';
import { invariant, unreachable } from '../src/invariant.ts';
import { insert, label, problem, replace } from '../src/problem.ts';
import { cover } from '../src/span.ts';
import { isUnreadable } from '../src/world.ts';
import { FILE, PAGE } from './cases.ts';

const place = { file: FILE, start: 9, end: 14 };

test('a problem takes its class from its page and the rest from its place', () => {
  expect(problem(PAGE, place, 'did you mean radius?')).toEqual({
    code: 'unknown-property',
    severity: 'error',
    title: 'unknown property of sphere',
    primary: { file: FILE, start: 9, end: 14, message: 'did you mean radius?' },
    related: [],
    notes: [],
    fixes: [],
  });
  expect(problem(PAGE, place, '', { title: 'unknown property of box', notes: ['a note'] })).toMatchObject({
    title: 'unknown property of box',
    notes: ['a note'],
  });
});

test('a label keeps the section of its place, and nothing else', () => {
  const section = { start: 0, end: 20 };
  expect(label({ ...place, section, kind: 'name' } as typeof place, 'here')).toEqual({
    ...place,
    section,
    message: 'here',
  });
});

describe('fixes', () => {
  test('replace', () => {
    expect(replace(place, 'radius')).toEqual({
      title: 'write radius',
      edits: [{ start: 9, end: 14, text: 'radius' }],
      safe: true,
    });
    expect(replace(place, '').title).toBe('remove it');
    expect(replace(place, 'x', { title: 'rename', safe: false })).toMatchObject({ title: 'rename', safe: false });
  });

  test('insert', () => {
    expect(insert(4, ' * 1m')).toEqual({
      title: 'insert * 1m',
      edits: [{ start: 4, end: 4, text: ' * 1m' }],
      safe: true,
    });
    expect(insert(4, ')', { title: 'close it' }).title).toBe('close it');
  });
});

test('only errors are errors', () => {
  const note = problem({ ...PAGE, severity: 'note' }, place, '');
  const warning = problem({ ...PAGE, severity: 'warning' }, place, '');
  expect(hasErrors([])).toBe(false);
  expect(hasErrors([note, warning])).toBe(false);
  expect(hasErrors([note, problem(PAGE, place, '')])).toBe(true);
});

test('cover spans both', () => {
  expect(cover({ start: 3, end: 5 }, { start: 9, end: 12 })).toEqual({ start: 3, end: 12 });
  expect(cover({ start: 9, end: 12 }, { start: 3, end: 5 })).toEqual({ start: 3, end: 12 });
});

test('what is unreadable says so', () => {
  expect(isUnreadable({ unreadable: 'no such file' })).toBe(true);
  expect(isUnreadable('text')).toBe(false);
  expect(isUnreadable(new Uint8Array(2))).toBe(false);
});

test('a broken belief names itself', () => {
  invariant(true, 'nothing happens');
  expect(() => invariant(false, 'a triangle mesh has whole triangles')).toThrow('a triangle mesh has whole triangles');
  expect(() => unreachable('new kind' as never)).toThrow('"new kind"');
});
