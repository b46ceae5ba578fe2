// Turns a small model and a constraint into the chances of all sequences, by listing them.
import { exp, log } from '@diorama/geometry';
import type { Constraint } from '../../../src/sampling/constraint.ts';
import type { Futures, Prefix } from '../../../src/sampling/futures.ts';
import { acceptAllowed } from '../../../src/sampling/generate-tokens.ts';
import { logChancesOfAllowed } from '../../../src/sampling/log-softmax.ts';
import type { SmallModel } from './models.ts';

/** Chances by the sequence's ids, joined with spaces. */
export type Distribution = ReadonlyMap<string, number>;

/** What the model would write, given that it is valid; and the chance that it is. */
export function exactDistribution<S>(model: SmallModel, constraint: Constraint<S>, budget: number) {
  const chances = list(model, constraint, budget, (logChances) => logChances.map(exp));
  const validShare = sum(chances.values());
  return { validShare, chances: new Map([...chances].map(([text, chance]) => [text, chance / validShare] as const)) };
}

/** What masking alone draws. */
export function maskedDistribution<S>(model: SmallModel, constraint: Constraint<S>, budget: number): Distribution {
  return list(model, constraint, budget, (logChances) => normalize(logChances.map(exp)));
}

/** What the next draw by these futures is, if nothing is rejected. */
export function adaptedDistribution<S>(futures: Futures<S>, model: SmallModel): Distribution {
  const { constraint, options, root } = futures;
  return list(model, constraint, options.budget, (logChances, ids, path) => {
    let prefix: Prefix | undefined = root;
    for (const id of path) prefix = prefix?.next.get(id);
    return normalize(
      logChances.map((chance, at) => exp(chance + (prefix?.next.get(ids[at] as number)?.logBound ?? 0))),
    );
  });
}

function list<S>(
  model: SmallModel,
  constraint: Constraint<S>,
  budget: number,
  chancesOf: (logChances: Float64Array, ids: Uint32Array, path: readonly number[]) => Float64Array,
): Map<string, number> {
  const { ends } = constraint.vocabulary;
  const found = new Map<string, number>();
  const visit = (state: S, path: readonly number[], chance: number): void => {
    const { ids, logChances } = logChancesOfAllowed(model(path), constraint.mask(state));
    const chances = chancesOf(logChances, ids, path);
    ids.forEach((id, at) => {
      const chanceOfNext = chance * (chances[at] as number);
      if (ends.includes(id)) found.set(path.join(' '), chanceOfNext);
      else visit(acceptAllowed(constraint, state, id), [...path, id], chanceOfNext);
    });
  };
  visit(constraint.start(budget), [], 1);
  return found;
}

/** The total variation between two distributions: 0 to 1. */
export function variation(a: Distribution, b: Distribution): number {
  const texts = new Set([...a.keys(), ...b.keys()]);
  return sum([...texts].map((text) => Math.abs((a.get(text) ?? 0) - (b.get(text) ?? 0)))) / 2;
}

/** The divergence of Kullback and Leibler of `a` from `b`, nats. */
export function divergence(a: Distribution, b: Distribution): number {
  return sum([...a].map(([text, chance]) => (chance === 0 ? 0 : chance * log(chance / (b.get(text) ?? 0)))));
}

/** How often each sequence was drawn. */
export function tally(drawn: readonly (readonly number[])[]): Distribution {
  const counts = new Map<string, number>();
  for (const ids of drawn) counts.set(ids.join(' '), (counts.get(ids.join(' ')) ?? 0) + 1 / drawn.length);
  return counts;
}

/** What {@link variation} between a distribution and so many draws of itself comes to, about: never 0. */
export function noiseOf(chances: Distribution, draws: number): number {
  return sum([...chances.values()].map((chance) => Math.sqrt((chance * (1 - chance)) / (2 * Math.PI * draws))));
}

function normalize(weights: Float64Array): Float64Array {
  const whole = sum(weights);
  return weights.map((weight) => weight / whole);
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
