// Reports a word that is none of the expected enumeration.
import { type Diagnostic, type Label, type Place, type ProblemPage, problem } from '@diorama/diagnostics';
import type { EnumerationType } from '@diorama/vocabulary';
import type { Value } from '../value.ts';
import { suggest, writeSuggestion } from './wording.ts';

export const unknownWordPage: ProblemPage = {
  code: 'unknown-word',
  severity: 'error',
  title: 'unknown word',
  explanation:
    'The value must be one of a fixed set of words. The words of `pose` differ from class to class: a bird can `perch`, a herbivore can `graze`, and neither the other way round.\n\nThe message lists the words that are possible here.',
  bad: 'carnivore { at: (0, -8), height: 1, pose: wlak }',
  good: 'carnivore { at: (0, -8), height: 1, pose: walk }',
};

/** A word that its enumeration does not have. `words` are those that fit the place. */
export function unknownWord(place: Place, word: string, enumeration: string, words: readonly string[]): Diagnostic {
  const nearest = suggest(word, words) ?? suggest(word.replace(/(ing|s)$/, ''), words);
  return problem(unknownWordPage, place, nearest ? `did you mean \`${nearest.text}\`?` : `no such ${enumeration}`, {
    title: `unknown ${enumeration}`,
    notes: nearest ? [] : [`expected one of ${words.join(', ')}`],
    fixes: writeSuggestion(place, nearest),
  });
}

/** A word that its enumeration has, but not for what it is said of; or several that may come about. */
export function unfitWord(
  place: Place,
  value: Value,
  { name, words }: EnumerationType,
  related: readonly Label[] = [],
): Diagnostic {
  const found = possibleWords(value).filter((word) => !words.includes(word));
  const list = found.map((word) => `\`${word}\``).join(' or ');
  return problem(unknownWordPage, place, `${list} does not fit here`, {
    title: `a ${name} that does not fit`,
    related,
    notes: [`expected one of ${words.join(', ')}\n   found ${found.join(', ')}`],
  });
}

function possibleWords(value: Value): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value.kind === 'unknown' ? (value.among ?? []).flatMap(possibleWords) : [];
}
