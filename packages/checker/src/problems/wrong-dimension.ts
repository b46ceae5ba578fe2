// Reports a number that measures another thing than is expected.
import { type Diagnostic, type Fix, type Place, type ProblemPage, problem, type Span } from '@diorama/diagnostics';
import { type Type, typeText } from '../type.ts';
import { expectedFound, howToWrite, withArticle } from './wording.ts';

export const wrongDimensionPage: ProblemPage = {
  code: 'wrong-dimension',
  severity: 'error',
  title: 'wrong dimension',
  explanation:
    'Numbers, lengths and angles are different things: a height of 40 degrees has no meaning. A number without a unit takes the dimension that its place needs, `height: 4` is 4 m. But a name that was declared as a Number stays one, so that what it measures shows where it is used.\n\nTo make a number a measure, multiply it by `1m` or `1deg`, or declare it with a unit: `let n = 4m`. To make a measure a number, divide it by one: `d / 1m`.',
  bad: 'let n = 4\ntree { at: (0, -8), height: n }',
  good: 'let n = 4\ntree { at: (0, -8), height: n * 1m }',
};

/** How tightly an expression holds together: behind a looser one, `*` would take only its last part. */
export type Form = 'literal' | 'atom' | 'compound';

/** A number measures something else than its place asks for. */
export function wrongDimension(place: Place, expected: Type, found: Type, form: Form): Diagnostic {
  const [wanted, given] = [typeText(expected), typeText(found)];
  const unit = UNIT_OF[wanted];
  const pure = given === 'Number' || given === 'Integer';
  const notes = expectedFound(wanted, given);
  const fact = `this is ${withArticle(given)}`;
  if (unit !== undefined && pure && form !== 'literal') {
    return problem(wrongDimensionPage, place, fact, {
      notes: [...notes, `to make it ${withArticle(wanted)}, multiply it by \`${unit}\``],
      fixes: [multiplied(place, unit, form)],
    });
  }
  const divisor = unit === undefined ? UNIT_OF[given] : undefined;
  if (divisor !== undefined && form !== 'literal')
    return problem(wrongDimensionPage, place, fact, {
      notes: [...notes, `to make it a Number, divide it: \`… / ${divisor}\``],
    });
  return problem(wrongDimensionPage, place, fact, { notes: [...notes, ...howToWrite(expected)] });
}

/** The unit by which a number becomes a measure. */
export const UNIT_OF: Readonly<Record<string, string | undefined>> = { Length: '1m', Angle: '1deg' };

/** The fix that makes a number a measure. */
export function multiplied(span: Span, unit: string, form: Form): Fix {
  const before = form === 'compound' ? [{ start: span.start, end: span.start, text: '(' }] : [];
  const text = form === 'compound' ? `) * ${unit}` : ` * ${unit}`;
  return {
    title: `multiply it by ${unit}`,
    edits: [...before, { start: span.end, end: span.end, text }],
    safe: true,
  };
}
