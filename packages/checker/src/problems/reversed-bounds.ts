// Reports two bounds of which the lower one is, or can be, the higher.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const reversedBoundsPage: ProblemPage = {
  code: 'reversed-bounds',
  severity: 'error',
  title: 'bounds the wrong way round',
  explanation:
    'Some functions take two bounds, the smaller one first: `clamp(x, low, high)` keeps a value between them, and a `ring` is the ground between an inner and an outer circle. With the bounds the other way round nothing lies between them; between the two equal circles of a ring nothing does either.\n\nWrite the smaller bound first. If draws or loops decide the bounds, they must be in order in every case: the program is checked for all of them at once.',
  bad: 'let tall = clamp(3m, 5m, 1m)\ntree { at: (0, -8), height: tall }',
  good: 'let tall = clamp(3m, 1m, 5m)\ntree { at: (0, -8), height: tall }',
};

/** A ring whose inner circle is not inside its outer one. */
export function emptyRing(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(reversedBoundsPage, place, 'between these circles lies nothing', {
    title: 'a ring without ground',
    related,
    notes: ['the inner radius must be less than the outer: `ring(inner: 4, outer: 6)`'],
  });
}

/** The bounds of a `clamp` are the wrong way round. */
export function reversedClamp(place: Place, related: readonly Label[] = []): Diagnostic {
  return problem(reversedBoundsPage, place, 'the low bound lies, or can lie, above the high one', {
    related,
    notes: ['write the smaller bound first: `clamp(x, 0m, 2m)`'],
  });
}
