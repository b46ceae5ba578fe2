// Reports an id that the library does not have.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { someOf, suggest, writeSuggestion } from './wording.ts';

export const unknownAssetPage: ProblemPage = {
  code: 'unknown-asset',
  severity: 'error',
  title: 'unknown asset',
  explanation:
    'The asset library has no entry of this id. Ids are made of a class and a species, `tree/oak`, and must be written exactly.\n\nChoose one of those that the message lists. Or say in words what you want: `like("oak")` takes what comes nearest, and always finds something.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("tree/oka") }',
  good: 'tree { at: (0, -8), height: 4, appearance: asset("tree/oak") }',
};

/** An id that the library does not have. `written`: the place is that of the text in quotes. */
export function unknownAsset(place: Place, id: string, ids: readonly string[], written: boolean): Diagnostic {
  const nearest = suggest(id.replace(/#.*/, ''), ids);
  const inside = { start: place.start + 1, end: place.end - 1 };
  const variant = /#.*/.exec(id)?.[0] ?? '';
  const fact = nearest ? `did you mean "${nearest.text}"?` : `the library has no ${written ? 'such asset' : `"${id}"`}`;
  return problem(unknownAssetPage, place, fact, {
    notes: [
      ...(nearest && !written ? [`the library has no "${id}"`] : []),
      ...(nearest
        ? []
        : ids.length > 0
          ? [`it has ${someOf(ids, 12)}`]
          : [`it has nothing of the class \`${id.slice(0, id.indexOf('/'))}\``]),
      ...(nearest ? [] : ['or take what comes nearest to a description: `like("…")`']),
    ],
    fixes: written && nearest ? writeSuggestion(inside, { ...nearest, text: `${nearest.text}${variant}` }) : [],
  });
}
