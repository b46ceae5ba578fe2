// Decoding that cannot go wrong: masks from grammar and types, for any vocabulary.
export {
  createDecoder,
  DECODER_DEFAULTS,
  type Decoder,
  type DecoderOptions,
} from './engine/decoder.ts';
export type { DecodingState } from './engine/decoding-state.ts';
export type { OpenSlot } from './engine/slots.ts';
export type { Language } from './engine/engine.ts';
export { bitMask, listMask, type Mask } from './engine/mask.ts';

// Vocabularies.
export { type TokenTrie, LONGEST_TOKEN } from './vocabulary/token-trie.ts';
export { type Slot, type Vocabulary, SLOTS } from './vocabulary/vocabulary.ts';
export { type VocabularyParts, createVocabulary } from './vocabulary/create-vocabulary.ts';
export {
  type LeftOut,
  type ReadTokenizer,
  type TokenizerOptions,
  type TokenizerReading,
  readTokenizer,
} from './vocabulary/read-tokenizer.ts';
export type { TokenName } from './vocabulary/tokenizer/find-ends.ts';
export { type RanksOptions, type RanksReading, readRanks } from './vocabulary/read-ranks.ts';
export { UnusableVocabulary, packVocabulary, unpackVocabulary } from './vocabulary/pack-vocabulary.ts';
export { tokenize } from './vocabulary/tokenize.ts';
export { describeToken } from './vocabulary/describe-token.ts';

// The dialect of decisions: `decisions.encode`, `decisions.allowed`, …
export * as decisions from './decisions/index.ts';

// Choosing among the tokens of a mask.
export * from './sampling/index.ts';

// For the libraries that run language models.
export * from './adapters/index.ts';

// Templates: `complete(vocabulary, program)`.
export * from './template/index.ts';
