// `height = 9m` for `height: 9m`.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const equalsForColonPage: ProblemPage = {
  code: 'equals-for-colon',
  severity: 'error',
  title: '`=` where `:` belongs',
  explanation:
    'Properties and named arguments are written with a colon: `height: 9m`, `disk(radius: 3)`. A `=` gives a ' +
    '`let` its value.',
  bad: 'tree { at: (0, -8), height = 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

export function equalsForColon(place: Place, name: string): Diagnostic {
  return problem(equalsForColonPage, place, `expected \`:\` after \`${name}\``, {
    notes: [`write \`${name}: …\``],
    fixes: [replace(place, ':', { title: 'write `:`' })],
  });
}
