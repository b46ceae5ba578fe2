// A session says of an edited text what a fresh check of it says.
import { openSession } from '@diorama/compiler';
import type { Diagnostic } from '@diorama/diagnostics';
import { type ArbitraryProgram, arbitraryProgram, createRandom, type Random, tokenSoup } from '@diorama/testing';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkText, MAIN, runs, TIMEOUT, worldOf } from './support.ts';

test('after any edits, a session says what a fresh check says', { timeout: TIMEOUT }, () => {
  const programs = fc.oneof(arbitraryProgram(), arbitraryProgram({ holes: true }));
  fc.assert(
    fc.property(programs, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (program, seeds) => {
      const session = openSession(worldOf('', program), MAIN, program.text);
      for (const seed of seeds) {
        const { text, diagnostics } = session.update(randomEdit(session.snapshot.text, createRandom(seed)));
        expect(toldBy(diagnostics), text).toEqual(toldBy(fresh(text, program)));
      }
    }),
    runs(40),
  );
});

function fresh(text: string, program: ArbitraryProgram): readonly Diagnostic[] {
  return checkText(text, program).diagnostics;
}

/** The same but for the sections, which are compared by identity where it matters. */
function toldBy(diagnostics: readonly Diagnostic[]): unknown {
  return JSON.parse(JSON.stringify(diagnostics, (key, value) => (key === 'section' ? undefined : value)));
}

/** Typing, deleting, pasting: mostly at the borders of words, where editors are used. */
function randomEdit(text: string, random: Random) {
  const borders = [...text.matchAll(/\b|\n/g)].map(({ index }) => index);
  const start = borders.length > 0 && random.chance(0.8) ? random.pick(borders) : random.integer(0, text.length);
  const end = random.chance(0.5) ? start : Math.min(text.length, start + random.pick([1, 1, 3, 10, 80]));
  const copied = random.integer(0, text.length);
  const inserted = random.pick([
    '',
    random.pick(['{', '}', '(', ')', '"', '/*', '*/', '//', '\n', ' ', ',', ':', '-', '1', 'x', 'if ', 'let ']),
    tokenSoup(random, random.integer(1, 4)),
    text.slice(copied, copied + random.pick([5, 40, 200])),
    'tree { at: (0, -4), height: 3 }\n',
  ]);
  return { start, end, text: inserted };
}
