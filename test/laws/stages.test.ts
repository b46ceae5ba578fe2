// What a stage accepts, the next one can use.

import { check } from '@diorama/checker';
import { lintFile } from '@diorama/compiler';
import { SourceFile } from '@diorama/diagnostics';
import { lower } from '@diorama/lowering';
import { validateScene } from '@diorama/scene';
import { parse } from '@diorama/syntax';
import { arbitraryProgram, createRandom, mutate, type Random } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, errorsOf, MAIN, RUNS, runs, TIMEOUT, worldOf } from './support.ts';

test('every program of the generator is without mistakes', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(arbitraryProgram(), (program) => {
      expect(errorsOf(checkText(program.text, program).diagnostics)).toEqual([]);
    }),
    runs(30),
  );
});

test('what is checked can be lowered, whatever was done to it', { timeout: TIMEOUT }, () => {
  const programs = fc.oneof(arbitraryProgram({ size: 6 }), arbitraryProgram({ size: 6, holes: true }));
  let accepted = 0;
  fc.assert(
    fc.property(programs, fc.nat(), (program, seed) => {
      const text = disturbed(program.text, createRandom(seed));
      const source = SourceFile.from(MAIN, text);
      const { value, diagnostics } = parse(source);
      const checked = check(value, { source, world: worldOf(text, program), limits: { instances: 10_000 } });
      if (errorsOf([...diagnostics, ...checked.diagnostics]).length > 0) return;
      accepted += 1;
      const lowered = lower(checked.value, { limits: { instances: 10_000 } });
      expect(errorsOf(lowered.diagnostics)).toEqual([]);
      expect(validateScene(lowered.value)).toEqual([]);
    }),
    runs(31),
  );
  expect(accepted).toBeGreaterThan(RUNS / 10);
});

/** Other values where the old ones were, which most programs bear; or any damage. */
function disturbed(text: string, random: Random): string {
  if (random.chance(0.3)) return mutate(text, random);
  const share = random.pick([0.02, 0.1, 0.5]);
  return text.replace(/(?<![\w#"/])\d+(\.\d+)?/g, (number) => (random.chance(share) ? random.pick(NUMBERS) : number));
}
const NUMBERS = ['0', '1', '2', '7', '0.5', '90', '1e-9', '1e6', '1e300'];

test('what is checked can be looked at for what is physically wrong', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(arbitraryProgram({ size: 6 }), (program) => {
      const linted = lintFile(worldOf(program.text, program), MAIN);
      if ('unreadable' in linted) throw new Error('a text in memory can be read');
      expect(errorsOf(linted.diagnostics)).toEqual([]);
    }),
    runs(32),
  );
});
