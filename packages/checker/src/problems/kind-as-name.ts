// Reports a prefab that bears the name of a kind.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const kindAsNamePage: ProblemPage = {
  code: 'kind-as-name',
  severity: 'error',
  title: 'a kind’s name is taken',
  explanation:
    'A prefab is a new kind of element: its name begins an element, as `tree` does. So it may not bear the name of a kind that the language has already; `tree { … }` means the same in every program.\n\nChoose another name, such as `big_tree`.',
  bad: 'prefab tree(tall: Length) { bush { height: tall } }',
  good: 'prefab big_tree(tall: Length) { tree { height: tall } }',
};

/** A prefab would hide a kind. */
export function kindAsName(place: Place, name: string): Diagnostic {
  return problem(kindAsNamePage, place, `\`${name}\` is a kind of the language`, {
    notes: [`choose another name, such as \`my_${name}\``],
  });
}
