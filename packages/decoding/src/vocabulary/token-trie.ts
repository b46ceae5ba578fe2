// The tokens of a vocabulary as a trie over bytes, laid out depth first in typed arrays.

/** Depth first: a node's children follow it, and `size` tells how many nodes to skip to leave its subtree. */
export interface TokenTrie {
  /** The byte that leads to each node. Siblings rise. */
  readonly byte: Uint8Array;
  /** How many nodes each subtree has, its root included. */
  readonly size: Uint32Array;
  /** The token that ends at each node, or -1. Of several tokens with the same bytes the lowest id. */
  readonly token: Int32Array;
  /** The length of each node's bytes, less one: at most 255 bytes a token; longer ones are left out. */
  readonly depth: Uint8Array;
  /** Further ids with the bytes of a token, rising: SentencePiece models write `a` and `<0x61>`. */
  readonly twins: ReadonlyMap<number, readonly number[]>;
}

/** Tokens longer than this are not in the trie, hence in no mask. Their text can be spelled with shorter ones. */
export const LONGEST_TOKEN = 255;
