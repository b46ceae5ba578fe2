// Reports an operator between numbers that measure different things.
import { type Diagnostic, type Fix, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { withArticle } from './wording.ts';

export const mixedDimensionsPage: ProblemPage = {
  code: 'mixed-dimensions',
  severity: 'error',
  title: 'dimensions that do not go together',
  explanation:
    'Only like can be added, subtracted, compared, or bound a range: lengths with lengths, angles with angles, numbers with numbers. Lengths and angles can be multiplied and divided by numbers, and a length divided by a length is a number. There are no areas.\n\nA number without a unit takes the dimension that it needs: `2m + 3` is 5 m. But a name that was declared as a Number stays one. To make it a measure, multiply it by `1m` or `1deg`; to make a measure a number, divide it by one.',
  bad: 'let x = 2m + 30deg\ntree { at: (0, -x), height: 4 }',
  good: 'let x = 2m + 30cm\ntree { at: (0, -x), height: 4 }',
};

/** An operator stands between numbers that measure different things. */
export function mixedDimensions(
  place: Place,
  operator: string,
  leftPlace: Place,
  left: Type,
  rightPlace: Place,
  right: Type,
  fixes: readonly Fix[] = [],
): Diagnostic {
  const [a, b] = [typeText(left), typeText(right)];
  return problem(
    mixedDimensionsPage,
    place,
    `\`${operator}\` does not go between ${withArticle(a)} and ${withArticle(b)}`,
    {
      related: [label(leftPlace, `this is ${withArticle(a)}`), label(rightPlace, `this is ${withArticle(b)}`)],
      notes: [advice(operator, a, b)],
      fixes,
    },
  );
}

/** Arguments that measure different things, where all are to be alike. */
export function mixedArguments(
  name: string,
  firstPlace: Place,
  first: Type,
  otherPlace: Place,
  other: Type,
): Diagnostic {
  const [a, b] = [typeText(first), typeText(other)];
  return problem(mixedDimensionsPage, otherPlace, `this is ${withArticle(b)}`, {
    related: [label(firstPlace, `this is ${withArticle(a)}`)],
    notes: [`the arguments of \`${name}\` must measure the same: make this ${withArticle(a)}, too`],
  });
}

function advice(operator: string, left: string, right: string): string {
  if (operator === '*') return 'one side of `*` must be a Number: there are no areas';
  if (operator === '/') return 'divide by a Number, or by what measures the same';
  const pure = (text: string) => text === 'Number' || text === 'Integer';
  if (!pure(left) && !pure(right)) return 'both sides must measure the same';
  const measure = left === 'Length' || right === 'Length' ? '1m' : '1deg';
  return `to make the Number a measure, multiply it: \`… * ${measure}\``;
}
