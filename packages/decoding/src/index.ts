// Decoding that cannot go wrong: masks from grammar and types, for any vocabulary.
export type { Mask } from './engine/mask.ts';

// Vocabularies.
export { type TokenTrie, LONGEST_TOKEN } from './vocabulary/token-trie.ts';
export { type Slot, type Vocabulary, SLOTS } from './vocabulary/vocabulary.ts';
export { type VocabularyParts, createVocabulary } from './vocabulary/create-vocabulary.ts';
