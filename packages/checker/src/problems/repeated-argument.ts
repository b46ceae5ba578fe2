import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const repeatedArgumentPage: ProblemPage = {
  code: 'repeated-argument',
  severity: 'error',
  title: 'argument given twice',
  explanation: 'A parameter takes one value.',
  bad: 'scatter 5 in disk(radius: 4, radius: 5) { bush { height: 1 } }',
  good: 'scatter 5 in disk(radius: 4) { bush { height: 1 } }',
};

/** A parameter is given a second value. */
export function repeatedArgument(place: Place, name: string): Diagnostic {
  return problem(repeatedArgumentPage, place, `\`${name}\` has a value already`, { notes: ['remove one of the two'] });
}
