import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const impossibleSumPage: ProblemPage = {
  code: 'impossible-sum',
  severity: 'error',
  title: 'points that cannot be added so',
  explanation:
    'A position is a place, a vector a way from one place to another. A vector can be added to a position and to a vector; the difference of two positions is a vector; two positions cannot be added.',
  bad: 'tree oak { at: (0, -8), height: 4 }\ntree elm { at: (4, -8), height: 4 }\nbush { at: oak.at + elm.at, height: 1 }',
  good: 'tree oak { at: (0, -8), height: 4 }\ntree elm { at: (4, -8), height: 4 }\nbush { at: oak.at + (elm.at - oak.at) / 2, height: 1 }',
};

/** Two points that this operator does not join. */
export function impossibleSum(place: Place, operator: string, leftIsPosition: boolean): Diagnostic {
  return problem(
    impossibleSumPage,
    place,
    leftIsPosition ? `a Position ${operator} a Position is nothing` : `a Vector ${operator} a Position is nothing`,
    {
      notes: [
        leftIsPosition
          ? 'the middle of two points is `a + (b - a) / 2`'
          : 'write the Position first: `position + vector`',
      ],
    },
  );
}

/** Something else than a point beside a point. */
export function notAPoint(place: Place, found: Type): Diagnostic {
  return problem(impossibleSumPage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound('Position or Vector, as on the other side', typeText(found)),
      found.kind === 'view-position'
        ? 'a point of the camera’s frame takes part in no arithmetic'
        : 'to move a point, add a vector: `oak.at + (1m, 0m, 0m)`',
    ],
  });
}
