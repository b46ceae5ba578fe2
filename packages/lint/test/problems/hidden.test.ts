import { makeElement } from '@diorama/scene/testing';
import { expect, test } from 'vitest';
import { checkLint, findingsOf } from '../check-lint.ts';

const bird = (x: number, z: number) => makeElement('bird', { at: [x, z], height: 0.4 });
const boulder = makeElement('boulder', { at: [0, -6], height: 2 });

test('a bird behind a boulder', () => {
  const [problem] = checkLint({ elements: [boulder, bird(0, -14)] }, 'hidden: 100 % of it is behind a boulder');
  expect(problem?.related).toMatchObject([{ start: 0, message: 'this hides it' }]);
});

test('nothing to say beside it, before it, or about leaves', () => {
  checkLint({ elements: [boulder, bird(5, -14)] });
  checkLint({ elements: [boulder, bird(0.2, -4)] });
  checkLint({ elements: [makeElement('bush', { at: [0, -6], height: 2 }), bird(0, -14)] });
});

test('nothing to say about a tree behind a boulder that it overtops', () => {
  checkLint({ elements: [boulder, makeElement('tree', { at: [0, -14], height: 9 })] });
});

test('the share is that of the outline', () => {
  const wall = (width: number) => makeElement('box', { at: [0, -5], size: [width, 3, 0.2] });
  const behind = makeElement('box', { at: [0, -20], size: [2, 2, 2], color: '#ff0000' });
  expect(findingsOf('hidden', { elements: [wall(0.4), behind] })).toEqual([]);
  expect(findingsOf('hidden', { elements: [wall(2), behind] })).toMatchObject([
    { element: 1, other: 0, gap: 100, unit: '%' },
  ]);
});

test('something small is hidden only if all around it is covered', () => {
  const pebble = (x: number) => makeElement('boulder', { at: [x, -90], height: 0.3 });
  expect(findingsOf('hidden', { elements: [boulder, pebble(0)] })).toHaveLength(1);
  // The boulder's edge, as the camera sees it, is near 19 m at this distance.
  expect(findingsOf('hidden', { elements: [boulder, pebble(21)] })).toEqual([]);
});

test('water and planes can be hidden too', () => {
  const wall = makeElement('box', { at: [0, -5], size: [9, 6, 0.2] });
  expect(
    findingsOf('hidden', { elements: [wall, makeElement('water', { at: [0, -12], size: [2, 0, 2] })] }),
  ).toHaveLength(1);
});
