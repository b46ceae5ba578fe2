// A text without its closing quote.
import { type Diagnostic, insert, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unterminatedTextPage: ProblemPage = {
  code: 'unterminated-text',
  severity: 'error',
  title: 'text without a closing quote',
  explanation:
    'A text stands between two double quotes on one line. The closing quote is missing, so the text runs to ' +
    'the end of its line and takes everything there with it.\n\n' +
    'Write the closing `"`. A line break inside a text is written `\\n`.',
  bad: 'scene { name: "Waterhole }',
  good: 'scene { name: "Waterhole" }',
};

/** The place ends where the text probably should have ended. */
export function unterminatedText(place: Place): Diagnostic {
  return problem(unterminatedTextPage, place, 'this text has no closing `"` on its line', {
    notes: ['write the closing `"`; a line break inside a text is written `\\n`'],
    fixes: [insert(place.end, '"', { title: 'close the text here', safe: false })],
  });
}

/** A text that goes on, and is closed, on a line below: the place covers all of it. */
export function lineBreakInText(place: Place, inside: string): Diagnostic {
  const meant = `"${inside.replace(/[ \t]*\r?\n[ \t]*/g, '\\n')}"`;
  return problem(unterminatedTextPage, place, 'a text stands on one line', {
    title: 'line break inside of a text',
    notes: [`write ${meant}`],
    fixes: [replace(place, meant, { safe: false })],
  });
}
