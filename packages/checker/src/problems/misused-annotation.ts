// Reports an annotation with wrong values, or where none may stand.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { AnnotationDefinition } from '@diorama/vocabulary';
import { expectedFound } from './wording.ts';

export const misusedAnnotationPage: ProblemPage = {
  code: 'misused-annotation',
  severity: 'error',
  title: 'an annotation used wrongly',
  explanation:
    'An annotation is a fact about one element: how many pixels it fills, how sure the writer is of it, a remark. It takes one value, which is written out, and stands before its element; a note may be repeated, the others may not.\n\nA loop, a group or the use of a prefab comes to be many elements, or none. Write the annotation before the elements inside of it.',
  bad: '@pixels(12) for i in 0..<3 { tree { at: (i * 1m, -8), height: 4 } }',
  good: 'for i in 0..<3 { @pixels(12) tree { at: (i * 1m, -8), height: 4 } }',
};

/** An annotation of what is no single element. */
export function misplacedAnnotation(place: Place, name: string, what: string): Diagnostic {
  return problem(misusedAnnotationPage, place, `\`@${name}\` cannot be said of ${what}`, {
    notes: ['write it before an element that is drawn, such as a tree or a box'],
  });
}

/** An annotation with too few or too many values. */
export function annotationArguments(place: Place, definition: AnnotationDefinition, found: number): Diagnostic {
  return problem(misusedAnnotationPage, place, `\`@${definition.name}\` takes one value`, {
    notes: [...expectedFound('1 value', found === 0 ? 'none' : `${found}`), `for example \`${definition.example}\``],
  });
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
    notes: ['expected a number or a text that no draw or loop decides'],
  });
}
