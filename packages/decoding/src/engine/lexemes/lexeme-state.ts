// How far a lexeme has been spelled: an automaton over bytes that knows the types of its place.
import type { Expectation, Lexeme } from '@diorama/grammar';
import type { ByteSet } from './byte-set.ts';

/** What is spelled if the lexeme ends here. */
export interface Closing {
  /** As the typed states take it: of lexemes that lead to the same state, always the same one. */
  readonly lexeme: Lexeme;
  readonly expectation: Expectation;
  /** A name that the program makes up, as spelled; whether it is taken already is not known here. */
  readonly label?: string;
}

/** A place within a lexeme, or in the white space before it. Never changed. */
export interface LexemeState {
  /** The bytes that lead on to something that can still be closed. */
  readonly live: ByteSet;
  /** The bytes that the lexer would take into the lexeme, so that it cannot end before one of them. */
  readonly sticky: ByteSet;
  /** What it is if it ends here; undefined where it cannot. */
  readonly closing: Closing | undefined;
  /** The state behind one of the bytes that are live. */
  next(byte: number): LexemeState;
  /** States of equal keys allow the same tokens, labels that are taken aside. Undefined: unlike any other. */
  readonly key: string | undefined;
  /** A name that the program may be making up, as far as spelled. */
  readonly spelled: string | undefined;
  /** Names the bytes that may follow without end inside of the lexeme, if they are many: texts, names, comments. */
  readonly body: string | undefined;
  /** Whether it is one of so many that it is not kept: a number, a text that matters. */
  readonly isPassing: boolean;
  /** Spellings with one of which it ends, the shortest first; undefined where they are easily found. */
  readonly endings?: readonly string[] | undefined;
  /** Whether the lexeme may also end before two points, though it may go on with one: `1..2`. */
  readonly mayPrecedePoints?: boolean;
  /** Behind `1.`: the number `1`, of which the point is no part if another follows. */
  readonly split?: Closing | undefined;
}
