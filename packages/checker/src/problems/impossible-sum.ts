// Reports a sum of points that means nothing.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const impossibleSumPage: ProblemPage = {
  code: 'impossible-sum',
  severity: 'error',
  title: 'points that cannot be added so',
  explanation:
    'A Position is a place; a Vector is a way from one place to another. A place moved by a way is a place: `oak.at + (1m, 0m, 0m)`. What lies between two places is a way: `elm.at - oak.at`. Two places have no sum.\n\nA tuple that stands alone is a Position. Declare it as a Vector if it is to be a way: `let step: Vector = (1, 0, 0)`. The middle of two points is `a + (b - a) / 2`.',
  bad: 'tree oak { at: (0, -8), height: 4 }\ntree elm { at: (4, -8), height: 4 }\nbush { at: oak.at + elm.at, height: 1 }',
  good: 'tree oak { at: (0, -8), height: 4 }\ntree elm { at: (4, -8), height: 4 }\nbush { at: oak.at + (elm.at - oak.at) / 2, height: 1 }',
};

/** Two points that this operator does not join. */
export function impossibleSum(
  place: Place,
  operator: string,
  leftIsPosition: boolean,
  fixes: readonly Fix[] = [],
): Diagnostic {
  return problem(
    impossibleSumPage,
    place,
    `there is no ${leftIsPosition ? 'Position' : 'Vector'} \`${operator}\` Position`,
    {
      notes: leftIsPosition
        ? [
            'to move a point, let the way be a Vector: `let step: Vector = (1, 0, 0)`',
            'the middle of two points is `a + (b - a) / 2`',
          ]
        : [`write the Position first: \`position ${operator} vector\``],
      fixes,
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
