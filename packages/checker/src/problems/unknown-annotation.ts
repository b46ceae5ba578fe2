import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownAnnotationPage: ProblemPage = {
  code: 'unknown-annotation',
  severity: 'error',
  title: 'unknown annotation',
  explanation: 'The annotations are @pixels(n), @confidence(0..1) and @note("…").',
  bad: '@pixel(12) tree { at: (0, -8), height: 4 }',
  good: '@pixels(12) tree { at: (0, -8), height: 4 }',
};

/** An annotation that does not exist. */
export function unknownAnnotation(place: Place, name: string, names: readonly string[]): Diagnostic {
  const nearest = closest(name, names);
  return problem(unknownAnnotationPage, place, nearest ? `did you mean \`@${nearest}\`?` : 'no such annotation', {
    notes: nearest ? [] : [`the annotations are ${names.map((known) => `@${known}`).join(', ')}`],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}
