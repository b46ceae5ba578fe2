import { describeToken, type RanksOptions, readRanks } from '@diorama/decoding';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64 } from '../../src/vocabulary/tokenizer/decode-base64.ts';

const LINES = 'YQ== 0\nIGE= 1\n4g== 2\n';
const TEKKEN = {
  config: { default_vocab_size: 6, default_num_special_tokens: 3 },
  vocab: [
    { rank: 0, token_bytes: 'AA==', token_str: '\0' },
    { rank: 1, token_bytes: 'IGE=', token_str: ' a' },
    { rank: 2, token_bytes: 'YQ==', token_str: 'a' },
    { rank: 3, token_bytes: 'Yg==', token_str: 'b' },
  ],
  special_tokens: ['<unk>', '<s>', '</s>'].map((token_str, rank) => ({ rank, token_str, is_control: true })),
};

test.each<[string, string | Uint8Array, RanksOptions, readonly string[]]>([
  ['lines', LINES, { ends: [4] }, ['0 "a"', '1 " a"', '2 <E2>', '3 (no text)', '4 (ends the text)']],
  [
    'bytes',
    new TextEncoder().encode(LINES),
    { ends: [3], slots: [[4, '$NUM']] },
    ['0 "a"', '1 " a"', '2 <E2>', '3 (ends the text)', '4 ($NUM)'],
  ],
  ['lines of Windows', LINES.replaceAll('\n', '\r\n'), { ends: [0] }, ['0 (ends the text)', '1 " a"', '2 <E2>']],
  [
    'a tekken.json',
    JSON.stringify(TEKKEN),
    {},
    ['0 (no text)', '1 (no text)', '2 (ends the text)', '3 "\\u0000"', '4 " a"', '5 "a"'],
  ],
  [
    'an older one',
    JSON.stringify({ ...TEKKEN, special_tokens: undefined }),
    { size: 7 },
    ['0 (no text)', '1 (no text)', '2 (ends the text)', '3 "\\u0000"', '4 " a"', '5 "a"', '6 (no text)'],
  ],
])('%s', (_what, file, options, described) => {
  const reading = readRanks(file, options);
  if (!reading.ok) throw new Error(reading.reason);
  const { vocabulary } = reading;
  expect(Array.from({ length: vocabulary.size }, (_, id) => describeToken(vocabulary, id))).toEqual(described);
});

test.each<[string, RanksOptions, string]>([
  [LINES, {}, 'no token is known to end a text'],
  [LINES, { ends: [1], size: 2 }, 'a size of 2 was asked for, but the file has 3 ids'],
  ['', { ends: [1] }, 'no token has text'],
  ['YQ== 0\nYQ=', { ends: [1] }, 'line 2 is "YQ=", not a token in base64 and its rank'],
  ['YQ== -1', { ends: [1] }, 'line 1 is "YQ== -1"'],
  ['YQ== 0\nYg== 0', { ends: [1] }, 'line 2: 0 is the id of another token too'],
  ['YQ== 9999999', { ends: [1] }, 'line 1: 9999999 is too large for an id'],
  ['{"vocab": []}', {}, 'this is no tekken.json'],
  ['{', {}, 'tekken.json is not JSON'],
  [JSON.stringify({ ...TEKKEN, vocab: [{ rank: 0 }] }), {}, 'vocab[0] is {"rank":0}, not a token'],
])('%j is refused', (file, options, reason) => {
  expect(readRanks(file, options)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
});

test('base64 comes back, and what is not base64 does not', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (bytes) => {
      expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
    }),
  );
  for (const text of ['', 'YQ', 'Y===', 'YQ=a', 'Y Q=', 'é===', '===='])
    expect(decodeBase64(text), text).toBeUndefined();
});
