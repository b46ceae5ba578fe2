// `else` without `if`.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const strayElsePage: ProblemPage = {
  code: 'stray-else',
  severity: 'error',
  title: '`else` without `if`',
  explanation: 'An `else` follows the closing brace of an `if`: `if lush { … } else { … }`.',
  bad: 'tree { at: (0, -8), height: 9m } else { bush { at: (0, -8), height: 1m } }',
  good: 'let lush = true\nif lush { tree { at: (0, -8), height: 9m } } else { bush { at: (0, -8), height: 1m } }',
};

export function strayElse(place: Place): Diagnostic {
  return problem(strayElsePage, place, 'no `if` stands before this `else`', {
    notes: ['write `if condition { … } else { … }`'],
  });
}
