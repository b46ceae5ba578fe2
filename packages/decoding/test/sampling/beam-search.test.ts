import { describe, expect, test } from 'vitest';
import { type BeamOptions, beamSearch } from '../../src/sampling/beam-search.ts';
import { BRACKETS, constrain } from './support/automata.ts';
import { CASES } from './support/cases.ts';
import { exactDistribution } from './support/distributions.ts';
import { randomModel } from './support/models.ts';

describe('with enough beams, all sequences come out, best first', () => {
  const constraint = constrain(BRACKETS);
  const budget = 5;
  test.each([
    { seed: 1, lengthPenalty: 0 },
    { seed: 2, lengthPenalty: 0 },
    { seed: 1, lengthPenalty: 1 },
    { seed: 2, lengthPenalty: 2 },
  ])('model $seed, length penalty $lengthPenalty', async ({ seed, lengthPenalty }) => {
    const model = randomModel(seed, 6);
    const { chances, validShare } = exactDistribution(model, constraint, budget);
    const expected = [...chances]
      .map(([text, chance]) => {
        const logChance = Math.log(chance * validShare);
        return { text, score: logChance / Math.max(1, text.split(' ').length) ** lengthPenalty };
      })
      .sort((a, b) => b.score - a.score);
    const found = await beamSearch(model, constraint, { beams: 400, budget, lengthPenalty });
    expect(found.map(({ ids }) => ids.join(' '))).toEqual(expected.map(({ text }) => text));
    found.forEach(({ score }, at) => void expect(score).toBeCloseTo(expected[at]?.score as number, 9));
  });
});

test.each(CASES)('$name: eight beams find the likeliest sequence', async ({ model, constraint, budget }) => {
  const { chances } = exactDistribution(model, constraint, budget);
  const [likeliest] = [...chances].sort(([, a], [, b]) => b - a)[0] ?? [];
  const [best] = await beamSearch(model, constraint, { beams: 8, budget });
  expect(best?.ids.join(' ')).toBe(likeliest);
});

test('what a grammar forces is not preferred: chances are the model’s own', async () => {
  // After 0 the grammar leaves only 1, which the model hardly ever writes; after 2 it has the choice.
  const constraint = constrain({ size: 4, accepting: [2], steps: [{ 0: 1, 2: 3 }, { 1: 2 }, {}, { 1: 2, 2: 2 }] });
  const model = (ids: readonly number[]) =>
    ids.length === 0 ? [2, 0, 1.5, 0] : ids[0] === 0 ? [9, 0, 9, 9] : [0, 5, 0, 5];
  const [best] = await beamSearch(model, constraint, { beams: 2, budget: 3 });
  expect(best?.ids).toEqual([2, 1]);
});

test('prefixes that cannot end within the budget are lost, and nothing comes out if all are', async () => {
  const constraint = constrain(BRACKETS);
  const unbounded = { ...constraint, start: () => constraint.start() };
  expect(await beamSearch(() => [5, 0, 0, 0, 0, 0], unbounded, { beams: 1, budget: 3 })).toEqual([]);
});

test.each<{ options: BeamOptions; says: string }>([
  { options: { beams: 0, budget: 5 }, says: '`beams` is 0' },
  { options: { beams: 2, budget: Infinity }, says: '`budget` is Infinity' },
  { options: { beams: 2, budget: 5, lengthPenalty: -1 }, says: '`lengthPenalty` is -1' },
])('$says is refused', async ({ options, says }) => {
  await expect(beamSearch(() => new Array(6).fill(0), constrain(BRACKETS), options)).rejects.toThrow(says);
});
