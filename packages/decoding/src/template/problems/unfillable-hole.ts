// A hole for which there is no value.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const UNFILLABLE_HOLE: ProblemPage = {
  code: 'unfillable-hole',
  severity: 'error',
  title: 'no value fits this hole',
  explanation: `A model completes a program by writing a value in place of each \`?\`. What it may write are literals: numbers with
their units, texts, colors, words, tuples and constructors such as \`yaw(40)\`. Where only something else would do, such as a
list, or where what stands around the hole leaves no value, there is nothing that a model could write.

Write the value yourself, or change what stands around it.`,
  bad: 'let heights: List[Length] = ?\nfor height in heights { sphere { at: (0, 0), radius: height } }',
  good: 'let heights: List[Length] = [1m, 2m]\nfor height in heights { sphere { at: (?, 0), radius: height } }',
};

export function unfillableHole(place: Place, fact: string): Diagnostic {
  return problem(UNFILLABLE_HOLE, place, fact);
}
