import { type Expectation, type Lexeme, type PrefixState } from '../src/index.ts';
export type Random = () => number;
/** A small generator of numbers from [0, 1): mulberry32. */
export declare function seeded(seed: number): Random;
/** What a walk likes: operators, calls and branches; holes. */
export interface Style {
  readonly arithmetic: number;
  readonly holes: number;
}
export declare const MIXED: Style;
export declare const PLAIN: Style;
export interface Walk {
  readonly lexemes: readonly Lexeme[];
  readonly text: string;
  readonly state: PrefixState;
}
/** A state without a continuation that may not end, or an expectation that was not kept. */
export declare class DeadEnd extends Error {}
/** A walk that lost itself in arithmetic whose value no longer comes into its bounds. */
export declare class Lost extends Error {}
/** Walks until the program may end and is long enough; past `length`, what closes and completes is preferred. */
export declare function randomWalk(from: PrefixState, random: Random, length: number, style?: Style): Walk;
/** The lexemes as a text, one item a line. */
export declare function textOf(lexemes: readonly Lexeme[]): string;
/** A lexeme that an expectation tells of. */
export declare function lexemeFor(one: Expectation, random: Random, serial: number): Lexeme;
//# sourceMappingURL=random-walk.d.ts.map
