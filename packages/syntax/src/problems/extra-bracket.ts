// A closing bracket without an opening one.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const extraBracketPage: ProblemPage = {
  code: 'extra-bracket',
  severity: 'error',
  title: 'closing bracket too many',
  explanation:
    'A `}`, `)` or `]` closes the bracket that was opened last. No bracket of its kind is open here: either ' +
    'this one is too many, or an opening one was left out or closed too early above.',
  bad: 'tree { at: (0, -8), height: 9m } }',
  good: 'tree { at: (0, -8), height: 9m }',
};

export function extraBracket(place: Place, bracket: string): Diagnostic {
  return problem(extraBracketPage, place, `no bracket is open that \`${bracket}\` could close`, {
    notes: ['remove it, or write the opening bracket where it belongs'],
    fixes: [replace(place, '', { title: `remove \`${bracket}\``, safe: false })],
  });
}
