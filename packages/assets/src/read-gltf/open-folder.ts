// Turns a folder of glTF files into species of the library.
import type { Species } from '../species.ts';

/** The user's own assets. */
export interface UserFolder {
  readonly species: readonly Species[];
}
