// A bracket that is never closed.
import { type Diagnostic, insert, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const unclosedBracketPage: ProblemPage = {
  code: 'unclosed-bracket',
  severity: 'error',
  title: 'bracket that is never closed',
  explanation:
    'Every `{`, `(` and `[` needs its `}`, `)` or `]`. This one has none. What follows at the left margin is ' +
    'read as if the bracket were closed before it, so that other mistakes are still found.\n\n' +
    'Write the closing bracket where the element, the call or the list ends.',
  bad: 'group { at: (0, -5)\n  tree { at: (0, -8), height: 9m }\n',
  good: 'group { at: (0, -5)\n  tree { at: (0, -8), height: 9m }\n}',
};

/** `missing` closes this bracket and the `others` inside of it, which belong at `end`. */
export function unclosedBracket(
  open: Place,
  bracket: string,
  missing: string,
  end: number,
  others: readonly Place[],
): Diagnostic {
  return problem(unclosedBracketPage, open, `this \`${bracket}\` is never closed`, {
    related: [
      ...others.map((other) => label(other, 'this one is open, too')),
      label({ ...open, start: end, end }, `expected \`${missing}\` at the latest here`),
    ],
    notes: [`write \`${missing}\` where it ends`],
    fixes: [insert(end, missing, { safe: false })],
  });
}
