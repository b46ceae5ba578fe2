// Where white space stands between lexemes.
import type { Expectation, PrefixState } from '@diorama/grammar';
import type { Closing } from '../lexemes/lexeme-state.ts';

/** What a layout remembers of the text so far. Equal states are one object. */
export interface LayoutState {
  readonly id: number;
}

/** What may come next, and the white space before it: one of these. */
export interface Option {
  readonly expectation: Expectation;
  readonly gaps: readonly string[];
}

/** How white space is laid out. */
export interface Layout {
  readonly start: LayoutState;
  /** Any white space, and comments: options have no gaps of their own. */
  readonly isFree: boolean;
  /** What may come next; what would lead nowhere is left out. */
  options(state: LayoutState, typed: PrefixState, expectations: readonly Expectation[]): readonly Option[];
  /** Behind a lexeme and the white space before it. */
  after(state: LayoutState, gap: string, closing: Closing): LayoutState;
  /** The white space with which a program may end here. */
  endings(state: LayoutState): readonly string[];
}
