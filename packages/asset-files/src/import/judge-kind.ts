// Turns a file's name into the class and species that it shows, and what nature says of them.
import { guessSpecies, type Library, type ManifestEntry, type Species } from '@diorama/assets';
import type { Judgement } from './judgement.ts';

export interface KindJudgement {
  readonly kind: Judgement<Species['kind']>;
  /** The library's own species of that name. */
  readonly known: Species | undefined;
  /** How high such things are in nature, metres. */
  readonly heights: readonly [number, number] | undefined;
  /** Words of the file's name. */
  readonly words: readonly string[];
}

export function judgeKind(file: string, said: Partial<ManifestEntry>, library: Library): KindJudgement {
  const guess = guessSpecies(file);
  const text = said.names?.[0] ?? guess.words.join(' ');
  const kind = kindOf(text, guess.kind, said, library);
  const [match] = library.find(text, kind.value, 1);
  const known = match !== undefined && match.score >= ALIKE ? byId(library, match.id) : undefined;
  return {
    kind,
    known,
    heights: said.heights ?? known?.heights ?? heightsOfClass(library, kind.value),
    words: guess.words,
  };
}

/** From this score of a search on, a name means what was found: three of four words are met. */
const ALIKE = 0.75;

function kindOf(
  text: string,
  guessed: Species['kind'],
  said: Partial<ManifestEntry>,
  library: Library,
): Judgement<Species['kind']> {
  if (said.kind !== undefined) return { value: said.kind, reason: 'as the manifest says', isSure: true };
  if (guessed !== 'object') return { value: guessed, reason: 'by its name', isSure: true };
  const [match] = library.find(text, 'object', 1);
  const species = match === undefined || match.score < ALIKE ? undefined : byId(library, match.id);
  if (species === undefined) return { value: 'object', reason: 'no word of its name tells more', isSure: false };
  return { value: species.kind, reason: `by its name, which is one of ${species.id}`, isSure: true };
}

function byId(library: Library, id: string): Species | undefined {
  return library.species.find((species) => species.id === id);
}

/** From the smallest to the largest of a class; nothing is known of objects. */
function heightsOfClass(library: Library, kind: Species['kind']): readonly [number, number] | undefined {
  if (kind === 'object') return undefined;
  const all = library.species.flatMap((species) =>
    species.kind === kind && species.heights !== undefined ? [species.heights] : [],
  );
  if (all.length === 0) return undefined;
  return [Math.min(...all.map(([least]) => least)), Math.max(...all.map(([, greatest]) => greatest))];
}
