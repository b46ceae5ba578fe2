// A text in other quotes than the double ones.
import { type Diagnostic, type Place, type ProblemPage, problem, replace, type TextEdit } from '@diorama/diagnostics';

export const wrongQuotePage: ProblemPage = {
  code: 'wrong-quote',
  severity: 'error',
  title: 'text in the wrong quotes',
  explanation:
    'A text stands between double quotes, as they are on the keyboard: `"thorn bush"`. Single quotes and ' +
    'typographic quotes do not make a text. A double quote inside of a text is written `\\"`.',
  bad: "scene { name: 'Waterhole' }",
  good: 'scene { name: "Waterhole" }',
};

export function wrongQuote(place: Place, inside: string, closed: boolean): Diagnostic {
  const meant = `"${inside.replace(/["\\]/g, '\\$&')}"`;
  return problem(wrongQuotePage, place, 'a text stands between double quotes `"`', {
    notes: [`write ${meant}`],
    fixes: [replace(place, meant, { safe: closed })],
  });
}

/** `"a "big" oak"`: the place covers what stands between the inner quotes; `edits` put a backslash before each. */
export function quoteInText(place: Place, edits: readonly TextEdit[]): Diagnostic {
  return problem(wrongQuotePage, place, 'a quote inside of a text is written `\\"`', {
    title: 'quote inside of a text',
    notes: ['write `\\"` for each quote that belongs to the text'],
    fixes: [{ title: 'write a backslash before the quotes', edits, safe: false }],
  });
}
