// Notes that the library has nothing much like a description.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const poorMatchPage: ProblemPage = {
  code: 'poor-match',
  severity: 'note',
  title: 'a poor match',
  explanation:
    '`like("…")` takes what the library has that comes nearest to the words. Here the best match is not near: the scene will be drawn with it all the same.\n\nDescribe it in other words, or name an asset with `asset("…")`. A library that does not have such a thing cannot give it.',
  bad: 'tree { at: (0, -8), height: 4, appearance: like("zzzz") }',
  good: 'tree { at: (0, -8), height: 4, appearance: like("oak") }',
};

/** The best match of a description is not a good one. */
export function poorMatch(
  place: Place,
  text: string,
  match: { readonly id: string; readonly score: number },
): Diagnostic {
  return problem(poorMatchPage, place, `the best match is ${match.id}, with a score of ${match.score.toFixed(2)}`, {
    notes: [`describe ${JSON.stringify(text)} in other words, or name an asset: \`asset("…")\``],
  });
}
