// White space and comments change nothing.
import { arbitraryProgram } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, meaning, runs, TIMEOUT } from './support.ts';

test('another layout is the same scene and has the same said of it', { timeout: TIMEOUT }, () => {
  fc.assert(
    fc.property(arbitraryProgram({ size: 6 }), fc.nat(), (program, seed) => {
      const [one, other] = [checkText(program.text, program), checkText(program.laidOut(seed), program)];
      expect(meaning(other.value.scene)).toBe(meaning(one.value.scene));
      const said = (checked: typeof one) =>
        checked.diagnostics.map(({ code, primary }) => `${code} ${primary.message}`);
      expect(said(other)).toEqual(said(one));
    }),
    runs(10),
  );
});
