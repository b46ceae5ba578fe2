import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const kindAsNamePage: ProblemPage = {
  code: 'kind-as-name',
  severity: 'error',
  title: 'a kind’s name is taken',
  explanation: 'Prefabs are new kinds, so they may not bear the name of a kind that the language has.',
  bad: 'prefab tree(tall: Length) { bush { height: tall } }',
  good: 'prefab big_tree(tall: Length) { tree { height: tall } }',
};

/** A prefab would hide a kind. */
export function kindAsName(place: Place, name: string): Diagnostic {
  return problem(kindAsNamePage, place, `\`${name}\` is a kind of the language`, {
    notes: [`choose another name, such as \`my_${name}\``],
  });
}
