// Reports an annotation that there is not.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { suggest, writeSuggestion } from './wording.ts';

export const unknownAnnotationPage: ProblemPage = {
  code: 'unknown-annotation',
  severity: 'error',
  title: 'unknown annotation',
  explanation:
    'An annotation states a fact about the element behind it that is no part of the scene. There are three: `@pixels(1582)`, how many pixels of the picture it fills; `@confidence(0.83)`, how sure the writer is of it; `@note("…")`, a remark.\n\nFor anything else write a note, or a comment: `// …`.',
  bad: '@pixel(12) tree { at: (0, -8), height: 4 }',
  good: '@pixels(12) tree { at: (0, -8), height: 4 }',
};

/** An annotation that does not exist. */
export function unknownAnnotation(place: Place, name: string, names: readonly string[]): Diagnostic {
  const nearest = suggest(name, names);
  return problem(unknownAnnotationPage, place, nearest ? `did you mean \`@${nearest.text}\`?` : 'no such annotation', {
    notes: nearest ? [] : [`the annotations are ${names.map((known) => `@${known}`).join(', ')}`],
    fixes: writeSuggestion(place, nearest),
  });
}
