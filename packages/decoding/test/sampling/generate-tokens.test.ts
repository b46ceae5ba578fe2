import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Generation, generate, generateTokens } from '../../src/sampling/generate-tokens.ts';
import { type AutomatonState, BRACKETS, constrain } from './support/automata.ts';
import { constrainToCore, LEXEMES } from './support/core-sublanguage.ts';
import { randomModel } from './support/models.ts';

const brackets = constrain(BRACKETS);
const signs = ['(', '[', ')', ']', 'x'];
const write = ({ ids }: Generation<unknown>) => ids.map((id) => signs[id]).join('');

/** Whether brackets close in the right order, by taking away pairs until nothing is left. */
function isBalanced(text: string): boolean {
  const marks = text.replaceAll('x', '');
  const fewer = marks.replaceAll('()', '').replaceAll('[]', '');
  return fewer === '' || (fewer !== marks && isBalanced(fewer));
}

describe('whatever the model, the sequence is valid and within its budget', () => {
  test('brackets', async () => {
    const options = fc.record({
      budget: fc.integer({ min: 3, max: 30 }),
      seed: fc.nat(1000),
      temperature: fc.constantFrom(0, 0.5, 1, 9),
      topK: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(1000), options, async (model, chosen) => {
        const generation = await generate(randomModel(model, 6, 2, 4), brackets, chosen);
        expect(generation.ending).toBe('end');
        expect(generation.ids.length).toBeLessThan(chosen.budget);
        expect(isBalanced(write(generation))).toBe(true);
        expect(generation.ids.length).toBeGreaterThan(1);
      }),
    );
  });

  test('core form, without a budget', async () => {
    const { ids, ending } = await generate(randomModel(3, LEXEMES.length + 1), constrainToCore(), { seed: 5 });
    expect(ending).toBe('end');
    expect(ids.map((id) => LEXEMES[id]?.text).join(' ')).toMatch(/^camera (camera |fov |pitch )?\{.*\}$/);
  });
});

describe('generateTokens', () => {
  const closing = () => [0, 0, 9, 9, 0, 9];
  const opening = () => [5, 0, 0, 0, 0, 0];

  test('the model reads the prompt and what was written', async () => {
    const read: string[] = [];
    const model = (ids: readonly number[]) => {
      read.push(ids.join());
      return closing();
    };
    const { ids } = await generate(model, brackets, { prompt: [7, 8], temperature: 0 });
    expect(ids).toEqual([0, 2]);
    expect(read).toEqual(['7,8', '7,8,0', '7,8,0,2']);
  });

  test('where one token alone is allowed, the model is not asked', async () => {
    // With a budget of 3, what was opened has to be closed.
    const tokens = [];
    for await (const token of generateTokens(opening, brackets, { budget: 3, temperature: 0 })) tokens.push(token);
    expect(tokens.map(({ id, asked }) => [id, asked])).toEqual([
      [0, true],
      [2, false],
    ]);
  });

  test('forced tokens are taken until one is refused; the model is not asked for them', async () => {
    const forced = ({ at }: AutomatonState) => (at === 0 ? [1, 4, 2, 4] : []);
    const tokens = [];
    for await (const token of generateTokens(closing, brackets, { temperature: 0, forced })) tokens.push(token);
    expect(tokens.map(({ id, asked }) => [id, asked])).toEqual([
      [1, false],
      [4, false],
      [3, true],
    ]);
  });

  test('stops when told, and at the budget of a constraint that keeps none', async () => {
    const stop = (_: unknown, ids: readonly number[]) => ids.length === 2;
    expect(await generate(opening, brackets, { temperature: 0, stop })).toMatchObject({ ids: [0, 0], ending: 'stop' });
    const unbounded = { ...brackets, start: () => brackets.start() };
    const marks = () => [0, 0, 0, 0, 5, 0];
    expect(await generate(marks, unbounded, { temperature: 0, budget: 5 })).toMatchObject({
      ids: [0, 4, 4, 4],
      ending: 'budget',
    });
  });

  test('a vocabulary without an end ends where nothing may follow', async () => {
    const once = constrain({ size: 2, accepting: [1], steps: [{ 0: 1 }, {}] });
    const mask = (state: AutomatonState) => {
      const all = once.mask(state);
      return state.at === 1 ? { ...all, count: 0, ids: new Uint32Array(0) } : all;
    };
    const endless = { ...once, vocabulary: { size: 2, ends: [] }, mask };
    expect(await generate(() => [0, 0], endless)).toMatchObject({ ids: [0], ending: 'end' });
  });

  test('models may answer later; the same seed, the same tokens', async () => {
    const model = randomModel(9, 6, 2, 0.3);
    const later = async (ids: readonly number[]) => model(ids);
    const one = await generate(model, brackets, { seed: 4, budget: 20 });
    expect(await generate(later, brackets, { seed: 4, budget: 20 })).toEqual(one);
    expect(await generate(model, brackets, { seed: 5, budget: 20 })).not.toEqual(one);
  });

  test.each([
    { name: 'too few logits', model: () => [1, 2], says: 'there are 2 logits, but the vocabulary has 6 tokens' },
    { name: 'NaN', model: () => new Array(6).fill(NaN), says: 'the logit of token 0 is NaN' },
    { name: 'no chance', model: () => [-Infinity, -Infinity, 0, 0, 0, 0], says: 'none of the 2 allowed tokens' },
  ])('refuses a model with $name', async ({ model, says }) => {
    await expect(generate(model, brackets)).rejects.toThrow(says);
  });

  test('refuses a constraint that refuses what it allows', async () => {
    const lying = { ...brackets, accept: () => undefined };
    await expect(generate(opening, lying)).rejects.toThrow('allows token 0 and then refuses it');
  });
});
