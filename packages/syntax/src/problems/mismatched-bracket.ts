// A bracket closed by another kind of bracket.
import { type Diagnostic, label, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const mismatchedBracketPage: ProblemPage = {
  code: 'mismatched-bracket',
  severity: 'error',
  title: 'bracket closed by another kind',
  explanation:
    'Brackets close in the order in which they were opened, each by its own kind: `(` by `)`, `[` by `]`, `{` ' +
    'by `}`.',
  bad: 'tree { at: (0, -8], height: 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

export function mismatchedBracket(close: Place, found: string, expected: string, open: Place): Diagnostic {
  return problem(mismatchedBracketPage, close, `expected \`${expected}\`, found \`${found}\``, {
    related: [label(open, 'the bracket that is open')],
    fixes: [replace(close, expected, { safe: false })],
  });
}
