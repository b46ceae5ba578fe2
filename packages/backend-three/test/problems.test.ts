// What three.js cannot draw is said where the program asks for it.
import type { Element } from '@diorama/scene';
import type { Stage } from '@diorama/stage';
import { expect, test } from 'vitest';
import { emitHtml, emitModule, THREE_PAGES } from '../src/index.ts';
import { boxStage } from './support/box-stage.ts';

function withLamps(count: number): Stage {
  const stage = boxStage();
  const [lamp] = stage.lamps;
  if (lamp === undefined) throw new Error('the stage has a lamp');
  const elements = Array.from({ length: count }, (_, index) => ({
    kind: 'lamp',
    origin: { file: 'night.dio', start: 10 * index, end: 10 * index + 5 },
  })) as unknown as Element[];
  return {
    ...stage,
    scene: { ...stage.scene, elements },
    models: stage.models.slice(0, 1),
    lamps: elements.map((_, element) => ({ ...lamp, element })),
  };
}

test.each([
  [0, []],
  [32, []],
  [33, ['many-lamps night.dio 320']],
  [40, ['many-lamps night.dio 320']],
])('%d lamps', (count, expected) => {
  const stage = withLamps(count);
  for (const { diagnostics } of [emitModule(stage), emitHtml(stage, { viewer: '' })]) {
    expect(diagnostics.map(({ code, primary }) => `${code} ${primary.file} ${primary.start}`)).toEqual(expected);
  }
});

test('every page has a code of its own', () => {
  expect(new Set(THREE_PAGES.map(({ code }) => code)).size).toBe(THREE_PAGES.length);
});
