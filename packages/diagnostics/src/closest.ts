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

/** The edit distance, two neighbouring letters in the wrong order counting as one edit: `fra` is as near to `far` as `fat` is. */
function differences(word: string, candidate: string): number {
  return isSwap(word, candidate) ? 1 : distance(word, candidate);
}

/** Whether two words differ by two neighbouring letters that have changed places. */
function isSwap(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (at < word.length && word.charAt(at) === candidate.charAt(at)) at += 1;
  const swapped = word.charAt(at) === candidate.charAt(at + 1) && word.charAt(at + 1) === candidate.charAt(at);
  return at < word.length && swapped && word.slice(at + 2) === candidate.slice(at + 2);
}
