// Reports an asset’s id that is not written as ids are.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const malformedAssetIdPage: ProblemPage = {
  code: 'malformed-asset-id',
  severity: 'error',
  title: 'not an asset id',
  explanation:
    'An asset is named by its class and its species, in small letters: `tree/oak`. One individual of the species has a number behind that: `tree/oak#12`.\n\nTo say in words what you want, use `like("a big oak")`: it takes what the library has that comes nearest.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("a big oak") }',
  good: 'tree { at: (0, -8), height: 4, appearance: asset("tree/oak") }',
};

/** A text that is no asset id. */
export function malformedAssetId(place: Place, fixes: readonly Fix[] = []): Diagnostic {
  return problem(malformedAssetIdPage, place, 'this is not of the form class/species', {
    notes: ['expected an id such as "tree/oak" or "tree/oak#12"', 'to describe it in words, use `like("…")`'],
    fixes,
  });
}
