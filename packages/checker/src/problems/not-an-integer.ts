// Reports a number with a fraction where a whole one belongs.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle, wrap } from './wording.ts';

export const notAnIntegerPage: ProblemPage = {
  code: 'not-an-integer',
  severity: 'error',
  title: 'a whole number is needed',
  explanation:
    'Counts, seeds and indexes are whole numbers: there is no half tree. A division gives a Number even if it comes out even, and `random` gives numbers between the whole ones.\n\nSay how to round: `round(…)`, `floor(…)` or `ceil(…)`. For a random whole number, use `pick(1..6)`.',
  bad: 'let n = 5 / 2\nscatter n in disk(radius: 4) { bush { height: 1 } }',
  good: 'let n = floor(5 / 2)\nscatter n in disk(radius: 4) { bush { height: 1 } }',
};

/** A Number stands where an Integer is needed. */
export function notInteger(place: Place, found: Type, literal: number | undefined): Diagnostic {
  const fact =
    literal !== undefined
      ? 'this is no whole number'
      : `this is ${withArticle(typeText(found))}, which may lie between whole numbers`;
  return problem(notAnIntegerPage, place, fact, {
    notes: [
      ...expectedFound('Integer', typeText(found)),
      'round it: `round(…)`, `floor(…)` or `ceil(…)`; for a random whole number, `pick(1..6)`',
    ],
    fixes: [
      literal === undefined ? wrap(place, 'round(', ')') : replace(place, `${Math.round(literal)}`, { safe: false }),
    ],
  });
}
