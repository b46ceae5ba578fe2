// A decimal point without digits on both sides.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const bareDecimalPointPage: ProblemPage = {
  code: 'bare-decimal-point',
  severity: 'error',
  title: 'decimal point without digits on both sides',
  explanation:
    'A number with a decimal point has digits on both sides of it: `0.5`, `5.0`. So `0..5` can only be the ' +
    'range from 0 to 5.',
  bad: 'tree { at: (0, -8), height: .5 }',
  good: 'tree { at: (0, -8), height: 0.5 }',
};

export function bareDecimalPoint(place: Place, written: string, meant: string): Diagnostic {
  return problem(bareDecimalPointPage, place, `\`${written}\` is written \`${meant}\``, {
    fixes: [replace(place, meant)],
  });
}
