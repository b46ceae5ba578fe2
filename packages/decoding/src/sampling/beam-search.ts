// Turns a model and a constraint into the likeliest sequences, by a search that keeps a few prefixes at a time.
import { pow } from '@diorama/geometry';
import { type Constraint, textBudget } from './constraint.ts';
import { acceptAllowed } from './generate-tokens.ts';
import { logChancesOfAllowed } from './log-softmax.ts';
import type { Model } from './model.ts';
import { checkSize } from './pick-greedy.ts';
import { takeLargest } from './take-largest.ts';

export interface BeamOptions {
  /** How many prefixes are kept, and at most how many sequences come out: 1 or more. */
  readonly beams: number;
  /** At most so many tokens, the end among them: 1 or more. */
  readonly budget: number;
  /** The logarithm of a sequence's chance is divided by its length to this power: 0 leaves it be, more prefers long ones. */
  readonly lengthPenalty?: number;
  /** What the model reads before the first token. */
  readonly prompt?: readonly number[];
}

/** A sequence that has ended. */
export interface Beam<S> {
  /** Without the token that ends. */
  readonly ids: readonly number[];
  readonly state: S;
  /** The logarithm of the chance that the model gives it, its end included. */
  readonly logChance: number;
  /** What beams are sorted by: `logChance` under the length penalty. */
  readonly score: number;
}

/**
 * The best sequences found, best first; none if no prefix that was kept has ended within the budget. Chances are the
 * model's own, not those among the allowed tokens, so that a prefix is not preferred because its grammar left it no choice:
 * what is sought is the likeliest valid sequence. Equals are ordered by their tokens.
 *
 * @throws {RangeError} If the model's logits make no sense or an option is out of its range.
 */
export async function beamSearch<S>(
  model: Model,
  constraint: Constraint<S>,
  options: BeamOptions,
): Promise<readonly Beam<S>[]> {
  const { beams, budget, lengthPenalty = 0, prompt = [] } = checkBeamOptions(options);
  const { ends } = constraint.vocabulary;
  const longest = textBudget(constraint, budget);
  const score = (logChance: number, length: number) => logChance / pow(Math.max(length, 1), lengthPenalty);
  let open: readonly Open<S>[] = [{ ids: [], state: constraint.start(budget), logChance: 0 }];
  let ended: Beam<S>[] = [];

  for (let length = 0; open.length > 0; length += 1) {
    const next: (Open<S> & { readonly last: number })[] = [];
    for (const prefix of open) {
      const { state, ids } = prefix;
      const mask = constraint.mask(state);
      if (mask.count === 0) {
        if (constraint.canEnd(state)) end(prefix, prefix.logChance);
        continue;
      }
      const logits = checkSize(await model([...prompt, ...ids]), constraint);
      const { ids: allowed, logChances } = logChancesOfAllowed(logits, mask);
      for (const place of takeLargest(logChances, beams + ends.length)) {
        const last = allowed[place] as number;
        const logChance = prefix.logChance + (logChances[place] as number);
        if (logChance === -Infinity) break;
        if (ends.includes(last)) end(prefix, logChance);
        else if (length < longest) next.push({ ids, state, logChance, last });
      }
    }
    ended = keepBest(ended, beams);
    // What goes on only loses chance; a length penalty can make up for it, at best at the budget's end.
    const worst = ended.length < beams ? -Infinity : (ended.at(-1)?.score ?? -Infinity);
    open = next
      .sort((a, b) => b.logChance - a.logChance || compareIds([...a.ids, a.last], [...b.ids, b.last]))
      .slice(0, beams)
      .filter(({ logChance }) => worst < score(logChance, lengthPenalty > 0 ? longest : length + 1))
      .map(({ ids, state, logChance, last }) => ({
        ids: [...ids, last],
        state: acceptAllowed(constraint, state, last),
        logChance,
      }));
  }
  return ended;

  function end({ ids, state }: Open<S>, logChance: number): void {
    ended.push({ ids, state, logChance, score: score(logChance, ids.length) });
  }
}

interface Open<S> {
  readonly ids: readonly number[];
  readonly state: S;
  readonly logChance: number;
}

function checkBeamOptions(options: BeamOptions): BeamOptions {
  for (const name of ['beams', 'budget'] as const) {
    const value = options[name];
    if (!(Number.isInteger(value) && 1 <= value)) {
      throw new RangeError(`\`${name}\` is ${value}, but has to be a whole number, 1 or more`);
    }
  }
  const { lengthPenalty = 0 } = options;
  if (!(0 <= lengthPenalty && lengthPenalty < Infinity)) {
    throw new RangeError(`\`lengthPenalty\` is ${lengthPenalty}, but has to be 0 or more`);
  }
  return options;
}

function keepBest<S>(ended: Beam<S>[], count: number): Beam<S>[] {
  return ended.sort((a, b) => b.score - a.score || compareIds(a.ids, b.ids)).slice(0, count);
}

function compareIds(a: readonly number[], b: readonly number[]): number {
  const differs = a.findIndex((id, at) => id !== b[at]);
  return differs === -1 ? a.length - b.length : (a[differs] as number) - (b[differs] ?? -1);
}
