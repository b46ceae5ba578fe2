// Turns a model and a constraint into a sequence of tokens, one by one.
import { type Constraint, textBudget } from './constraint.ts';
import type { Model } from './model.ts';
import { checkSize } from './pick-greedy.ts';
import { createRandom } from './random.ts';
import { checkSampleOptions, type SampleOptions, sample } from './sample.ts';

export interface GenerateOptions<S> extends SampleOptions {
  /** What the model reads before the first token. */
  readonly prompt?: readonly number[];
  /** At most so many tokens, the end among them. Left out: until the model ends, which may be never. */
  readonly budget?: number;
  /** The same seed, the same tokens. 0 if left out. */
  readonly seed?: number;
  /**
   * Tokens to take without asking the model, as a decoder's `forcedTokens` gives them. From the first refused one on they
   * are passed over.
   */
  readonly forced?: (state: S) => readonly number[];
  /** Asked before each token: whether to stop here. */
  readonly stop?: (state: S, ids: readonly number[]) => boolean;
}

export interface GeneratedToken<S> {
  readonly id: number;
  /** The state behind the token. */
  readonly state: S;
  /** Whether the model was asked: it is not where one token alone is allowed, or where it is forced. */
  readonly asked: boolean;
}

/** Why there are no more tokens: the sequence has ended, the budget has, or `stop` said so. */
export type Ending = 'end' | 'budget' | 'stop';

/** A whole sequence. */
export interface Generation<S> {
  /** Without the token that ends. */
  readonly ids: readonly number[];
  readonly state: S;
  readonly ending: Ending;
}

/**
 * Yields tokens as they are drawn, but for the one that ends. To break off, leave the loop. Masking like this distorts a
 * model's distribution: see `futures.ts` for what does not.
 *
 * @throws {RangeError} If the model's logits make no sense, an option is out of its range, or the constraint has led to
 *   where nothing may come next.
 */
export async function* generateTokens<S>(
  model: Model,
  constraint: Constraint<S>,
  options: GenerateOptions<S> = {},
): AsyncGenerator<GeneratedToken<S>, Generation<S>> {
  const { prompt = [] } = options;
  const budget = textBudget(constraint, options.budget ?? Infinity);
  checkSampleOptions(options);
  const random = createRandom(options.seed ?? 0);
  const { ends } = constraint.vocabulary;
  const read = [...prompt];
  let state = constraint.start(options.budget);
  const mayGoOn = () => read.length - prompt.length < budget;
  const written = () => read.slice(prompt.length);

  for (;;) {
    for (const id of options.forced?.(state) ?? []) {
      const next = mayGoOn() && !ends.includes(id) ? constraint.accept(state, id) : undefined;
      if (next === undefined) break;
      state = next;
      read.push(id);
      yield { id, state, asked: false };
    }
    if (options.stop?.(state, written())) return { ids: written(), state, ending: 'stop' };
    if (!mayGoOn()) return { ids: written(), state, ending: constraint.canEnd(state) ? 'end' : 'budget' };
    const mask = constraint.mask(state);
    if (mask.count === 0 && constraint.canEnd(state)) return { ids: written(), state, ending: 'end' };
    const alone = mask.count === 1 ? mask.ids?.[0] : undefined;
    const id = alone ?? sample(checkSize(await model(read), constraint), mask, random, options);
    if (ends.includes(id)) return { ids: written(), state, ending: 'end' };
    state = acceptAllowed(constraint, state, id);
    read.push(id);
    yield { id, state, asked: alone === undefined };
  }
}

/** {@link generateTokens} to its end. */
export async function generate<S>(
  model: Model,
  constraint: Constraint<S>,
  options: GenerateOptions<S> = {},
): Promise<Generation<S>> {
  const tokens = generateTokens(model, constraint, options);
  for (;;) {
    const { done, value } = await tokens.next();
    if (done) return value;
  }
}

/** The state behind a token that its mask allows. */
export function acceptAllowed<S>(constraint: Constraint<S>, state: S, id: number): S {
  const next = constraint.accept(state, id);
  if (next === undefined) throw new RangeError(`the constraint allows token ${id} and then refuses it`);
  return next;
}
