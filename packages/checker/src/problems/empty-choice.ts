import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const emptyChoicePage: ProblemPage = {
  code: 'empty-choice',
  severity: 'error',
  title: 'nothing to choose from',
  explanation:
    '`pick` needs at least one value: a list with an item, or a range whose first bound is not above its second. `random` and `clamp` need their lower bound first.',
  bad: 'let n = pick(6..1)\ntree { at: (0, -8), height: n * 1m }',
  good: 'let n = pick(1..6)\ntree { at: (0, -8), height: n * 1m }',
};

/** There is nothing to draw from. */
export function emptyChoice(place: Place): Diagnostic {
  return problem(emptyChoicePage, place, 'this holds nothing', {
    notes: ['write the smaller bound first: `pick(1..6)`'],
  });
}

/** The bounds of a `clamp` are the wrong way round. */
export function reversedClamp(place: Place): Diagnostic {
  return problem(emptyChoicePage, place, 'the low bound is above the high one', {
    notes: ['write the smaller bound first: `clamp(x, 0m, 2m)`'],
  });
}
