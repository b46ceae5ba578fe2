// Scenes made for tests keep every invariant and have the vocabulary's defaults.
import { KINDS } from '@diorama/vocabulary';
import { expect, test } from 'vitest';
import type { Element } from '../src/scene.ts';
import { makeElement, makeScene } from '../src/testing.ts';
import { validateScene } from '../src/validate-scene.ts';

const kinds = KINDS.filter(({ role }) => role !== 'setting' && role !== 'group').map(
  ({ name }) => name as Element['kind'],
);

test('the default scene is valid', () => {
  const scene = makeScene();
  expect(validateScene(scene)).toEqual([]);
  expect(scene.camera).toMatchObject({
    position: { kind: 'world', x: 0, y: 1.6, z: 0 },
    fov: 50,
    aim: { kind: 'angles', pitch: 0 },
  });
  expect(scene.sky.sunElevation).toBe(35);
});

test.each(kinds)('a default %s is valid', (kind) => {
  expect(validateScene(makeScene({ elements: [makeElement(kind)] }))).toEqual([]);
});

test('places can be written in short', () => {
  expect(makeElement('tree', { at: [1, -2] }).at).toEqual({ kind: 'ground', x: 1, z: -2 });
  expect(makeElement('tree', { at: [1, 0, -2] }).at).toEqual({ kind: 'world', x: 1, y: 0, z: -2 });
  expect(makeElement('tree', { rotation: 40 }).rotation).toEqual({ kind: 'yaw', yaw: 40 });
});
