// Turns what is known of prefixes into a sequence chosen among several that are drawn side by side.
import { exp, log } from '@diorama/geometry';
import {
  beginDraft,
  checkPossible,
  type Draft,
  type Drawn,
  drawnFrom,
  extendDrafts,
  type Futures,
  learn,
  type Prefix,
} from './futures.ts';
import { logSumExp } from './log-sum-exp.ts';
import type { Random } from './random.ts';
import { drawPlace } from './sample.ts';

export interface ParticleOptions {
  /** How many sequences are drawn side by side: 1 or more. */
  readonly particles?: number;
  /** They are drawn anew by weight once they count for no more than this share of them: 0 (never) to 1 (always). */
  readonly resampleBelow?: number;
}

/**
 * Draws several sequences side by side; those whose prefix turns out to have less of a future than was believed lose
 * weight, and their place goes to others (sequential Monte Carlo). One of the last is chosen by weight. The more particles,
 * the closer to the model's distribution of valid sequences, at a price that is known: one run of the model for each prefix
 * that they hold at a time.
 *
 * @throws {RangeError} If the model's logits make no sense, it gives no valid sequence a chance, or an option is out of range.
 */
export async function drawWithParticles<S>(
  futures: Futures<S>,
  random: Random,
  { particles: count = 16, resampleBelow = 0.5 }: ParticleOptions = {},
): Promise<Drawn<S>> {
  if (!(Number.isInteger(count) && 1 <= count)) {
    throw new RangeError(`\`particles\` is ${count}, but has to be a whole number, 1 or more`);
  }
  if (!(0 <= resampleBelow && resampleBelow <= 1)) {
    throw new RangeError(`\`resampleBelow\` is ${resampleBelow}, but has to be 0 to 1`);
  }
  for (;;) {
    const seen: Prefix[] = [];
    let particles = Array.from({ length: count }, (): Particle<S> => ({ draft: beginDraft(futures), logWeight: 0 }));
    while (particles.some(isOpen)) {
      for (const group of groupByPrefix(particles.filter(isOpen))) {
        const drafts = group.map(({ draft }) => draft) as [Draft<S>, ...Draft<S>[]];
        seen.push(drafts[0].prefix);
        const logRatio = await extendDrafts(futures, drafts, random);
        for (const particle of group) particle.logWeight += logRatio;
      }
      const weights = toWeights(particles);
      if (effectiveCount(weights) <= resampleBelow * count) particles = resample(particles, weights, random);
    }
    learn(seen);
    const weights = toWeights(particles);
    const chosen = particles[drawPlace(weights, random())];
    if (chosen !== undefined) return drawnFrom(chosen.draft);
    checkPossible(futures);
  }
}

interface Particle<S> {
  readonly draft: Draft<S>;
  logWeight: number;
}

function isOpen({ draft, logWeight }: Particle<unknown>): boolean {
  return !draft.ended && logWeight > -Infinity;
}

function groupByPrefix<S>(particles: readonly Particle<S>[]): readonly (readonly Particle<S>[])[] {
  const groups = new Map<Prefix, Particle<S>[]>();
  for (const particle of particles) {
    const group = groups.get(particle.draft.prefix);
    if (group === undefined) groups.set(particle.draft.prefix, [particle]);
    else group.push(particle);
  }
  return [...groups.values()];
}

/** Weights that add up to 1; all 0 if no particle is left. */
function toWeights(particles: readonly Particle<unknown>[]): Float64Array {
  const logWeights = particles.map(({ logWeight }) => logWeight);
  const whole = logSumExp(logWeights);
  return Float64Array.from(logWeights, (logWeight) => (logWeight === -Infinity ? 0 : exp(logWeight - whole)));
}

/** How many equal weights would be as even as these. */
function effectiveCount(weights: Float64Array): number {
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return squares === 0 ? Infinity : 1 / squares;
}

/** As many particles of equal weight, each standing as often as its weight says, rounded up or down (systematic resampling). */
function resample<S>(particles: readonly Particle<S>[], weights: Float64Array, random: Random): Particle<S>[] {
  const logWeight = logSumExp(particles.map((one) => one.logWeight)) - log(particles.length);
  const offset = random();
  const chosen: Particle<S>[] = [];
  let reached = 0;
  particles.forEach(({ draft }, at) => {
    reached += (weights[at] as number) * particles.length;
    while (chosen.length + offset < reached && chosen.length < particles.length) {
      chosen.push({ draft: { ...draft }, logWeight });
    }
  });
  // Rounding may leave out the last one.
  while (chosen.length < particles.length)
    chosen.push({ draft: { ...(chosen.at(-1) as Particle<S>).draft }, logWeight });
  return chosen;
}
