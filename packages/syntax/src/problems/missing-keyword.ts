// A word such as `in` or `from` was left out.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingKeywordPage: ProblemPage = {
  code: 'missing-keyword',
  severity: 'error',
  title: 'missing word',
  explanation:
    'Some words hold a line together: `for i in 0..5`, `scatter 40 in disk(radius: 9)`, `use thicket from ' +
    '"plants.dio"`. One of them is missing here.',
  bad: 'for i 0..3 { tree { at: (i * 1m, -8), height: 9m } }',
  good: 'for i in 0..3 { tree { at: (i * 1m, -8), height: 9m } }',
};

/** `form` shows how the whole is written. */
export function missingKeyword(
  place: Place,
  expected: string,
  found: string | undefined,
  form: string,
  fixes: readonly Fix[] = [],
): Diagnostic {
  return problem(missingKeywordPage, place, `expected ${expected}`, {
    notes: [`expected: ${expected}`, `found:    ${found ?? 'the end'}`, `write \`${form}\``],
    fixes,
  });
}
