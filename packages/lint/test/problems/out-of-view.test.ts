import { makeElement } from '@diorama/scene/testing';
import { expect, test } from 'vitest';
import { checkLint } from '../check-lint.ts';

const box = (x: number, y: number, z: number) => makeElement('cylinder', { at: [x, y, z], radius: 0.5, height: 1 });
const camera = { fov: 90, position: { kind: 'world', x: 0, y: 10, z: 0 }, far: 100 } as const;

test.each([
  ['3 m behind the camera', box(0, 0, 3.5)],
  ['2 m beyond the camera’s far', box(0, 0, -102.5)],
  ['0.02 m nearer than the camera’s near', makeElement('sphere', { at: [0, 9.99, -0.02], radius: 0.01 })],
])('%s', (message, element) => {
  checkLint(
    {
      camera,
      elements: [
        {
          ...element,
          at: { ...element.at, kind: 'view', ...(element.at.kind === 'world' && { y: element.at.y - 10 }) },
        } as typeof element,
      ],
    },
    ...floatsToo(element, `out-of-view: ${message}`),
  );
});

/** What is in front of a camera 10 m up floats as well. */
function floatsToo(element: { kind: string }, ...expected: readonly string[]): readonly string[] {
  return element.kind === 'sphere' ? ['floats: 9.99 m above the ground', ...expected] : expected;
}

test('beside the picture', () => {
  const elements = [makeElement('box', { at: [12, -10], rotation: 45 })];
  const [problem] = checkLint({ camera: { fov: 90 }, elements }, 'out-of-view: 0.914 m to the right of the picture');
  expect(problem?.notes[0]).toBe('found: its base at (12, 0, -10)');
  checkLint(
    { camera: { fov: 90 }, elements: [makeElement('box', { at: [-12, -10], rotation: 45 })] },
    'out-of-view: 0.914 m to the left of the picture',
  );
});

test('nothing to say about what reaches into the picture', () => {
  checkLint({ camera: { fov: 90 }, elements: [makeElement('box', { at: [10.6, -10], rotation: 45 })] });
});

test('nothing to say about a scatter that is partly in the picture', () => {
  const origin = { file: 'a.dio', start: 7, end: 9 };
  const at = (z: number) => makeElement('tree', { at: [0, z], height: 5, origin });
  checkLint({ elements: [at(-20), at(20), at(30)] });
  checkLint(
    { elements: [at(20), at(30)] },
    'out-of-view: 2 of these are out of view; the worst: 28.3 m behind the camera',
  );
});
