// A semicolon, which the language does not use.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const semicolonPage: ProblemPage = {
  code: 'semicolon',
  severity: 'error',
  title: 'semicolon',
  explanation:
    'Nothing in Diorama ends with a semicolon: items need no separator, properties may have a comma between ' +
    'them, and the parts of a tuple, a list or a call must.',
  bad: 'let far = 30m;\ntree { at: (0, -far), height: 9m }',
  good: 'let far = 30m\ntree { at: (0, -far), height: 9m }',
};

/** `meant` is a comma inside of parentheses, nothing elsewhere. */
export function semicolon(place: Place, meant: '' | ','): Diagnostic {
  return problem(semicolonPage, place, meant === '' ? 'no `;` is needed' : 'parts are separated by `,`', {
    fixes: [replace(place, meant)],
  });
}
