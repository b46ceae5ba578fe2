import { exp } from '@diorama/geometry';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { argmax } from '../../src/sampling/argmax.ts';
import { listIds } from '../../src/sampling/list-ids.ts';
import { logChancesOfAllowed, logSoftmax } from '../../src/sampling/log-softmax.ts';
import { logAdd, logSumExp } from '../../src/sampling/log-sum-exp.ts';
import { pickGreedy } from '../../src/sampling/pick-greedy.ts';
import { createRandom } from '../../src/sampling/random.ts';
import { type SampleOptions, sample } from '../../src/sampling/sample.ts';
import { takeLargest } from '../../src/sampling/take-largest.ts';
import { toShare } from '../../src/sampling/to-share.ts';
import { BRACKETS, constrain } from './support/automata.ts';
import { makeMask } from './support/make-mask.ts';

/** Not so close to each other that their exponentials are equal. */
const logit = fc.oneof(
  fc.integer({ min: -20_000, max: 20_000 }).map((thousandths) => thousandths / 1000),
  fc.integer({ min: -2, max: 2 }),
  fc.constant(-Infinity),
);

/** Logits with at least one allowed token that has a chance; what is not allowed is NaN, so that reading it shows. */
const situation = fc
  .record({
    logits: fc.array(logit, { minLength: 1, maxLength: 150 }),
    picks: fc.array(fc.nat(), { maxLength: 80 }),
    sure: fc.nat(),
    form: fc.constantFrom('list' as const, 'bits' as const),
  })
  .map(({ logits, picks, sure, form }) => {
    const size = logits.length;
    const allowed = [...new Set([sure, ...picks].map((pick) => pick % size))].sort((a, b) => a - b);
    const given = Float32Array.from(logits, (one, id) => (allowed.includes(id) ? one : Number.NaN));
    given[sure % size] = Math.max(-5, given[sure % size] as number);
    return { logits: given, allowed, mask: makeMask(allowed, size, form), form };
  });

/** The ids that stay and their shares, by the plainest way there is. */
function expectedShares(
  logits: Float32Array,
  allowed: readonly number[],
  { temperature = 1, topK = 0, topP = 1, minP = 0 }: SampleOptions,
): ReadonlyMap<number, number> {
  const highest = Math.max(...allowed.map((id) => logits[id] as number));
  let kept = allowed
    .map((id) => ({ id, weight: Math.exp(((logits[id] as number) - highest) / temperature) }))
    .sort((a, b) => b.weight - a.weight || a.id - b.id);
  if (topK > 0) kept = kept.slice(0, topK);
  const whole = kept.reduce((sum, { weight }) => sum + weight, 0);
  let sum = 0;
  if (topP < 1) {
    kept = kept.filter(({ weight }) => {
      const stays = sum < topP * whole;
      sum += weight;
      return stays;
    });
  }
  kept = kept.filter(({ weight }) => minP <= weight);
  const rest = kept.reduce((total, { weight }) => total + weight, 0);
  return new Map(kept.map(({ id, weight }) => [id, weight / rest]));
}

describe('argmax', () => {
  test('is the first of the highest allowed logits, and reads no others', () => {
    fc.assert(
      fc.property(situation, ({ logits, allowed, mask }) => {
        const highest = Math.max(...allowed.map((id) => logits[id] as number));
        expect(argmax(logits, mask)).toBe(allowed.find((id) => logits[id] === highest));
      }),
    );
  });
});

describe('sample', () => {
  const options = fc.constantFrom<SampleOptions>(
    {},
    { temperature: 0.3 },
    { temperature: 5 },
    { topK: 1 },
    { topK: 3 },
    { topK: 500 },
    { topP: 0.5 },
    { topP: 0.95, temperature: 2 },
    { minP: 0.1 },
    { topK: 10, topP: 0.8, minP: 0.05, temperature: 3 },
  );

  test('a draw falls where the shares, in the order of the ids, say', () => {
    fc.assert(
      fc.property(situation, options, fc.double({ min: 0, max: 0.999999, noNaN: true }), (given, chosen, draw) => {
        const shares = expectedShares(given.logits, given.allowed, chosen);
        const id = sample(given.logits, given.mask, () => draw, chosen);
        expect(shares.has(id)).toBe(true);
        const inOrder = [...shares].sort(([a], [b]) => a - b);
        const below = inOrder.filter(([other]) => other < id).reduce((sum, [, share]) => sum + share, 0);
        expect(below).toBeLessThanOrEqual(draw + 1e-9);
        expect(below + (shares.get(id) as number)).toBeGreaterThanOrEqual(draw - 1e-9);
      }),
      { numRuns: 500 },
    );
  });

  test('temperature 0 takes the likeliest', () => {
    fc.assert(
      fc.property(situation, ({ logits, mask }) => {
        expect(sample(logits, mask, createRandom(1), { temperature: 0 })).toBe(argmax(logits, mask));
      }),
    );
  });

  test('frequencies are those of the softmax over what is allowed', () => {
    const logits = [1, 9, 2, 0, 3];
    const mask = makeMask([0, 2, 4], 5);
    const random = createRandom(7);
    const counts = new Float64Array(5);
    for (let turn = 0; turn < 20_000; turn += 1) {
      const id = sample(logits, mask, random);
      counts[id] = (counts[id] as number) + 1 / 20_000;
    }
    for (const [id, share] of expectedShares(Float32Array.from(logits), [0, 2, 4], {})) {
      expect(Math.abs((counts[id] as number) - share)).toBeLessThan(0.015);
    }
    expect(counts[1]).toBe(0);
  });

  test('the same seed, the same tokens; another, others', () => {
    const draw = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 40 }, () => sample(new Float32Array(64), makeMask([3, 5, 60], 64), random)).join();
    };
    expect(draw(1)).toBe(draw(1));
    expect(draw(1)).not.toBe(draw(2));
  });

  test.each([
    { name: 'huge', logits: [1e300, -1e300, 1e300 - 1e285], only: [0] },
    { name: 'infinite', logits: [0, Infinity, 5], only: [1] },
    { name: 'padded past the vocabulary', logits: [0, 0, -Infinity, 99, 99], only: [0, 1] },
  ])('$name logits', ({ logits, only }) => {
    const random = createRandom(3);
    const mask = makeMask([0, 1, 2], 3);
    const drawn = new Set(Array.from({ length: 50 }, () => sample(logits, mask, random)));
    expect([...drawn].sort()).toEqual(only);
  });
});

describe('refusals name what is wrong', () => {
  const mask = makeMask([1, 70], 100);
  const bits = makeMask([1, 70], 100, 'bits');
  const zeros = new Float32Array(100);
  const broken = Float32Array.from(zeros, (_, id) => (id === 70 ? Number.NaN : 0));
  const nothing = new Float32Array(100).fill(-Infinity);
  const draw = createRandom(1);
  const cases: { name: string; run: () => unknown; says: string }[] = [
    { name: 'NaN', run: () => sample(broken, mask, draw), says: 'the logit of token 70 is NaN' },
    { name: 'NaN, bits', run: () => argmax(broken, bits), says: 'the logit of token 70 is NaN' },
    { name: 'NaN, softmax', run: () => logSoftmax(broken, mask), says: 'the logit of token 70 is NaN' },
    { name: 'NaN elsewhere', run: () => logChancesOfAllowed(broken, makeMask([1], 100)), says: 'token 70 is NaN' },
    {
      name: 'infinite, softmax',
      run: () => logSoftmax([0, Infinity], makeMask([0, 1], 2)),
      says: 'the logit of token 1 is Infinity',
    },
    { name: 'no chance', run: () => sample(nothing, mask, draw), says: 'none of the 2 allowed tokens a chance' },
    { name: 'no chance, softmax', run: () => logSoftmax(nothing, bits), says: 'none of the 2 allowed tokens a chance' },
    { name: 'no chance at all', run: () => logChancesOfAllowed(nothing, mask), says: 'no token a chance' },
    {
      name: 'short',
      run: () => sample(zeros.subarray(0, 70), mask, draw),
      says: 'token 70 is allowed, but there are 70 logits',
    },
    { name: 'short, bits', run: () => argmax(zeros.subarray(0, 70), bits), says: 'token 70 is allowed' },
    { name: 'empty mask', run: () => argmax(zeros, makeMask([], 100)), says: 'the mask allows no token' },
    { name: 'empty mask, bits', run: () => argmax(zeros, makeMask([], 100, 'bits')), says: 'the mask allows no token' },
    { name: 'temperature', run: () => sample(zeros, mask, draw, { temperature: -1 }), says: '`temperature` is -1' },
    {
      name: 'NaN temperature',
      run: () => sample(zeros, mask, draw, { temperature: NaN }),
      says: '`temperature` is NaN',
    },
    { name: 'topK', run: () => sample(zeros, mask, draw, { topK: 1.5 }), says: '`topK` is 1.5' },
    { name: 'topP', run: () => sample(zeros, mask, draw, { topP: 0 }), says: '`topP` is 0' },
    { name: 'minP', run: () => sample(zeros, mask, draw, { minP: 1.1 }), says: '`minP` is 1.1' },
  ];
  test.each(cases)('$name', ({ run, says }) => {
    expect(run).toThrow(RangeError);
    expect(run).toThrow(says);
  });
});

describe('pickGreedy', () => {
  const constraint = constrain(BRACKETS);
  const count = (logits: readonly number[]) => {
    let masks = 0;
    const watched = {
      ...constraint,
      mask(state: ReturnType<typeof constraint.start>) {
        masks += 1;
        return constraint.mask(state);
      },
    };
    return { id: pickGreedy(logits, watched, watched.start(8)), masks };
  };

  test('makes no mask if the likeliest token is allowed', () => {
    expect(count([0, 5, 1, 1, 1, 1, 99])).toEqual({ id: 1, masks: 0 });
  });
  test('makes one if it is not', () => {
    expect(count([0, 5, 9, 1, 1, 1])).toEqual({ id: 1, masks: 1 });
  });
  test('refuses logits of another length and NaN', () => {
    expect(() => count([0, 1])).toThrow('there are 2 logits, but the vocabulary has 6 tokens');
    expect(() => count([0, 1, NaN, 0, 0, 0])).toThrow('the logit of token 2 is NaN');
    expect(() => count([-Infinity, -Infinity, 0, 0, 0, 0])).toThrow('none of the 2 allowed tokens a chance');
  });
});

describe('parts', () => {
  test('toShare is the exponential, down to where shares do not count', () => {
    fc.assert(
      fc.property(fc.double({ min: -42, max: 0, noNaN: true }), (power) => {
        expect(Math.abs(toShare(power) / exp(power) - 1)).toBeLessThan(1e-15);
      }),
      { numRuns: 2000 },
    );
    expect([0, -42, -42.01, -Infinity].map((power) => toShare(power))).toEqual([1, exp(-42), 0, 0]);
  });

  test('takeLargest takes the largest first, of equals the first', () => {
    const weights = fc.array(fc.oneof(fc.nat(4), fc.double({ min: 0, max: 4, noNaN: true })), { maxLength: 60 });
    fc.assert(
      fc.property(weights, fc.nat(70), fc.double({ min: 0, max: 100, noNaN: true }), (values, count, enough) => {
        const order = values
          .map((_, place) => place)
          .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
        let sum = 0;
        const expected = order.slice(0, count).filter((place) => {
          const isTaken = sum < enough;
          if (isTaken) sum += values[place] as number;
          return isTaken;
        });
        expect([...takeLargest(Float64Array.from(values), count, enough)]).toEqual(expected);
      }),
    );
  });

  test('listIds lists what a mask allows', () => {
    fc.assert(fc.property(situation, ({ allowed, mask }) => void expect([...listIds(mask)]).toEqual(allowed)));
  });

  test('logSumExp and logAdd are right at any size', () => {
    expect(logSumExp([])).toBe(-Infinity);
    expect(logSumExp([-Infinity, -Infinity])).toBe(-Infinity);
    expect(logSumExp([-1e6, -1e6])).toBeCloseTo(-1e6 + Math.LN2, 6);
    expect(logSumExp([1e6, 0])).toBe(1e6);
    expect(logAdd(-Infinity, -Infinity)).toBe(-Infinity);
    expect(logAdd(-Infinity, 3)).toBe(3);
    expect(exp(logAdd(Math.LN2, 0))).toBeCloseTo(3, 12);
  });

  test('chances among the allowed add up to 1; among all, to what the allowed hold', () => {
    fc.assert(
      fc.property(situation, fc.constantFrom(0.5, 1, 2), ({ logits, allowed, mask }, temperature) => {
        const { logChances } = logSoftmax(logits, mask, temperature);
        expect(logChances.reduce((sum, chance) => sum + exp(chance), 0)).toBeCloseTo(1, 9);
        const whole = Float64Array.from(logits, (one) => (Number.isNaN(one) ? -1 : one));
        const weights = whole.map((one) => Math.exp(one / temperature));
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        const found = logChancesOfAllowed(whole, mask, temperature);
        expect([...found.ids]).toEqual(allowed);
        allowed.forEach((id, place) => {
          expect(exp(found.logChances[place] as number)).toBeCloseTo((weights[id] as number) / all, 9);
        });
      }),
    );
  });
});
