// Reports a property that is given twice.
import { type Diagnostic, type Fix, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const repeatedPropertyPage: ProblemPage = {
  code: 'repeated-property',
  severity: 'error',
  title: 'property given twice',
  explanation:
    'A property has one value, and this element gives it two: which of them counts would be a guess.\n\nRemove one of the two.',
  bad: 'tree { at: (0, -8), height: 4, height: 5 }',
  good: 'tree { at: (0, -8), height: 5 }',
};

/** A property stands twice in one element. */
export function repeatedProperty(place: Place, name: string, earlier: Place, fixes: readonly Fix[]): Diagnostic {
  return problem(repeatedPropertyPage, place, `\`${name}\` has a value already`, {
    related: [label(earlier, 'first given here')],
    notes: ['remove one of the two'],
    fixes,
  });
}
