// A comment that begins with `#`.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const foreignCommentPage: ProblemPage = {
  code: 'foreign-comment',
  severity: 'error',
  title: 'comment of another language',
  explanation:
    'A comment begins with `//` and goes to the end of its line, or stands between `/*` and `*/`. The sign `#` begins a ' +
    'color: `#a1b2c3`.',
  bad: '# the old oak\ntree { at: (0, -8), height: 9m }',
  good: '// the old oak\ntree { at: (0, -8), height: 9m }',
};

/** The place is the sign. */
export function foreignComment(place: Place): Diagnostic {
  return problem(foreignCommentPage, place, 'a comment begins with `//`', {
    fixes: [replace(place, '//', { title: 'write `//`' })],
  });
}
