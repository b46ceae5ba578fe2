import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, withArticle } from './wording.ts';

export const wrongDimensionPage: ProblemPage = {
  code: 'wrong-dimension',
  severity: 'error',
  title: 'wrong dimension',
  explanation:
    'Lengths, angles and pure numbers are different dimensions. A number without a unit takes the dimension that its place needs, but a name that was declared as a Number stays one: multiply it by `1m` or `1deg` to make it a measure.',
  bad: 'let n = 4\ntree { at: (0, -8), height: n }',
  good: 'let n = 4\ntree { at: (0, -8), height: n * 1m }',
};

/** A number measures something else than its place asks for. */
export function wrongDimension(
  place: Place,
  expected: Type,
  found: Type,
  form: 'literal' | 'atom' | 'compound',
): Diagnostic {
  const unit = { Length: '1m', Angle: '1deg' }[typeText(expected)];
  const pure = typeText(found) === 'Number' || typeText(found) === 'Integer';
  const source = { start: place.start, end: place.end };
  const fixes =
    unit !== undefined && pure && form !== 'literal'
      ? [
          {
            title: `multiply it by ${unit}`,
            edits: [
              ...(form === 'compound' ? [{ start: source.start, end: source.start, text: '(' }] : []),
              { start: source.end, end: source.end, text: form === 'compound' ? `) * ${unit}` : ` * ${unit}` },
            ],
            safe: true,
          },
        ]
      : [];
  const divide = !pure && (typeText(expected) === 'Number' || typeText(expected) === 'Integer');
  return problem(wrongDimensionPage, place, `this is ${withArticle(typeText(found))}`, {
    notes: [
      ...expectedFound(typeText(expected), typeText(found)),
      ...(fixes.length > 0 ? [`to make it ${withArticle(typeText(expected))}, multiply it by \`${unit}\``] : []),
      ...(divide ? [`to make it a Number, divide it: \`… / ${typeText(found) === 'Length' ? '1m' : '1deg'}\``] : []),
    ],
    fixes,
  });
}
