// A RAW argument is not of the sort that it should be.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { shorten } from './shorten.ts';

export const RAW_BAD_VALUE: ProblemPage = {
  code: 'raw-bad-value',
  severity: 'error',
  command: 'import',
  title: 'wrong sort of value in a RAW call',
  explanation: `Settings and \`height\` are numbers, \`pixels\` is a whole number, \`loc\` is three numbers in
parentheses. \`rotation\` is the place \`[ROT]\` of a row in the array of rotations, \`appearance\` and the ground are
the place \`[CLIP]\` of a row in the array of appearances.

\`[NUM]\` marks a number that a model has yet to fill in; the import needs the number itself. Numbers are finite: \`nan\`
and \`inf\` are none.`,
  bad: 'set_air([NUM])',
  good: 'set_air(0.771)',
};

/** `expected` and `found` are noun phrases; `found` is the user's text. */
export function rawBadValue(place: Place, expected: string, found: string): Diagnostic {
  return problem(RAW_BAD_VALUE, place, `this is not ${expected}`, {
    notes: [`expected: ${expected}`, `found: ${shorten(found)}`, ...hints(found)],
  });
}

function hints(found: string): readonly string[] {
  return /^\[\s*NUM\s*\]$/.test(found) ? ['[NUM] only marks the place of a number: write the number itself'] : [];
}
