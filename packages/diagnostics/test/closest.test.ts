import { expect, test } from 'vitest';
import { closest } from '../src/closest.ts';

const KINDS = ['camera', 'sky', 'sphere', 'bush', 'tree', 'sun_elevation', 'at'];

test.each([
  ['radus', ['radius', 'color'], 'radius'],
  ['camra', KINDS, 'camera'],
  ['Sphere', KINDS, 'sphere'],
  ['sun_elevaton', KINDS, 'sun_elevation'],
  ['tre', KINDS, 'tree'],
  ['elephant', KINDS, undefined],
  ['x', KINDS, undefined],
  ['anything', [], undefined],
] as const)('%s', (word, candidates, nearest) => {
  expect(closest(word, candidates)).toBe(nearest);
});

test('the first of equals wins', () => {
  expect(closest('bat', ['cat', 'hat'])).toBe('cat');
});
