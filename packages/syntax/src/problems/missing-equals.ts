// A `let` without `=`.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingEqualsPage: ProblemPage = {
  code: 'missing-equals',
  severity: 'error',
  title: 'missing `=`',
  explanation: 'A `let` names a value: `let far = 30m`. The `=` and the value are not optional.',
  bad: 'let far 30m\ntree { at: (0, -far), height: 9m }',
  good: 'let far = 30m\ntree { at: (0, -far), height: 9m }',
};

/** The place is what stands before the gap; `hasValue` tells that only the sign is missing. */
export function missingEquals(place: Place, name: string, hasValue: boolean): Diagnostic {
  return problem(missingEqualsPage, place, hasValue ? 'expected `=` after this' : `\`let ${name}\` needs a value`, {
    notes: [`write \`let ${name} = …\``],
    fixes: hasValue ? [insert(place.end, ' =', { title: 'insert `=`' })] : [],
  });
}
