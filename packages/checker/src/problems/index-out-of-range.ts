// Reports an index that a list does not have.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { Scalar } from '../value.ts';
import { expectedFound, scalarText } from './wording.ts';

export const indexOutOfRangePage: ProblemPage = {
  code: 'index-out-of-range',
  severity: 'error',
  title: 'no such item in the list',
  explanation:
    'The items of a list are counted from 0: a list of three has the items 0, 1 and 2. This index lies beyond them, or can come to lie there.\n\nTo take the items one after the other, no index is needed: `for h in heights { … }`. To take any of them, use `pick(heights)`.',
  bad: 'let heights = [4m, 5m, 6m]\ntree { at: (0, -8), height: heights[3] }',
  good: 'let heights = [4m, 5m, 6m]\ntree { at: (0, -8), height: heights[2] }',
};

/** An index that its list does not have. */
export function indexOutOfRange(
  place: Place,
  index: Scalar,
  length: number,
  related: readonly Label[] = [],
): Diagnostic {
  if (length === 0)
    return problem(indexOutOfRangePage, place, 'the list is empty', { related, notes: ['give the list an item'] });
  const found = scalarText(index, '');
  const last = length - 1;
  return problem(
    indexOutOfRangePage,
    place,
    typeof index === 'number' ? `there is no item ${found}` : `this can be anything from ${found}`,
    {
      related,
      notes: expectedFound(
        `${last === 0 ? '0' : `0 to ${last}`}, for the list has ${length} item${length === 1 ? '' : 's'}`,
        found,
      ),
    },
  );
}
