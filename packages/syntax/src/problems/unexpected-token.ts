// Something that fits nowhere.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const unexpectedTokenPage: ProblemPage = {
  code: 'unexpected-token',
  severity: 'error',
  title: 'this does not belong here',
  explanation:
    'The text before this place is complete, and what follows continues it in no way that the language knows. ' +
    'Often something was left out just before, or one thing was written twice.',
  bad: 'tree { at: (0, -8), height: 9m 10m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

/** `expected` lists what could stand here. */
export function unexpectedToken(
  place: Place,
  expected: string,
  found: string | undefined,
  fixes: readonly Fix[] = [],
): Diagnostic {
  return problem(unexpectedTokenPage, place, `${found ?? 'the end'} does not belong here`, {
    notes: [`expected: ${expected}`, `found:    ${found ?? 'the end'}`],
    fixes,
  });
}
