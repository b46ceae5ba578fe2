// The masks that have been made, as far as memory allows.
import type { Mask } from './mask.ts';

/** A mask, and the tokens in it that end a name which the program makes up. */
export interface CachedMask {
  readonly mask: Mask;
  /** What the name has become, less what was spelled of it before: to be held against the names that are taken. */
  readonly labels: readonly LabelToken[];
}
export interface LabelToken {
  readonly id: number;
  readonly suffix: string;
}
