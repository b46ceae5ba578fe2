// A prefab or an annotation without parentheses.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingParenthesesPage: ProblemPage = {
  code: 'missing-parentheses',
  severity: 'error',
  title: 'missing parentheses',
  explanation:
    'A prefab lists its parameters in parentheses, even if it has none: `prefab thicket() { … }`. An ' +
    'annotation has its values in parentheses: `@pixels(1582)`.',
  bad: 'prefab thicket { bush { height: 1m } }\nthicket { at: (0, -8) }',
  good: 'prefab thicket() { bush { height: 1m } }\nthicket { at: (0, -8) }',
};

/** The place is the name. */
export function missingParentheses(place: Place, written: string): Diagnostic {
  return problem(missingParenthesesPage, place, `expected \`(\` after \`${written}\``, {
    notes: [`write \`${written}(…)\``],
    fixes: [insert(place.end, '()', { title: 'insert `()`', safe: false })],
  });
}
