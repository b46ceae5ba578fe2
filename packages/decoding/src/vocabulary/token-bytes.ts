// The bytes of all tokens in one array.

/** Token `id` is the bytes from `starts[id]` to `ends[id]`. No bytes: it stands for no text. */
export interface TokenBytes {
  /** In any order; tokens may share them. */
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** How many bytes a token has. */
export function lengthOf({ starts, ends }: TokenBytes, id: number): number {
  return (ends[id] as number) - (starts[id] as number);
}

/** A view of a token's bytes: not to be written to. */
export function bytesOf({ bytes, starts, ends }: TokenBytes, id: number): Uint8Array {
  return bytes.subarray(starts[id], ends[id]);
}

/** Copies the bytes of tokens, of which there is one at each id, into one array. */
export function joinTokens(tokens: readonly Uint8Array[]): TokenBytes {
  const starts = new Uint32Array(tokens.length);
  const ends = new Uint32Array(tokens.length);
  let length = 0;
  for (const [id, token] of tokens.entries()) {
    starts[id] = length;
    length += token.length;
    ends[id] = length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const token of tokens) {
    // Tokens are short: a loop is faster than `set`, which is a call into the engine.
    for (let index = 0; index < token.length; index += 1) bytes[at++] = token[index] as number;
  }
  return { bytes, starts, ends };
}
