// `let far: 30m` for `let far = 30m`.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const colonForEqualsPage: ProblemPage = {
  code: 'colon-for-equals',
  severity: 'error',
  title: '`:` where `=` belongs',
  explanation:
    'A `let` gives a name its value with `=`. A colon after the name introduces the type, if you want to ' +
    'write it down: `let far: Length = 30m`.',
  bad: 'let far: 30m\ntree { at: (0, -far), height: 9m }',
  good: 'let far = 30m\ntree { at: (0, -far), height: 9m }',
};

export function colonForEquals(place: Place, name: string): Diagnostic {
  return problem(colonForEqualsPage, place, `expected \`=\` after \`${name}\``, {
    notes: [`write \`let ${name} = …\`; a type would stand between: \`let ${name}: Length = …\``],
    fixes: [replace(place, ' =', { title: 'write `=`' })],
  });
}
