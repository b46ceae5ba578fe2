// The masks that have been made, as far as memory allows.
import type { BodyTable } from './body-table.ts';
import type { Mask } from './mask.ts';
import type { Position } from './position.ts';

/** A mask, and the tokens in it that end a name which the program makes up. */
export interface CachedMask {
  readonly mask: Mask;
  /** To be held against the names that are taken. */
  readonly labels: readonly LabelToken[];
  /** The many tokens in it that stay in a text, a name or a comment. */
  readonly bodies: readonly BodyTokens[];
}

/** Tokens behind which a lexeme is open still. */
export interface BodyTokens {
  /** Where the lexeme is open: none of the tokens makes an ending shorter than it is there. */
  readonly position: Position;
  readonly table: BodyTable;
}
export interface LabelToken {
  readonly id: number;
  /** The names that it ends; of the first the part behind what was spelled before. */
  readonly names: readonly string[];
}
