import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const malformedAssetIdPage: ProblemPage = {
  code: 'malformed-asset-id',
  severity: 'error',
  title: 'not an asset id',
  explanation:
    'An asset is named by its class and species, `tree/oak`, and if need be by one individual of it, `tree/oak#12`. To describe what you want in words, use `like("…")`.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("a big oak") }',
  good: 'tree { at: (0, -8), height: 4, appearance: asset("tree/oak") }',
};

/** A text that is no asset id. */
export function malformedAssetId(place: Place, id: string): Diagnostic {
  return problem(malformedAssetIdPage, place, 'this is not of the form class/species', {
    notes: ['expected an id such as "tree/oak" or "tree/oak#12"', 'to describe it in words, use `like("…")`'],
    fixes: [{ title: 'use `like`', edits: [], safe: false }].filter(() => id === ''),
  });
}
