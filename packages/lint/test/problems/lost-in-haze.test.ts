import { makeElement } from '@diorama/scene/testing';
import { test } from 'vitest';
import { checkLint } from '../check-lint.ts';

const haze = (kind: 'density' | 'visibility', value: number) => ({ extent: { kind, value }, color: '#c3ccd4' });
const elements = [makeElement('cylinder', { at: [0, 0, -80.5], radius: 0.5, height: 8 })];

test('farther than light comes', () => {
  checkLint({ haze: haze('density', 0.1), elements }, 'lost-in-haze: 24.6 m farther than anything can be made out');
  checkLint(
    { haze: haze('visibility', 39.12), elements },
    'lost-in-haze: 24.6 m farther than anything can be made out',
  );
});

test('nothing to say about thin haze, or none', () => {
  checkLint({ haze: haze('density', 0.06), elements });
  checkLint({ haze: haze('density', 0), elements });
  checkLint({ elements });
});
