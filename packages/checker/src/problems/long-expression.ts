// Reports more operators in a row than can be walked.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const longExpressionPage: ProblemPage = {
  code: 'long-expression',
  severity: 'error',
  title: 'too long an expression',
  explanation:
    'At most 1,000 operators may stand in a row. The limit keeps a scene from a stranger safe to open.\n\nGive parts of the expression names with `let`, or compute it in another way: a sum of equal parts is a product.',
  bad: `let x = ${Array.from({ length: 1003 }, () => '1m').join(' + ')}\ntree { at: (0, -x), height: 4 }`,
  good: 'let x = 1003 * 1m\ntree { at: (0, -x), height: 4 }',
};

/** More operators in a row than are allowed. */
export function longChain(place: Place, length: number, limit: number): Diagnostic {
  return problem(longExpressionPage, place, `this has ${length} parts`, {
    notes: [`expected at most ${limit}`, 'give parts of it names with `let`'],
  });
}
