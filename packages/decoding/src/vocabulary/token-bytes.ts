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
