import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownAssetPage: ProblemPage = {
  code: 'unknown-asset',
  severity: 'error',
  title: 'unknown asset',
  explanation: 'The asset library has no entry of this id.',
  bad: 'tree { at: (0, -8), height: 4, appearance: asset("tree/oka") }',
  good: 'tree { at: (0, -8), height: 4, appearance: asset("tree/oak") }',
};

/** An id that the library does not have. */
export function unknownAsset(place: Place, id: string, ids: readonly string[]): Diagnostic {
  const nearest = closest(id.replace(/#.*/, ''), ids);
  const inside = { start: place.start + 1, end: place.end - 1 };
  return problem(unknownAssetPage, place, nearest ? `did you mean "${nearest}"?` : 'the library has no such asset', {
    notes: nearest
      ? []
      : ids.length > 0
        ? [`it has ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}`]
        : [`it has nothing of the class \`${id.slice(0, id.indexOf('/'))}\``],
    fixes: nearest ? [replace(inside, nearest)] : [],
  });
}
