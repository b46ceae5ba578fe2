import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Scalar } from '../value.ts';
import { expectedFound } from './wording.ts';

export const indexOutOfRangePage: ProblemPage = {
  code: 'index-out-of-range',
  severity: 'error',
  title: 'no such item in the list',
  explanation: 'The items of a list are counted from 0: a list of three has the items 0, 1 and 2.',
  bad: 'let heights = [4m, 5m, 6m]\ntree { at: (0, -8), height: heights[3] }',
  good: 'let heights = [4m, 5m, 6m]\ntree { at: (0, -8), height: heights[2] }',
};

/** An index that its list does not have. */
export function indexOutOfRange(place: Place, index: Scalar, length: number, uses: readonly Place[] = []): Diagnostic {
  const found = typeof index === 'number' ? `${index}` : `${index.min} to ${index.max}`;
  return problem(indexOutOfRangePage, place, length === 0 ? 'the list is empty' : `the index is ${found}`, {
    related: uses.slice(-1).map((use) => label(use, 'in this use of the prefab')),
    notes:
      length === 0
        ? []
        : expectedFound(`0 to ${length - 1}, for the list has ${length} item${length === 1 ? '' : 's'}`, found),
  });
}
