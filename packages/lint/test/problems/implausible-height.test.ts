import { makeElement } from '@diorama/scene/testing';
import { expect, test } from 'vitest';
import { checkLint } from '../check-lint.ts';

test('a lioness as tall as a house', () => {
  const elements = [makeElement('carnivore', { at: [0, -20], height: 11 })];
  const [problem] = checkLint({ elements }, 'implausible-height: 11 m: 7.8 m more than the tallest carnivore');
  expect(problem?.notes.slice(0, 2)).toEqual(['expected: 0.1 m to 3.2 m', 'found: 11 m']);
});

test('a tree as tall as a mushroom', () => {
  const elements = [makeElement('tree', { at: [0, -9], height: 0.3 })];
  checkLint({ elements }, 'implausible-height: 0.3 m: 0.2 m less than the smallest tree');
});

test('nothing to say about the bounds themselves, and about shapes', () => {
  checkLint({
    elements: [
      makeElement('carnivore', { at: [0, -9], height: 3.2 }),
      makeElement('cylinder', { at: [3, -9], height: 500 }),
    ],
  });
});
