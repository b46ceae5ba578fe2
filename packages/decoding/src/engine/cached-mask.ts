// What is kept of a place: its mask, and what in it depends on the names that are taken.
import type { Mask } from './mask.ts';

/** A mask, and the tokens in it that end a name which the program makes up. */
export interface CachedMask {
  readonly mask: Mask;
  /** To be held against the names that are taken. */
  readonly labels: readonly LabelToken[];
}

export interface LabelToken {
  readonly id: number;
  /** The names that it ends; of the first the part behind what was spelled before. */
  readonly names: readonly string[];
}
