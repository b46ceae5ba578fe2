// Turns words into the thing that they describe best: a full-text search over names and tags.
import MiniSearch from 'minisearch';
import { MODIFIERS, STOP_WORDS } from './word-weights.ts';

/** Something that can be found. */
export interface Searchable {
  readonly id: string;
  readonly names: readonly string[];
  readonly tags: readonly string[];
}

/** The best match, and how much of the description it meets: 0..1. */
export interface Match {
  readonly id: string;
  readonly score: number;
}

/** Finds the best of those that `allows` lets through; undefined where no word meets any. */
export type Search = (text: string, allows: (id: string) => boolean) => Match | undefined;

/** The search over a list; of equals, the earlier wins. */
export function createSearch(things: readonly Searchable[]): Search {
  const order = new Map(things.map(({ id }, index) => [id, index]));
  const index = new MiniSearch<{ id: string; name: string; names: string; tags: string }>({
    fields: ['name', 'names', 'tags'],
    processTerm: stem,
    tokenize: words,
  });
  index.addAll(
    things.map(({ id, names, tags }) => ({ id, name: names[0] ?? '', names: names.join(' '), tags: tags.join(' ') })),
  );
  const exact = new Map(
    things.flatMap(({ id, names }) => names.map((name) => [words(name).map(stem).join(' '), id] as const)).reverse(),
  );
  return (text, allows) => {
    const asked = words(text)
      .map(stem)
      .filter((word) => !STOP_WORDS.has(word));
    if (asked.length === 0) return undefined;
    const same = exact.get(asked.join(' '));
    if (same !== undefined && allows(same)) return { id: same, score: 1 };
    const found = index.search(asked.join(' '), {
      boost: { name: 4, names: 3, tags: 1 },
      boostTerm: (term) => weightOf(term),
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      prefix: (term) => term.length > 3,
      filter: ({ id }) => allows(id),
    });
    const best = found.sort((a, b) => b.score - a.score || order.get(a.id)! - order.get(b.id)!)[0];
    if (best === undefined) return undefined;
    const met = new Set(best.queryTerms);
    const total = asked.reduce((sum, word) => sum + weightOf(word), 0);
    const share = asked.reduce(
      (sum, word) => sum + (met.has(word) ? weightOf(word) * closeness(word, best.terms) : 0),
      0,
    );
    return { id: best.id, score: Math.min(1, share / total) };
  };
}

/** Words in lower case, without accents and signs. */
function words(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** Plurals count as singulars: `poppies`, `reeds`, `bushes`. */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:sh|ch|x|ss)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
    ? word.slice(0, -1)
    : word;
}

function weightOf(word: string): number {
  return MODIFIERS.has(word) ? 0.25 : 1;
}

/** A word that was only met by a similar one counts less. */
function closeness(word: string, terms: readonly string[]): number {
  if (terms.includes(word)) return 1;
  return terms.some((term) => term.startsWith(word)) ? 0.8 : 0.6;
}
