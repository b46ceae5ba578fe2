// Parentheses around the head of a loop, as in C.
import { type Diagnostic, type Place, type ProblemPage, problem, type TextEdit } from '@diorama/diagnostics';

export const extraParenthesesPage: ProblemPage = {
  code: 'extra-parentheses',
  severity: 'error',
  title: 'needless parentheses',
  explanation:
    'What stands between the word `for` or `scatter` and its body has no parentheses around it: ' +
    '`for i in 0..<5 { … }`, `scatter 40 in disk(radius: 9) { … }`.',
  bad: 'for (i in 0..<5) { tree { at: (i * 3m, -8), height: 9m } }',
  good: 'for i in 0..<5 { tree { at: (i * 3m, -8), height: 9m } }',
};

/** The place is the opening one; `word` begins the statement. */
export function extraParentheses(place: Place, word: string, edits: readonly TextEdit[]): Diagnostic {
  return problem(extraParenthesesPage, place, `\`${word}\` needs no parentheses`, {
    notes: ['remove the `(` and the `)` that closes it'],
    fixes: [{ title: 'remove the parentheses', edits, safe: true }],
  });
}
