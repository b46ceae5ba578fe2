// Reports a conditional whose two values are of different types.
import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { withArticle } from './wording.ts';

export const differentBranchesPage: ProblemPage = {
  code: 'different-branches',
  severity: 'error',
  title: 'branches of different types',
  explanation:
    'An `if … then … else …` is one value, whichever way it goes: what stands around it must know its type. So both branches must be of one type.\n\nMake one branch like the other. If the branches are meant to be different things, write `if … { … } else { … }` around two elements instead.',
  bad: 'let near = true\ntree { at: if near then (0, -4) else "far away", height: 4 }',
  good: 'let near = true\ntree { at: if near then (0, -4) else (0, -40), height: 4 }',
};

/** The two branches of a conditional value have nothing in common. */
export function differentBranches(thenPlace: Place, then: Type, elsePlace: Place, otherwise: Type): Diagnostic {
  return problem(differentBranchesPage, elsePlace, `this is ${withArticle(typeText(otherwise))}`, {
    related: [label(thenPlace, `this is ${withArticle(typeText(then))}`)],
    notes: [`both branches must be of one type: make this ${withArticle(typeText(then))}, too`],
  });
}
