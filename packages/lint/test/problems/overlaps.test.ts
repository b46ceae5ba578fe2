import { makeElement } from '@diorama/scene/testing';
import { describe, expect, test } from 'vitest';
import { checkLint, findingsOf } from '../check-lint.ts';

const herd = (x: number) => [
  makeElement('herbivore', { at: [0, -9], height: 1.5 }),
  makeElement('herbivore', { at: [x, -9], height: 1.5 }),
];

test('two zebras in one place', () => {
  const [problem] = checkLint({ elements: herd(0.2) }, 'overlaps: 0.4 m deep in a herbivore');
  expect(problem?.primary.start).toBe(100);
  expect(problem?.related).toMatchObject([{ start: 0, message: 'this is in the same place' }]);
  expect(problem?.notes.at(-1)).toBe('move one of them by 0.4 m or more');
});

test('the order of the elements does not matter', () => {
  const [first, second] = herd(0.2);
  const origins = [
    { file: 'a.dio', start: 0, end: 9 },
    { file: 'a.dio', start: 20, end: 29 },
  ];
  const elements = [
    { ...first!, origin: origins[0]! },
    { ...second!, origin: origins[1]! },
  ];
  expect(checkLint({ elements: elements.toReversed() }, 'overlaps: 0.4 m deep in a herbivore')[0]?.primary.start).toBe(
    20,
  );
});

describe('nothing to say about', () => {
  test.each([
    ['neighbours', herd(0.7)],
    ['a bush in a bush', [makeElement('bush', { at: [0, -9] }), makeElement('bush', { at: [0.5, -9] })]],
    ['an animal in the bushes', [makeElement('bush', { at: [0, -9] }), makeElement('herbivore', { at: [0.1, -9] })]],
    [
      'an animal under a tree',
      [makeElement('tree', { at: [0, -12], height: 8 }), makeElement('herbivore', { at: [1, -12] })],
    ],
    ['stones on stones', [makeElement('boulder', { at: [0, -9] }), makeElement('boulder', { at: [0.85, -9] })]],
    ['a table', [makeElement('box', { at: [0, -9] }), makeElement('box', { at: [0.2, -9] })]],
    ['a heron in the water', [makeElement('water', { at: [0, -9] }), makeElement('bird', { at: [0, -9] })]],
  ])('%s', (_, elements) => {
    checkLint({ elements });
  });
});

test('an animal in a trunk', () => {
  const elements = [makeElement('tree', { at: [0, -15], height: 10 }), makeElement('herbivore', { at: [0.05, -15] })];
  expect(findingsOf('overlaps', { elements })).toHaveLength(1);
});

test('one bush on top of the other', () => {
  const elements = [makeElement('bush', { at: [0, -9] }), makeElement('bush', { at: [0.05, -9] })];
  checkLint({ elements }, 'overlaps: 0.997 m deep in a bush');
});

test('an animal in a box of exactly known depth', () => {
  const elements = [makeElement('box', { at: [0, -9] }), makeElement('object', { at: [0.4, 0.2, -9], height: 0.6 })];
  expect(findingsOf('overlaps', { elements })).toEqual([]);
  const animal = [makeElement('box', { at: [0, -9] }), makeElement('carnivore', { at: [0.5, -9], height: 1 })];
  expect(findingsOf('overlaps', { elements: animal })[0]?.gap).toBeCloseTo(0.2, 3);
});
