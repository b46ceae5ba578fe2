// Finds the candidate that a mistyped word most likely meant.
import { distance } from 'fastest-levenshtein';

/** The nearest candidate by edit distance, if near enough to be worth naming: at most a third of the word, ignoring case. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  const lower = word.toLowerCase();
  for (const candidate of candidates) {
    const found = differences(lower, candidate.toLowerCase());
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best !== undefined && bestDistance <= Math.max(1, Math.floor(Math.max(word.length, best.length) / 3))
    ? best
    : undefined;
}

/** The edit distance, letters in another order counting as one edit: `fra` is as near to `far` as `fat` is. */
function differences(word: string, candidate: string): number {
  return word !== candidate && sorted(word) === sorted(candidate) ? 1 : distance(word, candidate);
}
function sorted(word: string): string {
  return [...word].sort().join('');
}
