// A block comment without its end.
import { type Diagnostic, insert, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const unterminatedCommentPage: ProblemPage = {
  code: 'unterminated-comment',
  severity: 'error',
  title: 'comment without an end',
  explanation:
    'A comment that starts with `/*` goes on to the next `*/`, over as many lines as it likes. There is no ' +
    '`*/` after this one, so only the rest of its line is taken for a comment.\n\n' +
    'Write the `*/`, or use `//`, which ends with its line.',
  bad: '/* a first try\ntree { at: (0, -8), height: 9m }',
  good: '/* a first try */\ntree { at: (0, -8), height: 9m }',
};

export function unterminatedComment(place: Place): Diagnostic {
  return problem(unterminatedCommentPage, place, 'no `*/` follows this `/*`', {
    notes: ['end the comment with `*/`, or start it with `//`, which ends with its line'],
    fixes: [insert(place.end, ' */', { title: 'end the comment here', safe: false })],
  });
}
