// Turns draws into knowledge of what becomes of prefixes, by which later draws are corrected.
//
// Masking alone distorts: it leaves a model's chances for the next token as they are, although some tokens lead to where
// nearly all that the model would write is invalid. What a model would write, given that it is valid, is
//
//     P(token | prefix) · V(prefix + token) / V(prefix)
//
// where V is the chance that the model, left alone, goes on validly. Nobody knows V, but it is bounded from above: by 1 where
// nothing was seen, by the share of the allowed tokens where a mask was seen, and by the weighted sum of its tokens'
// bounds where those were seen. Here is the trie of all prefixes seen with these bounds, the "approximate expected
// futures" of Park et al., "Grammar-Aligned Decoding" (NeurIPS 2024, arXiv 2405.21047). Draws by them come ever closer to
// what is asked, and each draw tells how far its chance was off: by the ratio of what was found at each of its prefixes
// to what was believed when it was chosen. That ratio makes three samplers of one trie:
//
//     drawAdaptively     passes it over, as ASAp does: cheap, and right in the limit only
//     drawExactly        takes a draw with that chance, as adaptive rejection sampling does: right from the first draw
//     drawWithParticles  weighs several draws by it, as sequential Monte Carlo does: in between, at a fixed price

import { exp } from '@diorama/geometry';
import { type Constraint, textBudget } from './constraint.ts';
import { acceptAllowed } from './generate-tokens.ts';
import { logChancesOfAllowed } from './log-softmax.ts';
import { logAdd, logSumExp } from './log-sum-exp.ts';
import type { Model } from './model.ts';
import { checkSize } from './pick-greedy.ts';
import type { Random } from './random.ts';
import { drawPlace } from './sample.ts';
import { toShare } from './to-share.ts';

export interface FuturesOptions {
  /** What the model reads before the first token. */
  readonly prompt?: readonly number[];
  /** A sequence of more tokens than this, its end among them, counts as invalid. */
  readonly budget?: number;
  /** The model's logits are divided by it, which makes the distribution that is asked for: above 0. */
  readonly temperature?: number;
}

/**
 * What is known of the prefixes of one model under one constraint. Grows by a few numbers for each token drawn. One draw at
 * a time: wait for each before the next.
 */
export interface Futures<S> {
  readonly model: Model;
  readonly constraint: Constraint<S>;
  readonly options: Required<FuturesOptions>;
  /** How often the model was asked. */
  calls: number;
  /** @internal */
  readonly root: Prefix;
}

/** A sequence that was drawn. */
export interface Drawn<S> {
  /** Without the token that ends. */
  readonly ids: readonly number[];
  readonly state: S;
  /** The logarithm of the chance that the model, left alone, writes this, its end included. */
  readonly logChance: number;
}

/** A node of the trie. @internal */
export interface Prefix {
  readonly next: Map<number, Prefix>;
  /** The logarithm of the chance of its last token behind the others. */
  readonly logChance: number;
  /** The logarithm of the bound of V. */
  logBound: number;
  /** The part of it that belongs to tokens of which nothing is known but that they are allowed. */
  logRest: number;
}

/** @throws {RangeError} If an option is out of its range. */
export function createFutures<S>(
  model: Model,
  constraint: Constraint<S>,
  { prompt = [], budget = Infinity, temperature = 1 }: FuturesOptions = {},
): Futures<S> {
  if (!(0 < temperature && temperature < Infinity)) {
    throw new RangeError(`\`temperature\` is ${temperature}, but has to be above 0`);
  }
  return { model, constraint, options: { prompt, budget, temperature }, calls: 0, root: createPrefix(0) };
}

/** The most that the chance can be that the model, left alone, writes a valid sequence. Falls to it as draws are made. */
export function validShare({ root }: Futures<unknown>): number {
  return exp(root.logBound);
}

/** A sequence that is being drawn. @internal */
export interface Draft<S> {
  ids: readonly number[];
  state: S;
  prefix: Prefix;
  logChance: number;
  ended: boolean;
}

/** @internal */
export function beginDraft<S>({ constraint, options, root }: Futures<S>): Draft<S> {
  const state = constraint.start(options.budget === Infinity ? undefined : options.budget);
  return { ids: [], state, prefix: root, logChance: 0, ended: false };
}

/**
 * Draws the next token of drafts that have the same prefix. Gives back the logarithm of what was found there, divided by
 * what was believed: 0 or less. -Infinity: nothing valid begins so, and the drafts are as they were.
 *
 * Bounds stay as they are until {@link learn}, so that all tokens of a draft are drawn by the same ones.
 *
 * @internal
 */
export async function extendDrafts<S>(
  futures: Futures<S>,
  drafts: readonly [Draft<S>, ...Draft<S>[]],
  random: Random,
): Promise<number> {
  const { constraint, options } = futures;
  const [{ ids, state, prefix }] = drafts;
  const mask = constraint.mask(state);
  if (mask.count === 0) {
    if (!constraint.canEnd(state)) return learnDeadEnd(prefix);
    for (const draft of drafts) draft.ended = true;
    return 0;
  }
  const logits = checkSize(await futures.model([...options.prompt, ...ids]), constraint);
  futures.calls += 1;
  const allowed = logChancesOfAllowed(logits, mask, options.temperature);
  const { ends } = constraint.vocabulary;
  const bounds = allowed.logChances.slice();
  if (textBudget(constraint, options.budget) <= ids.length) keepEnds(bounds, allowed.ids, ends);
  for (const [id, { logBound }] of prefix.next) {
    const place = findPlace(allowed.ids, id);
    bounds[place] = (bounds[place] as number) + logBound;
  }
  const logFound = logSumExp(bounds);
  if (logFound === -Infinity) return learnDeadEnd(prefix);
  const weights = bounds.map((bound) => toShare(Math.min(0, bound - logFound)));
  for (const draft of drafts) {
    const place = drawPlace(weights, random());
    const id = allowed.ids[place] as number;
    const logChance = allowed.logChances[place] as number;
    draft.logChance += logChance;
    if (ends.includes(id)) {
      draft.ended = true;
      continue;
    }
    draft.prefix = findOrAdd(prefix, id, logChance);
    draft.state = acceptAllowed(constraint, state, id);
    draft.ids = [...ids, id];
  }
  // Summed anew rather than subtracted: what is left may be less than the sum's last digit.
  for (const id of prefix.next.keys()) bounds[findPlace(allowed.ids, id)] = -Infinity;
  prefix.logRest = logSumExp(bounds);
  return Math.min(0, logFound - prefix.logBound);
}

/** Takes over into the bounds what was seen at these prefixes: in the order in which they were extended. @internal */
export function learn(seen: readonly Prefix[]): void {
  for (const prefix of seen.toReversed()) {
    let logBound = prefix.logRest;
    for (const { logChance, logBound: ofNext } of prefix.next.values()) logBound = logAdd(logBound, logChance + ofNext);
    // Rounding must not let a bound rise.
    prefix.logBound = Math.min(prefix.logBound, logBound);
  }
}

/** @internal */
export function drawnFrom<S>({ ids, state, logChance }: Draft<S>): Drawn<S> {
  return { ids, state, logChance };
}

/** @internal */
export function checkPossible({ root }: Futures<unknown>): void {
  if (root.logBound > -Infinity) return;
  throw new RangeError('the model gives no valid sequence a chance');
}

function createPrefix(logChance: number): Prefix {
  return { next: new Map(), logChance, logBound: 0, logRest: 0 };
}

function findOrAdd({ next }: Prefix, id: number, logChance: number): Prefix {
  const known = next.get(id);
  if (known !== undefined) return known;
  const added = createPrefix(logChance);
  next.set(id, added);
  return added;
}

function learnDeadEnd(prefix: Prefix): number {
  prefix.next.clear();
  prefix.logRest = -Infinity;
  return -Infinity;
}

function keepEnds(bounds: Float64Array, ids: Uint32Array, ends: readonly number[]): void {
  for (let at = 0; at < bounds.length; at += 1) {
    if (!ends.includes(ids[at] as number)) bounds[at] = -Infinity;
  }
}

/** Where a list in rising order has an id. */
function findPlace(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
