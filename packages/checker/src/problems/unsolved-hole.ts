// Notes a `?`, a value that is still to be found.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { howToWrite, withArticle } from './wording.ts';

export const unsolvedHolePage: ProblemPage = {
  code: 'unsolved-hole',
  severity: 'note',
  title: 'a value to be filled in',
  explanation:
    'A `?` stands for a value that is still to be found, by you or by a model that completes the program. Everything around it is checked as usual: lines that are settled stay as they are.\n\nA program with holes can be checked, formatted and linted; what has a hole is left out of account where its value would count. `diorama scene` and `diorama expand` print the whole scene, so they need every value. Write one in place of the `?`, or let a model fill it in.',
  bad: 'tree { at: (0, -8), height: ? }',
  good: 'tree { at: (0, -8), height: 5 }',
};

export const UNSOLVED_HOLE = unsolvedHolePage.code;

/** A `?`, and what it stands for. */
export function unsolvedHole(place: Place, type: Type): Diagnostic {
  return problem(
    unsolvedHolePage,
    place,
    type.kind === 'any' ? 'a value goes here' : `${withArticle(typeText(type))} goes here`,
    { notes: howToWrite(type) },
  );
}
