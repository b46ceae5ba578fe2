import { makeElement } from '@diorama/scene/testing';
import { test } from 'vitest';
import { checkLint } from '../check-lint.ts';

const duck = makeElement('bird', { at: [0, -8], height: 0.4, pose: 'swim' });
const lake = (x: number, rotation = 0) => makeElement('water', { at: [x, -8], size: [4, 0, 2], rotation });

test('without water', () => {
  checkLint({ elements: [duck] }, 'swims-on-land: there is no water in the scene');
});

test('beside the water', () => {
  checkLint({ elements: [lake(2.5), duck] }, 'swims-on-land: 0.5 m from the nearest shore');
  checkLint({ elements: [lake(1.5, 90), duck] }, 'swims-on-land: 0.5 m from the nearest shore');
});

test('nothing to say about a duck in the water', () => {
  checkLint({ elements: [lake(1.9), duck] });
  checkLint({ elements: [lake(0.9, 90), duck] });
});
