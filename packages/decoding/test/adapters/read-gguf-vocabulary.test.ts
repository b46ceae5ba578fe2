// The tokens of GGUF files, as llama.cpp spells them.
import { readGgufVocabulary } from '@diorama/decoding';
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../tokenizers.ts';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test.each([
  ['gpt2', ['Ġtree', 'Ċ', '<|end|>', 'Ã¤', '<b>'], [1, 1, 3, 1, 4], [' tree', '\n', '', 'ä', '<b>']],
  ['llama', ['▁tree', '<0x0A>', '</s>', 'ä', '<unk>'], [1, 6, 3, 1, 2], [' tree', '\n', '', 'ä', '']],
])('%s', (model, tokens, kinds, expected) => {
  const read = readGgufVocabulary({ tokenizer: { ggml: { model, tokens, token_type: kinds, eos_token_id: 2 } } });
  if (!read.ok) expect.unreachable(read.reason);
  expect(tokens.map((_, id) => text(read.vocabulary.bytes(id)))).toEqual(expected);
  expect(read.vocabulary.ends).toEqual([2]);
});

test('the same vocabulary as that of tokenizer.json', () => {
  const file = FIXTURES['byte-level'].files().tokenizer as {
    model: { vocab: Record<string, number> };
    added_tokens: { id: number; content: string }[];
  };
  const tokens: string[] = [];
  for (const [token, id] of Object.entries(file.model.vocab)) tokens[id] = token;
  for (const { id, content } of file.added_tokens) tokens[id] = content;
  const special = new Set(file.added_tokens.map(({ id }) => id));
  const { vocabulary } = FIXTURES['byte-level'].read();
  const read = readGgufVocabulary({
    tokenizer: {
      ggml: {
        model: 'gpt2',
        tokens,
        token_type: tokens.map((_, id) => (special.has(id) ? 3 : 1)),
        eos_token_id: vocabulary.ends[0] as number,
      },
    },
  });
  expect(read).toMatchObject({ ok: true, vocabulary: { hash: vocabulary.hash } });
});

describe('refused', () => {
  const good = { model: 'gpt2', tokens: ['a', 'b'], token_type: [1, 1], eos_token_id: 1 };
  test.each([
    ['no tokens', { ...good, tokens: [] }, 'tokens is missing'],
    ['another kind', { ...good, model: 'bert' }, 'is "bert"'],
    ['types of others', { ...good, token_type: [1] }, '2 tokens, but 1 token types'],
    ['no end', { ...good, eos_token_id: undefined as unknown as number }, 'no token is known to end a text'],
    ['an end outside', { ...good, eos_token_id: 2 }, 'ids run from 0 to 1'],
    ['no text', { ...good, token_type: [3, 3] }, 'no token has text'],
    ['tokens that are none', { ...good, tokens: ['a', 1 as unknown as string] }, 'tokens[1] is no text'],
  ])('%s', (_, ggml, reason) => {
    expect(readGgufVocabulary({ tokenizer: { ggml } })).toMatchObject({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });
  test('nothing at all', () => {
    expect(readGgufVocabulary({})).toMatchObject({ ok: false });
  });
});
