// A value is named without `let`, or with another language's word.
import { type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const missingLetPage: ProblemPage = {
  code: 'missing-let',
  severity: 'error',
  title: 'missing `let`',
  explanation:
    'A value gets a name by `let far = 30m`. There is no other word for it, and the value cannot change later: a name ' +
    'means the same wherever it is known.',
  bad: 'var far = 30m\ntree { at: (0, -far), height: 9m }',
  good: 'let far = 30m\ntree { at: (0, -far), height: 9m }',
};

/** The place is the word that stands where `let` belongs, or empty before the name. */
export function missingLet(place: Place, name: string, word: string | undefined): Diagnostic {
  const message = word === undefined ? `expected \`let\` before \`${name}\`` : `\`${word}\` is written \`let\` here`;
  // Without a word it may have been meant for another value of a name that has one.
  const isBare = word === undefined;
  return problem(missingLetPage, place, message, {
    notes: [`write \`let ${name} = …\`${isBare ? '; a name has one value, which stays' : ''}`],
    fixes: [replace(place, isBare ? 'let ' : 'let', { title: 'write `let`', safe: !isBare })],
  });
}
