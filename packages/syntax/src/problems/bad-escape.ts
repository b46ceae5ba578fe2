// A backslash in a text that starts no escape.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const badEscapePage: ProblemPage = {
  code: 'bad-escape',
  severity: 'error',
  title: 'unknown escape in a text',
  explanation:
    'In a text a backslash starts an escape, as in JSON: `\\"` `\\\\` `\\/` `\\b` `\\f` `\\n` `\\r` `\\t`, or `\\u` and ' +
    'four hexadecimal digits. This one is none of them.\n\n' +
    'To write a backslash itself, double it. Paths are written with `/` on every system.',
  bad: 'scene { name: "Water\\hole" }',
  good: 'scene { name: "Water\\\\hole" }',
};

export function badEscape(place: Place, written: string): Diagnostic {
  return problem(badEscapePage, place, `\`${written}\` is no escape`, {
    notes: [
      'the escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits',
      'a backslash itself is written `\\\\`',
    ],
    fixes: [insert(place.start, '\\', { title: 'double the backslash', safe: false })],
  });
}
