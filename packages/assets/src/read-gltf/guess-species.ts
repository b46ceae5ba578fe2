// Turns a file's name into the class and the name of what it probably shows: `PineTree_1.glb` is a tree.
import type { AssetClass } from '../species.ts';

export interface Guess {
  readonly kind: AssetClass;
  /** Lower case, words joined by hyphens: `pine-tree-1`. */
  readonly species: string;
  readonly words: readonly string[];
}

/** What no word tells is an `object`. */
export function guessSpecies(file: string): Guess {
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const words = stem
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const named = words.filter((word) => !/^\d+$/.test(word));
  const kind = named.map((word) => CLASS_OF_WORD.get(word)).find((found) => found !== undefined) ?? 'object';
  return { kind, species: words.join('-') || 'asset', words: named };
}

const WORDS: Readonly<Record<Exclude<AssetClass, 'object'>, string>> = {
  carnivore:
    'wolf fox lion lioness tiger bear cat dog husky leopard cheetah lynx puma otter badger hyena jackal coyote panther shiba seal',
  herbivore:
    'cow bull horse donkey deer stag sheep goat zebra giraffe elephant camel moose elk alpaca llama pig boar rabbit hare antelope bison buffalo rhino hippo',
  bird: 'bird eagle hawk owl duck goose swan heron stork crow raven robin sparrow penguin chicken hen rooster pigeon gull parrot flamingo',
  tree: 'tree oak pine spruce fir birch willow palm acacia beech maple poplar larch trunk',
  bush: 'bush shrub fern grass reed reeds cactus flower flowers plant heather thorn hedge berries',
  boulder: 'rock stone boulder pebble cliff',
};

const CLASS_OF_WORD: ReadonlyMap<string, AssetClass> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind as AssetClass] as const)),
);
