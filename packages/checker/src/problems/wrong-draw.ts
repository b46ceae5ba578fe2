import { type Diagnostic, type Place, type ProblemPage, problem, replace, type Span } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const wrongDrawPage: ProblemPage = {
  code: 'wrong-draw',
  severity: 'error',
  title: 'a draw from what cannot be drawn from',
  explanation:
    '`random(a..b)` draws a number from a range, from a up to but not including b. `pick([…])` draws one value of a list, `pick(1..6)` a whole number.',
  bad: 'tree { at: (0, -8), height: random(3, 5) }',
  good: 'tree { at: (0, -8), height: random(3..5) }',
};

/** Two bounds, where a range belongs. */
export function twoBounds(place: Place, between: Span): Diagnostic {
  return problem(wrongDrawPage, place, 'these are two numbers, not a range', {
    notes: ['write `random(low..high)`'],
    fixes: [replace(between, '..')],
  });
}

/** `random` or `pick` of something else than a range or a list. */
export function wrongDrawArgument(place: Place, name: string, found: Type, numeric: boolean): Diagnostic {
  return problem(wrongDrawPage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound(
        name === 'random' ? 'a range of numbers, such as 3m..5m' : 'a list, or a range of whole numbers',
        typeText(found),
      ),
      name === 'random'
        ? numeric && found.kind === 'list'
          ? 'to choose from a list, use `pick`'
          : 'write `random(low..high)`'
        : 'for a number between others, use `random(low..high)`',
    ],
  });
}
