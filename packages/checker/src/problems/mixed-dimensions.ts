import { type Diagnostic, label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { withArticle } from './wording.ts';

export const mixedDimensionsPage: ProblemPage = {
  code: 'mixed-dimensions',
  severity: 'error',
  title: 'dimensions that do not go together',
  explanation:
    'Only like can be added, subtracted, compared, or bound a range: lengths with lengths, angles with angles, numbers with numbers. Lengths and angles can be multiplied and divided by numbers; a length divided by a length is a number.',
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
): Diagnostic {
  const [a, b] = [typeText(left), typeText(right)];
  const pure = a === 'Number' || a === 'Integer' || b === 'Number' || b === 'Integer';
  const measure = a === 'Length' || b === 'Length' ? '1m' : '1deg';
  const advice =
    operator === '*' || operator === '/'
      ? 'one side of `*`, and the divisor of `/`, must be a Number'
      : pure
        ? `to make the Number a measure, multiply it: \`… * ${measure}\``
        : 'both sides must measure the same';
  return problem(
    mixedDimensionsPage,
    place,
    `\`${operator}\` does not go between ${withArticle(a)} and ${withArticle(b)}`,
    {
      related: [label(leftPlace, `this is ${withArticle(a)}`), label(rightPlace, `this is ${withArticle(b)}`)],
      notes: [advice],
    },
  );
}
