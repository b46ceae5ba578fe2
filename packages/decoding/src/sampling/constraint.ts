// What a sampler has to know of a grammar: states that are values, and which tokens may come next in each.
import type { Mask } from '../engine/mask.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/**
 * A set of token sequences, read from left to right; a `Decoder` is one. States are values: `accept` leaves the old one
 * be, so that to fork is to keep a reference.
 */
export interface Constraint<S> {
  readonly vocabulary: Pick<Vocabulary, 'size' | 'ends'>;
  /** Before the first token. With a budget, masks keep to what can still end within so many tokens, the end among them. */
  start(budget?: number): S;
  /** Which ids may come next; those of `vocabulary.ends` exactly where the sequence may end. */
  mask(state: S): Mask;
  /** The state behind a token; undefined if it is refused. */
  accept(state: S, id: number): S | undefined;
  /** Whether a token would be accepted: cheaper than a mask. */
  allows(state: S, id: number): boolean;
  canEnd(state: S): boolean;
}

/** How many tokens of text a budget leaves: the end takes one, if the vocabulary has one. */
export function textBudget<S>({ vocabulary }: Constraint<S>, budget: number): number {
  return vocabulary.ends.length === 0 ? budget : budget - 1;
}
