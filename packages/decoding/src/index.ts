// Decoding that cannot go wrong: masks from grammar and types, for any vocabulary.
export type { Mask } from './engine/mask.ts';
export type { TokenTrie } from './vocabulary/token-trie.ts';
export type { Slot, Vocabulary } from './vocabulary/vocabulary.ts';
