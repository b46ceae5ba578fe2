// How much a program may make, so that a scene from a stranger is safe to open.

/** The limits of a checked program. */
export interface Limits {
  /** Elements in the scene. */
  readonly instances: number;
  /** Evaluated nodes, counted before loops are unrolled; ranges and lists count their length. */
  readonly work: number;
  /** Files that a program may `use`, itself included. */
  readonly files: number;
  /** UTF-16 units of all those files together. */
  readonly characters: number;
}
/** A million elements, a hundred million evaluations, a thousand files of together 64 Mi UTF-16 units. */
export const DEFAULT_LIMITS: Limits = Object.freeze({
  instances: 1_000_000,
  work: 100_000_000,
  files: 1_000,
  characters: 64 * 1024 * 1024,
});
