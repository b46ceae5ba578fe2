import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { AnnotationDefinition } from '@diorama/vocabulary';

export const misusedAnnotationPage: ProblemPage = {
  code: 'misused-annotation',
  severity: 'error',
  title: 'an annotation used wrongly',
  explanation:
    'An annotation takes one literal value, stands once before an element (a note may be repeated), and tells about that one element: not about a loop, a group or a prefab’s use.',
  bad: '@pixels(12) for i in 0..<3 { tree { at: (i * 1m, -8), height: 4 } }',
  good: 'for i in 0..<3 { @pixels(12) tree { at: (i * 1m, -8), height: 4 } }',
};

/** An annotation of what is no single element. */
export function misplacedAnnotation(place: Place, name: string, what: string): Diagnostic {
  return problem(misusedAnnotationPage, place, `\`@${name}\` cannot tell about ${what}`, {
    notes: ['write it before an element'],
  });
}

/** An annotation with too few or too many values. */
export function annotationArguments(place: Place, definition: AnnotationDefinition, found: number): Diagnostic {
  return problem(
    misusedAnnotationPage,
    place,
    `\`@${definition.name}\` takes ${definition.parameters.length} value, not ${found}`,
    {
      notes: [`for example \`${definition.example}\``],
    },
  );
}

/** An annotation that stands a second time. */
export function repeatedAnnotation(place: Place, name: string): Diagnostic {
  return problem(misusedAnnotationPage, place, `the element has \`@${name}\` already`, {
    notes: ['remove one of the two'],
  });
}

/** An annotation whose value is not written out. */
export function annotationNotLiteral(place: Place): Diagnostic {
  return problem(misusedAnnotationPage, place, 'the value of an annotation is written out', {
    notes: ['expected a number or a text'],
  });
}
