// Turns words into the thing that they describe best: a full-text search over names and tags.
import MiniSearch, { type SearchResult } from 'minisearch';
import { MODIFIERS, STOP_WORDS } from './word-weights.ts';

/** Something that can be found. */
export interface Searchable {
  readonly id: string;
  /** The common name first. */
  readonly names: readonly string[];
  readonly latin?: string;
  readonly tags: readonly string[];
}

/** The best match, and how much of the description it meets: 0..1. */
export interface Match {
  readonly id: string;
  readonly score: number;
}

/** Finds those that `allows` lets through and that a word meets: at most `limit` (all if left out), best first. */
export type Search = (text: string, allows: (id: string) => boolean, limit?: number) => readonly Match[];

/** The search over a list; of equals, the earlier wins. */
export function createSearch(things: readonly Searchable[]): Search {
  // Built when it is first asked: most programs name their assets, or leave them open.
  let search: Search | undefined;
  return (text, allows, limit) => {
    search ??= indexAll(things);
    return search(text, allows, limit);
  };
}

function indexAll(things: readonly Searchable[]): Search {
  const order = new Map(things.map(({ id }, index) => [id, index]));
  const index = new MiniSearch<{ id: string; name: string; names: string; tags: string }>({
    fields: ['name', 'names', 'tags'],
    processTerm: stem,
    tokenize: words,
  });
  index.addAll(
    things.map(({ id, names, latin, tags }) => ({
      id,
      name: names[0] ?? '',
      names: [...names, latin ?? ''].join(' '),
      tags: tags.join(' '),
    })),
  );
  const exact = new Map(
    things
      .flatMap(({ id, names, latin }) =>
        [...names, ...(latin === undefined ? [] : [latin])].map(
          (name) => [words(name).map(stem).join(' '), id] as const,
        ),
      )
      .reverse(),
  );
  return (text, allows, limit = Infinity) => {
    const asked = words(text)
      .map(stem)
      .filter((word) => !STOP_WORDS.has(word));
    if (asked.length === 0) return [];
    const found = index.search(asked.join(' '), {
      boost: { name: 4, names: 3, tags: 1 },
      boostTerm: (term) => weightOf(term),
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      prefix: (term) => term.length > 3,
      filter: ({ id }) => allows(id),
    });
    const ranked = found
      .map((result) => ({ id: result.id as string, ...rate(asked, result) }))
      .sort((a, b) => b.score - a.score || b.nearness - a.nearness || order.get(a.id)! - order.get(b.id)!)
      .map(({ id, score }) => ({ id, score }));
    const same = exact.get(asked.join(' '));
    const named = same !== undefined && allows(same) ? [{ id: same, score: 1 }] : [];
    return [...named, ...ranked.filter(({ id }) => id !== named[0]?.id)].slice(0, limit);
  };
}

/** How much of a description is met, 0..1; and among equals, by how telling a field. */
function rate(asked: readonly string[], { match, queryTerms }: SearchResult): { score: number; nearness: number } {
  let [met, nearness, total] = [0, 0, 0];
  for (const word of asked) {
    const weight = weightOf(word);
    total += weight;
    if (!queryTerms.includes(word)) continue;
    const terms = Object.keys(match);
    const close = terms.includes(word) ? 1 : terms.some((term) => term.startsWith(word)) ? 0.8 : 0.6;
    const fields = match[word] ?? [];
    met += weight * close;
    nearness += weight * (fields.includes('name') ? 3 : fields.includes('names') ? 2 : 1) * close;
  }
  return { score: Math.min(1, met / total), nearness };
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
