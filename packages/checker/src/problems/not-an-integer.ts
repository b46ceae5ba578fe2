import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const notAnIntegerPage: ProblemPage = {
  code: 'not-an-integer',
  severity: 'error',
  title: 'a whole number is needed',
  explanation:
    'Counts, seeds and indexes are whole numbers. A division gives a Number even if it comes out even: say how to round it.',
  bad: 'let n = 5 / 2\nscatter n in disk(radius: 4) { bush { height: 1 } }',
  good: 'let n = floor(5 / 2)\nscatter n in disk(radius: 4) { bush { height: 1 } }',
};

/** A Number stands where an Integer is needed. */
export function notInteger(place: Place, found: Type): Diagnostic {
  return problem(
    notAnIntegerPage,
    place,
    `this is ${withArticle(typeText(found))}, which may lie between whole numbers`,
    {
      notes: [
        ...expectedFound('Integer', typeText(found)),
        'round it: `round(…)`, `floor(…)` or `ceil(…)`; for a random whole number, `pick(1..6)`',
      ],
    },
  );
}
