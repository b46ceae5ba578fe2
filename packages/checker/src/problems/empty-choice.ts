// Reports a draw from nothing.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Scalar } from '../value.ts';
import { expectedFound, scalarText } from './wording.ts';

export const emptyChoicePage: ProblemPage = {
  code: 'empty-choice',
  severity: 'error',
  title: 'nothing to choose from',
  explanation:
    '`pick` chooses one of several values, so there must be one at least: a list with an item, or a range whose first bound is not above its second. In the same way `random(a..b)` needs its lower bound first.\n\nWrite the smaller bound first, or give the list an item.',
  bad: 'let n = pick(6..1)\ntree { at: (0, -8), height: n * 1m }',
  good: 'let n = pick(1..6)\ntree { at: (0, -8), height: n * 1m }',
};

/** A draw from a list without items. */
export function emptyList(place: Place): Diagnostic {
  return problem(emptyChoicePage, place, 'this list is empty', { notes: ['give it one value at least'] });
}

/** A draw from a range that holds nothing. */
export function reversedRange(place: Place, from: Scalar, to: Scalar, related: readonly Label[] = []): Diagnostic {
  return problem(emptyChoicePage, place, 'the first bound is not below the second', {
    related,
    notes: [
      ...expectedFound('a smaller and a greater bound', `${scalarText(from, '')}, then ${scalarText(to, '')}`),
      'write the smaller bound first: `1..6`',
    ],
  });
}
