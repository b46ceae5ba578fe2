// Generating with a context sequence that behaves as that of node-llama-cpp does.
import { createDecoder, generateTokens, generateWithLlama, llamaModel } from '@diorama/decoding';
import { expect, test } from 'vitest';
import { FIXTURES } from '../tokenizers.ts';

const vocabulary = FIXTURES['byte-level'].load();
const decoder = createDecoder(vocabulary);
const PROMPT = [3, 1, 4];

/** Of what was read, logits that depend on all of it. */
function logitOf(read: readonly number[], id: number): number {
  let hash = id + 1;
  for (const token of read.slice(-6)) hash = (hash * 31 + token) % 10_007;
  return (hash % 997) / 100;
}

interface Asked {
  readonly fed: number;
  readonly logits: number;
}

function fakeSequence(asked: Asked[] = []) {
  let read: number[] = [];
  return {
    get contextTokens() {
      return [...read];
    },
    async adaptStateToTokens(tokens: number[]) {
      read = tokens;
    },
    async controlledEvaluate(
      input: (number | [number, { generateNext?: { logits?: boolean | { filter: { tokens: readonly number[] } } } }])[],
    ) {
      return input.map((item) => {
        const [token, options] = typeof item === 'number' ? [item] : item;
        read.push(token);
        const wanted = options?.generateNext?.logits;
        if (wanted === undefined) return undefined;
        const tokens = typeof wanted === 'object' ? wanted.filter.tokens : [...Array(vocabulary.size).keys()];
        asked.push({ fed: input.length, logits: tokens.length });
        return { next: { logits: new Map(tokens.map((id) => [id, logitOf(read, id)])) } };
      });
    },
  };
}

test('the same tokens as with any model, and only what is allowed is asked for', async () => {
  const options = { prompt: PROMPT, budget: 60, seed: 5, temperature: 1 };
  const asked: Asked[] = [];
  const ids = async (tokens: AsyncIterable<{ readonly id: number }>) => {
    const found: number[] = [];
    for await (const { id } of tokens) found.push(id);
    return found;
  };
  const model = (read: readonly number[]) => Array.from({ length: vocabulary.size }, (_, id) => logitOf(read, id));
  const found = await ids(generateWithLlama(fakeSequence(asked), decoder, options));
  expect(found).toEqual(await ids(generateTokens(model, decoder, options)));
  expect(found.length).toBeGreaterThan(5);
  // What was read is not read again.
  expect(asked[0]?.fed).toBe(PROMPT.length);
  expect(Math.max(...asked.slice(1).map(({ fed }) => fed))).toBeLessThan(20);
  expect(Math.min(...asked.map(({ logits }) => logits))).toBeLessThan(vocabulary.size / 10);
});

test('a model that goes back and forth reads only what is new', async () => {
  const asked: Asked[] = [];
  const model = llamaModel(fakeSequence(asked), vocabulary.size);
  for (const [ids, fed] of [
    [[1, 2, 3], 3],
    [[1, 2, 3, 4], 1],
    [[1, 2, 9], 1],
    [[1, 2, 9], 1],
    [[7], 1],
  ] as const) {
    const logits = await model(ids);
    expect(logits[5]).toBeCloseTo(logitOf(ids, 5), 4);
    expect(asked.at(-1)).toEqual({ fed, logits: vocabulary.size });
  }
});

test('there has to be a prompt', async () => {
  await expect(llamaModel(fakeSequence(), vocabulary.size)([])).rejects.toThrow('at least one token');
});

test('a sequence that gives nothing', async () => {
  const sequence = { ...fakeSequence(), contextTokens: [], controlledEvaluate: async () => [undefined] };
  await expect(llamaModel(sequence, vocabulary.size)([1])).rejects.toThrow('the sequence gave no logits');
});
