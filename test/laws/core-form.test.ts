// A scene printed in core form is that scene again, and what is expanded stays as it is.
import { expandFile } from '@diorama/compiler';
import { printCoreForm } from '@diorama/lowering';
import { type ArbitraryProgram, arbitraryCoreProgram, arbitraryProgram } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAIN, meaning, runs, sceneOf, TIMEOUT, worldOf } from './support.ts';

const programs = fc.oneof(
  { arbitrary: arbitraryProgram({ size: 6 }), weight: 2 },
  { arbitrary: arbitraryCoreProgram({ size: 20 }), weight: 1 },
);

test('lowering what a scene is printed as gives the scene, bit for bit', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programs, (program) => {
      const scene = sceneOf(program.text, program);
      expect(meaning(sceneOf(printCoreForm(scene), program))).toBe(meaning(scene));
    }),
    runs(20),
  );
});

test('expanding is a fixpoint and changes no draw', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(programs, (program) => {
      const once = expanded(program.text, program);
      expect(expanded(once, program)).toBe(once);
      expect(meaning(sceneOf(once, program))).toBe(meaning(sceneOf(program.text, program)));
    }),
    runs(21),
  );
});

function expanded(text: string, program: ArbitraryProgram): string {
  const outcome = expandFile(worldOf(text, program), MAIN);
  if ('unreadable' in outcome || outcome.value.text === undefined) throw new Error(`cannot be expanded:\n${text}`);
  return outcome.value.text;
}
