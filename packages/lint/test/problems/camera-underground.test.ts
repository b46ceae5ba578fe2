import { makeElement } from '@diorama/scene/testing';
import { expect, test } from 'vitest';
import { checkLint, findingsOf } from '../check-lint.ts';

const at = (y: number) => ({ camera: { position: { kind: 'world', x: 0, y, z: 0 } as const } });

test('under the ground', () => {
  const [problem] = checkLint(at(-1), 'camera-underground: the eye is 1 m under the ground');
  expect(problem?.notes).toEqual([
    'found: the ground at 0 m under the camera',
    'raise it by 2.6 m to a standing person’s eye',
  ]);
  expect(problem?.primary).toMatchObject({ file: 'scene', start: 0, end: 0 });
});

test('on the ground', () => {
  checkLint(at(0), 'camera-underground: the eye is on the ground');
  checkLint(
    { camera: { position: { kind: 'ground', x: 3, z: 4 } }, ground: { relief: 5 } },
    'camera-underground: the eye is on the ground',
  );
});

test('nothing to say above it', () => {
  checkLint({ ...at(0.1), elements: [makeElement('tree', { at: [0, -12], height: 4 })] });
});

test('the gap is the one to the hill above', () => {
  const ground = { relief: 30, reliefScale: 10 };
  const [on] = findingsOf('camera-underground', { ground, camera: { position: { kind: 'ground', x: 3, z: 4 } } });
  const y = (on?.ground ?? 0) - 2;
  const [under] = findingsOf('camera-underground', { ground, camera: { position: { kind: 'world', x: 3, y, z: 4 } } });
  expect(under?.gap).toBeCloseTo(2, 9);
});
