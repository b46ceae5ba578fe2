// A text in other quotes than the double ones.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const wrongQuotePage: ProblemPage = {
  code: 'wrong-quote',
  severity: 'error',
  title: 'text in the wrong quotes',
  explanation:
    'A text stands between double quotes, as they are on the keyboard: `"thorn bush"`. Single quotes and ' +
    'typographic quotes do not make a text.',
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
