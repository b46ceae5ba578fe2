// What a tokenizer's vocabulary is to a decoder: the exact bytes of every token.
import type { TokenTrie } from './token-trie.ts';

/** The values of a model's heads, of which each is one token: a number, a rotation, an appearance. */
export type Slot = '$NUM' | '$ROT' | '$CLIP';

/** All slots. Their order is that of packed vocabularies: new ones come last. */
export const SLOTS: readonly Slot[] = ['$NUM', '$ROT', '$CLIP'];

/** A vocabulary, whatever its tokenizer. Ids run from 0; a model may give logits for more than these. */
export interface Vocabulary {
  /** How many ids there are. */
  readonly size: number;
  /**
   * The bytes of a token, not to be written to; empty for ids that stand for no text: special ones, unused ones, slots.
   * @throws RangeError if there is no such id.
   */
  readonly bytes: (id: number) => Uint8Array;
  readonly trie: TokenTrie;
  /** The ids that end a text, lowest first. In a mask exactly where the program may end. */
  readonly ends: readonly number[];
  /** The ids that are slots of the decoding dialect. */
  readonly slots: ReadonlyMap<number, Slot>;
  /** Tells vocabularies apart: a hash of bytes, ends and slots. */
  readonly hash: string;
}
