import { describe, expect, test } from 'vitest';
import { drawAdaptively } from '../../src/sampling/draw-adaptively.ts';
import { drawExactly } from '../../src/sampling/draw-exactly.ts';
import { drawWithParticles } from '../../src/sampling/draw-with-particles.ts';
import { createFutures, type Drawn, type Futures, validShare } from '../../src/sampling/futures.ts';
import { generate } from '../../src/sampling/generate-tokens.ts';
import { createRandom, type Random } from '../../src/sampling/random.ts';
import { BRACKETS, constrain } from './support/automata.ts';
import { CASES, type Case } from './support/cases.ts';
import {
  adaptedDistribution,
  exactDistribution,
  maskedDistribution,
  noiseOf,
  tally,
  variation,
} from './support/distributions.ts';

const DRAWS = 1500;

describe.each(CASES)('$name', ({ model, constraint, budget }: Case) => {
  const { chances, validShare: share } = exactDistribution(model, constraint, budget);
  const masked = maskedDistribution(model, constraint, budget);
  const masking = variation(masked, chances);
  const noise = noiseOf(chances, DRAWS);
  const begin = () => createFutures(model, constraint, { budget });

  /** Many draws, all by what the earlier ones have taught. */
  async function drawMany(draw: (futures: Futures<unknown>, random: Random) => Promise<Drawn<unknown> | undefined>) {
    const futures = begin();
    const random = createRandom(11);
    const drawn: (readonly number[])[] = [];
    while (drawn.length < DRAWS) drawn.push((await draw(futures, random))?.ids ?? []);
    return tally(drawn);
  }

  test('masking distorts: that is what all this is for', async () => {
    expect(masking).toBeGreaterThan(0.3);
    const drawn = [];
    for (let seed = 0; seed < DRAWS; seed += 1) drawn.push((await generate(model, constraint, { budget, seed })).ids);
    expect(variation(tally(drawn), masked)).toBeLessThan(3 * noiseOf(masked, DRAWS) + 0.02);
  });

  test('drawAdaptively begins as masking, comes closer, and bounds the share of what is valid', async () => {
    const futures = begin();
    const random = createRandom(3);
    expect(variation(adaptedDistribution(futures, model), masked)).toBeLessThan(1e-9);
    let bound = validShare(futures);
    for (let turn = 0; turn < DRAWS; turn += 1) {
      await drawAdaptively(futures, random);
      expect(validShare(futures)).toBeLessThanOrEqual(bound);
      bound = validShare(futures);
      expect(bound).toBeGreaterThanOrEqual(share * (1 - 1e-9));
    }
    expect(variation(adaptedDistribution(futures, model), chances)).toBeLessThan(0.35 * masking);
  });

  test('drawExactly is right from the first draw', async () => {
    const drawn = await drawMany((futures, random) => drawExactly(futures, random, 1e6));
    expect(variation(drawn, chances)).toBeLessThan(2 * noise + 0.02);
  });

  test('drawWithParticles comes closer than masking, the closer the more there are', async () => {
    const far = await firstDraws(1);
    const near = await firstDraws(32);
    expect(far).toBeGreaterThan(0.7 * masking);
    expect(near).toBeLessThan(0.6 * masking);

    /** How far first draws are off: nothing is known before each. */
    async function firstDraws(particles: number): Promise<number> {
      const random = createRandom(5);
      const drawn = [];
      for (let turn = 0; turn < 300; turn += 1) {
        drawn.push((await drawWithParticles(begin(), random, { particles })).ids);
      }
      return variation(tally(drawn), chances);
    }
  });

  test('particles learn from earlier draws too', async () => {
    const drawn = await drawMany((futures, random) => drawWithParticles(futures, random, { particles: 8 }));
    expect(variation(drawn, chances)).toBeLessThan(0.5 * masking);
  });

  test('chances of what is drawn are the model’s own', async () => {
    const random = createRandom(2);
    const futures = begin();
    for (const drawn of [await drawAdaptively(futures, random), await drawWithParticles(futures, random)]) {
      expect(Math.exp(drawn.logChance) / share / (chances.get(drawn.ids.join(' ')) as number)).toBeCloseTo(1, 9);
    }
  });
});

describe('drawing', () => {
  const constraint = constrain(BRACKETS);
  const samplers = [
    { name: 'drawAdaptively', draw: drawAdaptively },
    { name: 'drawExactly', draw: drawExactly },
    { name: 'drawWithParticles', draw: drawWithParticles },
  ] as const;

  test.each(samplers)('$name: dead ends of a constraint that does not look ahead are learnt', async ({ draw }) => {
    // The budget is kept by the sampler alone: many prefixes of four tokens cannot end any more.
    const shortSighted = { ...constraint, start: () => constraint.start() };
    const futures = createFutures(() => [1, 0, 1, 0, 0, 2], shortSighted, { budget: 5 });
    const random = createRandom(1);
    for (let turn = 0; turn < 100; turn += 1) {
      const drawn = await draw(futures, random);
      expect(drawn?.ids.length).toBeLessThanOrEqual(4);
      expect(constraint.canEnd(drawn?.state as ReturnType<typeof constraint.start>)).toBe(true);
    }
  });

  test.each(samplers)('$name: a model that gives nothing valid a chance is refused', async ({ draw }) => {
    const never = () => [0, 0, -Infinity, -Infinity, 0, 0];
    const futures = createFutures(never, constraint, { budget: 5 });
    await expect(draw(futures, createRandom(1))).rejects.toThrow('the model gives no valid sequence a chance');
  });

  test.each(samplers)('$name: NaN is refused, and what was learnt before still stands', async ({ draw }) => {
    let broken = false;
    const model = () => (broken ? new Array(6).fill(NaN) : [1, 0, 1, 0, 0, 2]);
    const futures = createFutures(model, constraint, { budget: 6 });
    const random = createRandom(1);
    for (let turn = 0; turn < 5; turn += 1) await draw(futures, random);
    const before = validShare(futures);
    broken = true;
    await expect(draw(futures, random)).rejects.toThrow('is NaN');
    expect(validShare(futures)).toBe(before);
    broken = false;
    expect(await draw(futures, random)).toBeDefined();
  });

  test('drawExactly gives up after so many tries', async () => {
    const rarely = () => [0, 0, -30, -30, 0, 0];
    const futures = createFutures(rarely, constraint, { budget: 20 });
    expect(await drawExactly(futures, createRandom(1), 3)).toBeUndefined();
  });

  test('a lower temperature asks for another distribution', async () => {
    const model = () => [1, 0, 1, 0, 0, 2];
    const cool = (ids: readonly number[]) => Float64Array.from(model(), (logit) => logit / 0.5 + 0 * ids.length);
    const { validShare: expected } = exactDistribution(cool, constraint, 6);
    const futures = createFutures(model, constraint, { budget: 6, temperature: 0.5 });
    const random = createRandom(1);
    for (let turn = 0; turn < 600; turn += 1) await drawAdaptively(futures, random);
    expect(validShare(futures) / expected).toBeCloseTo(1, 1);
  });

  test.each([
    { says: '`temperature` is 0', run: async () => createFutures(() => [], constraint, { temperature: 0 }) },
    { says: '`particles` is 0', run: () => particles({ particles: 0 }) },
    { says: '`resampleBelow` is 2', run: () => particles({ resampleBelow: 2 }) },
  ])('$says is refused', async ({ says, run }) => {
    await expect(run()).rejects.toThrow(says);
  });

  function particles(options: Parameters<typeof drawWithParticles>[2]) {
    return drawWithParticles(
      createFutures(() => new Array(6).fill(0), constraint),
      createRandom(1),
      options,
    );
  }
});
