import { makeElement } from '@diorama/scene/testing';
import { test } from 'vitest';
import { checkLint } from '../check-lint.ts';

test('night', () => {
  checkLint({ sky: { sunElevation: -20 } }, 'no-light: the sun is 20° below the horizon');
});

test('a sky without strength', () => {
  checkLint({ sky: { strength: 0 } }, 'no-light: the sky’s strength is 0');
});

test('nothing to say about dusk, or a lamp', () => {
  checkLint({ sky: { sunElevation: -4 } });
  checkLint({ sky: { sunElevation: -20 }, elements: [makeElement('lamp', { at: [0, 2, -5] })] });
  checkLint(
    { sky: { sunElevation: -20 }, elements: [makeElement('lamp', { at: [0, 2, -5], power: 0 })] },
    'no-light: the sun is 20° below the horizon',
  );
});
