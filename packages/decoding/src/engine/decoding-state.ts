// What has been decoded so far.
import type { Position } from './position.ts';

/** A value: accepting a token gives a new one and leaves the old one be, so that to fork is to keep a reference. */
export interface DecodingState {
  /** How many tokens may still come, the end among them. */
  readonly budget: number;
  /** Whether the end has come. */
  readonly hasEnded: boolean;
  /** The token that led here; -1 at the start. */
  readonly token: number;
  /** The state before it. */
  readonly previous: DecodingState | undefined;
  /** @internal What it belongs to: states of one decoder mean nothing to another. */
  readonly owner: object;
  /** @internal */
  readonly position: Position;
  /** @internal The labels that the program has, where positions do not know them. */
  readonly labels: ReadonlySet<string>;
  /** @internal The tokens of a known ending, its end among them; where the budget is large they are not looked for. */
  readonly plan: readonly number[] | undefined;
}
