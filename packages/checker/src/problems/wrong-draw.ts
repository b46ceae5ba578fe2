// Reports a draw from what cannot be drawn from.
import { type Diagnostic, type Place, type ProblemPage, problem, replace, type Span } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle, wrap } from './wording.ts';

export const wrongDrawPage: ProblemPage = {
  code: 'wrong-draw',
  severity: 'error',
  title: 'a draw from what cannot be drawn from',
  explanation:
    '`random(a..b)` draws a number from a range, from a up to but not including b. `pick([…])` draws one value of a list, and `pick(1..6)` a whole number. Both take one argument: a range is written `low..high`, a list in brackets.',
  bad: 'tree { at: (0, -8), height: random(3, 5) }',
  good: 'tree { at: (0, -8), height: random(3..5) }',
};

/** Two bounds, where a range belongs. */
export function twoBounds(place: Place, between: Span): Diagnostic {
  return problem(wrongDrawPage, place, 'these are two numbers, not a range', {
    notes: ['write `random(low..high)`'],
    fixes: [replace(between, '..', { title: 'write .. between them' })],
  });
}

/** Several values, where a list belongs. */
export function severalValues(place: Place, name: string, count: number): Diagnostic {
  return problem(wrongDrawPage, place, `these are ${count} values, not a list`, {
    notes: [name === 'pick' ? 'a list of values stands in brackets: `pick([a, b])`' : 'write `random(low..high)`'],
    fixes: name === 'pick' ? [{ ...wrap(place, '[', ']', true), title: 'put them in brackets' }] : [],
  });
}

/** `random` or `pick` of something else than a range or a list. `name` is the function's. */
export function wrongDrawArgument(place: Place, callee: Span, name: string, found: Type): Diagnostic {
  const random = name === 'random';
  const expected = random ? 'a range of numbers, such as `3m..5m`' : 'a list, or a range of whole numbers';
  const other = random ? found.kind === 'list' : found.kind === 'range' && found.of.kind === 'numeric';
  return problem(wrongDrawPage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound(expected, typeText(found)),
      other
        ? random
          ? 'to choose from a list, use `pick`'
          : 'for a number between two others, use `random`'
        : random
          ? 'write `random(low..high)`'
          : 'write `pick([a, b])` or `pick(1..6)`',
    ],
    fixes: other ? [replace(callee, random ? 'pick' : 'random')] : [],
  });
}
