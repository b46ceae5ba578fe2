// The bytes of all tokens in one array.

/** Token `id` is the bytes from `ends[id - 1]`, or 0, to `ends[id]`. No bytes: it stands for no text. */
export interface TokenBytes {
  readonly bytes: Uint8Array;
  /** Where each token ends; never falls. */
  readonly ends: Uint32Array;
}

/** Where a token begins in the array. */
export function startOf({ ends }: TokenBytes, id: number): number {
  return id === 0 ? 0 : (ends[id - 1] as number);
}

/** How many bytes a token has. */
export function lengthOf(tokens: TokenBytes, id: number): number {
  return (tokens.ends[id] as number) - startOf(tokens, id);
}

/** A view of a token's bytes: not to be written to. */
export function bytesOf(tokens: TokenBytes, id: number): Uint8Array {
  return tokens.bytes.subarray(startOf(tokens, id), tokens.ends[id]);
}

/** Copies the bytes of tokens, of which there is one at each id, into one array. */
export function joinTokens(tokens: readonly Uint8Array[]): TokenBytes {
  const ends = new Uint32Array(tokens.length);
  let length = 0;
  for (const [id, token] of tokens.entries()) {
    length += token.length;
    ends[id] = length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const token of tokens) {
    // Tokens are short: a loop is faster than `set`, which is a call into the engine.
    for (let index = 0; index < token.length; index += 1) bytes[at++] = token[index] as number;
  }
  return { bytes, ends };
}
