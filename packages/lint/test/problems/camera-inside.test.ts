import { makeElement } from '@diorama/scene/testing';
import { expect, test } from 'vitest';
import { checkLint, findingsOf } from '../check-lint.ts';

test('in a boulder', () => {
  const [problem] = checkLint(
    { elements: [makeElement('boulder', { at: [0, 0], height: 3 })] },
    'camera-inside: the eye is 1.4 m deep in a boulder',
  );
  expect(problem?.related).toHaveLength(1);
});

test('in a box, by exactly so much', () => {
  const elements = [makeElement('box', { at: [0.3, 0], size: [4, 2, 4] })];
  expect(findingsOf('camera-inside', { elements })[0]?.gap).toBeCloseTo(0.4, 12);
});

test('nothing to say about leaves, or just outside', () => {
  checkLint({ elements: [makeElement('bush', { at: [0, 0], height: 3 })] });
  checkLint({
    elements: [makeElement('box', { at: [0, 0], size: [4, 1.5, 4] })],
    camera: { aim: { kind: 'angles', pitch: -20, yaw: 0, roll: 0 } },
  });
});
