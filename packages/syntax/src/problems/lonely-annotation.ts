// An annotation with nothing behind it.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const lonelyAnnotationPage: ProblemPage = {
  code: 'lonely-annotation',
  severity: 'error',
  title: 'annotation without a statement',
  explanation:
    'An annotation such as `@note("…")` says something about the element, `for`, `if` or `scatter` that ' +
    'follows it. Nothing of the kind follows this one.',
  bad: '@note("the old one")\nlet far = 30m',
  good: '@note("the old one")\ntree { at: (0, -8), height: 9m }',
};

export function lonelyAnnotation(place: Place, found: string | undefined): Diagnostic {
  return problem(lonelyAnnotationPage, place, 'an annotation needs an element behind it', {
    notes: ['expected: an element, `for`, `if` or `scatter`', `found:    ${found ?? 'the end'}`],
  });
}
