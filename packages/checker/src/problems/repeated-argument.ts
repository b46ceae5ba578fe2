// Reports an argument that is given twice.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const repeatedArgumentPage: ProblemPage = {
  code: 'repeated-argument',
  severity: 'error',
  title: 'argument given twice',
  explanation:
    'A parameter takes one value, and this call gives it two: which of them counts would be a guess.\n\nRemove one of the two.',
  bad: 'scatter 5 in disk(radius: 4, radius: 5) { bush { height: 1 } }',
  good: 'scatter 5 in disk(radius: 4) { bush { height: 1 } }',
};

/** A parameter is given a second value. */
export function repeatedArgument(place: Place, name: string, earlier: Place): Diagnostic {
  return problem(repeatedArgumentPage, place, `\`${name}\` has a value already`, {
    related: [label(earlier, 'first given here')],
    notes: ['remove one of the two'],
  });
}
