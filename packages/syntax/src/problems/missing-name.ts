// Nothing where a name should stand.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const missingNamePage: ProblemPage = {
  code: 'missing-name',
  severity: 'error',
  title: 'missing name',
  explanation:
    'A name is expected here. Names are written with letters a to z, digits and `_`, and do not begin with a ' +
    'digit.',
  bad: 'let = 30m',
  good: 'let far = 30m\ntree { at: (0, -far), height: 9m }',
};

/** `whose` says what needs the name: `` `let` ``, `a property`. */
export function missingName(place: Place, whose: string, found: string | undefined): Diagnostic {
  return problem(missingNamePage, place, `${whose} needs a name here`, {
    notes: ['expected: a name', `found:    ${found ?? 'the end'}`],
  });
}
