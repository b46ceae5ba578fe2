// A name in quotes, as in JSON.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const quotedNamePage: ProblemPage = {
  code: 'quoted-name',
  severity: 'error',
  title: 'name in quotes',
  explanation:
    'Quotes make a text, as in `like("thorn bush")`. Names stand without them: those of properties, of arguments and ' +
    'of elements.',
  bad: 'tree { "at": (0, -8), height: 9m }',
  good: 'tree { at: (0, -8), height: 9m }',
};

export function quotedName(place: Place, name: string): Diagnostic {
  return problem(quotedNamePage, place, 'a name stands without quotes', {
    notes: [`write \`${name}\``],
    fixes: [replace(place, name)],
  });
}
