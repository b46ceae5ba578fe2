import { makeElement } from '@diorama/scene/testing';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkLint, findingsOf } from '../check-lint.ts';

test('a lioness in the ground', () => {
  const elements = [makeElement('carnivore', { at: [0, -0.6, -8], height: 1.1 })];
  const [problem] = checkLint({ elements }, 'sinks: its base is 0.6 m under the ground');
  expect(problem?.notes).toEqual([
    'found: its base at (0, -0.6, -8), where the ground is at 0 m',
    'write `at: (0, -8)` to stand it on the ground',
  ]);
});

test('the gap is the one it was moved by', () => {
  const kinds = fc.constantFrom('tree', 'bush', 'boulder', 'herbivore', 'object' as const);
  fc.assert(
    fc.property(kinds, fc.double({ min: 1, max: 50, noNaN: true }), (kind, gap) => {
      const elements = [makeElement(kind, { at: [0, -gap, -12], height: 1.5 })];
      const [sinks] = findingsOf('sinks', { elements });
      expect(sinks?.gap).toBeCloseTo(gap, 9);
    }),
  );
});

describe('nothing to say about', () => {
  test.each([
    ['a boulder that lies in the ground', [makeElement('boulder', { at: [0, -0.4, -8] })]],
    ['a foundation', [makeElement('box', { at: [0, -0.9, -8] })]],
    ['a wading animal', [makeElement('water', { at: [0, -8] }), makeElement('herbivore', { at: [1, -0.7, -8] })]],
  ])('%s', (_, elements) => {
    checkLint({ elements });
  });
});

test('a box that nobody can see', () => {
  checkLint(
    { elements: [makeElement('box', { at: [0, -1.5, -8] })] },
    'sinks: all of it is under the ground, its top by 0.5 m',
  );
});

test('what stands upside down', () => {
  const rotation = { kind: 'euler', pitch: 180, yaw: 0, roll: 0 } as const;
  checkLint(
    { elements: [makeElement('object', { at: [0, -0.05, -8], rotation })] },
    'sinks: all of it is under the ground, its top by 0.05 m',
  );
});
