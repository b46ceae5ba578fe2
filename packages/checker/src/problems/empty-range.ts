// Warns of a loop over a range that holds nothing.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const emptyRangePage: ProblemPage = {
  code: 'empty-range',
  severity: 'warning',
  title: 'empty range',
  explanation:
    'A range counts up. One whose first bound lies above its second holds nothing, so its loop never turns; neither does one such as `0..<0`.\n\nWrite the smaller bound first. To count down, count up and subtract: `for i in 0..4 { … (4 - i) … }`.',
  bad: 'for i in 4..0 { tree { at: (i * 1m, -8), height: 4 } }',
  good: 'for i in 0..4 { tree { at: (i * 1m, -8), height: 4 } }',
};

/** A loop over nothing. */
export function emptyRange(place: Place, reversed: boolean): Diagnostic {
  return problem(emptyRangePage, place, 'this range holds nothing: the loop never turns', {
    notes: [
      reversed
        ? 'write the smaller bound first; to count down, count up and subtract'
        : '`..` holds its second bound, `..<` does not',
    ],
  });
}
