// `if a then b` without `else`.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const incompleteConditionalPage: ProblemPage = {
  code: 'incomplete-conditional',
  severity: 'error',
  title: 'incomplete conditional',
  explanation:
    'A conditional expression always has both values: `if lush then 9m else 4m`. As a statement, `if` has ' +
    'braces: `if lush { … }`, and needs no `else`.',
  bad: 'let lush = true\ntree { at: (0, -8), height: if lush then 9m }',
  good: 'let lush = true\ntree { at: (0, -8), height: if lush then 9m else 4m }',
};

export function incompleteConditional(place: Place, missing: 'then' | 'else', found: string | undefined): Diagnostic {
  return problem(incompleteConditionalPage, place, `expected \`${missing}\` and a value`, {
    notes: [
      `expected: \`${missing}\``,
      `found:    ${found ?? 'the end'}`,
      'write `if condition then value else value`',
    ],
  });
}
