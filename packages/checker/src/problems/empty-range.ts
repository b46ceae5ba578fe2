import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const emptyRangePage: ProblemPage = {
  code: 'empty-range',
  severity: 'warning',
  title: 'empty range',
  explanation:
    'A range whose first bound lies above its second holds nothing, so its loop never turns. To count down, count up and subtract: `for i in 0..4 { … (4 - i) … }`.',
  bad: 'for i in 4..0 { tree { at: (i * 1m, -8), height: 4 } }',
  good: 'for i in 0..4 { tree { at: (i * 1m, -8), height: 4 } }',
};

/** A loop over nothing. */
export function emptyRange(place: Place, from: number, to: number, inclusive: boolean): Diagnostic {
  return problem(emptyRangePage, place, 'this range holds nothing: the loop never turns', {
    notes: [
      from > to
        ? 'write the smaller bound first'
        : inclusive
          ? 'give it a wider range'
          : '`..` holds its second bound, `..<` does not',
    ],
  });
}
