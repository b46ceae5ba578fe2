// Reports a value that bears a word of an enumeration.
import { type Diagnostic, type Place, type ProblemPage, problem } from '@diorama/diagnostics';

export const wordAsNamePage: ProblemPage = {
  code: 'word-as-name',
  severity: 'error',
  title: 'a word of an enumeration is no name',
  explanation:
    'Names may not hide the words of an enumeration: `pose: walk` has to mean the same in every program, whatever is declared above it.\n\nChoose another name, such as `walk_length`.',
  bad: 'let walk = 3m\ntree { at: (0, -walk), height: 5 }',
  good: 'let walk_length = 3m\ntree { at: (0, -walk_length), height: 5 }',
};

/** A value would bear the name of an enumeration's word. */
export function wordAsName(place: Place, name: string, enumeration: string): Diagnostic {
  return problem(wordAsNamePage, place, `\`${name}\` is a word of ${enumeration}`, {
    notes: [`choose another name, such as \`my_${name}\``],
  });
}
