// Turns bytes into a short hash, the same in every engine.

/** FNV-1a, 32 bits: draft-eastlake-fnv. What differs among hundreds is found; nobody attacks it. */
export function hashBytes(bytes: Uint8Array, hash: number = HASH_START): number {
  let next = hash;
  for (const byte of bytes) next = Math.imul(next ^ byte, PRIME);
  return next >>> 0;
}

/** The hash of nothing. */
export const HASH_START = 0x811c9dc5;
const PRIME = 0x01000193;

/** Eight hexadecimal digits. */
export function hashText(hash: number): string {
  return hash.toString(16).padStart(8, '0');
}
