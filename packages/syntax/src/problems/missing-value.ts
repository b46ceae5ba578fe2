// Nothing where a value should stand.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingValuePage: ProblemPage = {
  code: 'missing-value',
  severity: 'error',
  title: 'missing value',
  explanation:
    'A value is expected here: a number such as `9m`, a text in quotes, a color, a name, a call such as ' +
    '`yaw(40)`, a tuple or a list. For a value that is still to be found, write `?`.',
  bad: 'tree { at: (0, -8), height: }',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** `after` is what stands before the gap, `found` what stands there instead, and `instead` the call that it may be. */
export function missingValue(
  place: Place,
  after: string | undefined,
  found: string | undefined,
  next?: string,
  instead?: string,
): Diagnostic {
  const message = after === undefined ? 'expected a value' : `expected a value after \`${after}\``;
  const notes = [
    'expected: a value such as 9m, "text", #a1b2c3, far, yaw(40), (1, 0, 2)',
    `found:    ${found ?? 'the end'}`,
  ];
  return problem(missingValuePage, place, message, {
    notes: [
      ...notes,
      next ?? 'write the value, or `?` for one that is still to be found',
      ...(instead === undefined ? [] : [`for the call of a function, write \`${instead}\``]),
    ],
    fixes: next === undefined ? [insert(place.start, ' ?', { title: 'write `?` for now', safe: false })] : [],
  });
}
