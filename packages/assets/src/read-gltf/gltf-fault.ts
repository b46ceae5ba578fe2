// What ends the reading of one file. Reading is deep and every step may find something wrong, so this one kind of exception is
// thrown inside `read-gltf`, and caught at its door: `readAsset` turns it into a diagnostic.

/** The message is a fact about the file, in lower case and without a final stop. */
export class GltfFault extends Error {}

/** Ends the reading unless the condition holds. */
export function require(condition: unknown, fact: () => string): asserts condition {
  if (!condition) throw new GltfFault(fact());
}

/** More than these are refused before memory is taken for them. */
export const LIMITS = Object.freeze({
  /** Bytes of one file. */
  bytes: 268_435_456,
  /** Bytes of the JSON part. */
  jsonBytes: 33_554_432,
  /** Of one accessor, and of all that is drawn. */
  elements: 4_000_000,
  /** Bytes that compressed views may unpack to, together. */
  unpackedBytes: 268_435_456,
  nodes: 20_000,
  depth: 128,
  primitives: 4096,
  clips: 1000,
});
