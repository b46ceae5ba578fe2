// Another language's keyword.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const foreignWordPage: ProblemPage = {
  code: 'foreign-word',
  severity: 'error',
  title: 'word of another language',
  explanation:
    'Diorama has few keywords: `use`, `let`, `prefab`, `scatter`, `for` … `in`, `if` … `else`. A part of a scene that ' +
    'is used many times is a `prefab`; what another file has is fetched with `use … from "…"`; a further case is ' +
    '`else if`.',
  bad: 'function grove(n: Length) { tree { height: n } }\ngrove { at: (0, -8), n: 9m }',
  good: 'prefab grove(n: Length) { tree { height: n } }\ngrove { at: (0, -8), n: 9m }',
};

export function foreignWord(place: Place, word: string, meant: string): Diagnostic {
  return problem(foreignWordPage, place, `\`${word}\` is written \`${meant}\` here`, {
    fixes: [replace(place, meant, { title: `write \`${meant}\`` })],
  });
}
