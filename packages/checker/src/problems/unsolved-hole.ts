import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { withArticle } from './wording.ts';

export const unsolvedHolePage: ProblemPage = {
  code: 'unsolved-hole',
  severity: 'note',
  title: 'a value to be filled in',
  explanation:
    'A `?` stands for a value that is still to be found: by you, or by a model that completes the program. The program can be checked with holes, and drawn without.',
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
  );
}
