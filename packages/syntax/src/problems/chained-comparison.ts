// `a < b < c`.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const chainedComparisonPage: ProblemPage = {
  code: 'chained-comparison',
  severity: 'error',
  title: 'chained comparison',
  explanation:
    'A comparison has two sides and gives true or false. `a < b < c` would compare that truth with `c`.\n\n' +
    'Write both comparisons and join them: `a < b and b < c`.',
  bad: 'let a = 2\nif 1 < a < 3 { tree { at: (0, -8), height: 9m } }',
  good: 'let a = 2\nif 1 < a and a < 3 { tree { at: (0, -8), height: 9m } }',
};

export function chainedComparison(place: Place, operator: string): Diagnostic {
  return problem(chainedComparisonPage, place, `a second comparison: \`${operator}\``, {
    notes: ['write both comparisons and join them: `a < b and b < c`'],
  });
}
