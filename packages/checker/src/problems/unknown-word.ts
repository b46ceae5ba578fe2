import { closest, type Diagnostic, type Place, type ProblemPage, problem, replace } from '@diorama/diagnostics';

export const unknownWordPage: ProblemPage = {
  code: 'unknown-word',
  severity: 'error',
  title: 'unknown word',
  explanation:
    'The value must be one of a fixed set of words. The words of `pose` differ from class to class: a bird can `perch`, a herbivore can `graze`.',
  bad: 'carnivore { at: (0, -8), height: 1, pose: wlak }',
  good: 'carnivore { at: (0, -8), height: 1, pose: walk }',
};

/** A word that its enumeration does not have. */
export function unknownWord(place: Place, word: string, enumeration: string, words: readonly string[]): Diagnostic {
  const nearest = closest(word, words);
  return problem(unknownWordPage, place, nearest ? `did you mean \`${nearest}\`?` : `no such ${enumeration}`, {
    title: `unknown ${enumeration}`,
    notes: nearest ? [] : [`the words of ${enumeration} are ${words.join(', ')}`],
    fixes: nearest ? [replace(place, nearest)] : [],
  });
}
