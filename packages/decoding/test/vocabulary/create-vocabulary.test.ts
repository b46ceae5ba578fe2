import { createVocabulary, describeToken, type VocabularyParts } from '@diorama/decoding';
import { describe, expect, test } from 'vitest';

const encoder = new TextEncoder();
const named = (...texts: readonly string[]) => texts.map((text, id) => [id, encoder.encode(text)] as const);

test('a vocabulary of single letters', () => {
  const vocabulary = createVocabulary({ tokens: named('a', 'b', ' '), size: 6, ends: [5], slots: [[4, '$NUM']] });
  expect(vocabulary.size).toBe(6);
  expect([0, 1, 2, 3, 4, 5].map((id) => describeToken(vocabulary, id))).toEqual([
    '0 "a"',
    '1 "b"',
    '2 " "',
    '3 (no text)',
    '4 ($NUM)',
    '5 (ends the text)',
  ]);
  expect([...vocabulary.trie.token]).toEqual([2, 0, 1]);
});

test('without a size there are as many ids as are named', () => {
  expect(createVocabulary({ tokens: named('a'), ends: [7] }).size).toBe(8);
  expect(createVocabulary({ tokens: named('a'), ends: [] }).size).toBe(1);
});

test('what ends a text, and what is a slot, is no text whatever its bytes', () => {
  const { bytes, trie } = createVocabulary({ tokens: named('a', '\n', '7'), ends: [1], slots: [[2, '$NUM']] });
  expect([1, 2].map((id) => bytes(id).length)).toEqual([0, 0]);
  expect([...trie.token]).toEqual([0]);
});

test('bytes are copied', () => {
  const bytes = Uint8Array.of(97);
  const vocabulary = createVocabulary({ tokens: [[0, bytes]], ends: [] });
  bytes[0] = 98;
  expect([...vocabulary.bytes(0)]).toEqual([97]);
});

test('tokens of more than 255 bytes are spelled but are not in the trie', () => {
  const vocabulary = createVocabulary({ tokens: named('a', 'a'.repeat(255), 'a'.repeat(256)), ends: [] });
  expect(vocabulary.bytes(2)).toHaveLength(256);
  expect(vocabulary.trie.byte).toHaveLength(255);
});

test('bytes that are no UTF-8 are described as they are', () => {
  const vocabulary = createVocabulary({ tokens: [[0, Uint8Array.of(0xe2, 0x09)]], ends: [] });
  expect(describeToken(vocabulary, 0)).toBe('0 <E2 09>');
});

test('there are no bytes of what is no id', () => {
  const { bytes } = createVocabulary({ tokens: named('a'), ends: [] });
  for (const id of [-1, 1, 0.5, Number.NaN])
    expect(() => bytes(id)).toThrow(/is no token of the vocabulary: ids run from 0/);
});

describe('the hash', () => {
  const parts: VocabularyParts = { tokens: named('a', 'b'), ends: [2], slots: [[3, '$NUM']] };
  const hash = createVocabulary(parts).hash;

  test('is that of the content, in whatever order it is given', () => {
    expect(createVocabulary({ ...parts, tokens: named('a', 'b').reverse() }).hash).toBe(hash);
    expect(hash).toBe('be337c1d454cf3b9');
  });

  test.each<[string, Partial<VocabularyParts>]>([
    ['bytes', { tokens: named('a', 'c') }],
    ['where tokens end', { tokens: named('ab', '') }],
    ['ends', { ends: [] }],
    ['slots', { slots: [[3, '$ROT']] }],
    ['the size', { size: 5 }],
  ])('tells %s apart', (_what, change) => {
    expect(createVocabulary({ ...parts, ...change }).hash).not.toBe(hash);
  });
});

test.each<[string, VocabularyParts, string]>([
  ['an id below 0', { tokens: [[-1, Uint8Array.of(97)]], ends: [] }, 'a vocabulary has 1 to 1048576 ids, not 0'],
  ['an id outside of the size', { tokens: named('a', 'b'), size: 1, ends: [] }, '1 is no token'],
  ['an end outside of the size', { tokens: named('a'), size: 1, ends: [1] }, '1 is no token'],
  [
    'a slot that is no number',
    { tokens: named('a'), size: 1, ends: [], slots: [[Number.NaN, '$NUM']] },
    'NaN is no token',
  ],
  ['an id twice', { tokens: [...named('a'), ...named('b')], ends: [] }, 'token 0 is named twice'],
  ['a slot that ends', { tokens: named('a'), ends: [1], slots: [[1, '$NUM']] }, 'twice among ends and slots'],
  ['no text at all', { tokens: named('', ''), ends: [1] }, 'no token of the vocabulary has text'],
  ['nothing', { tokens: [], ends: [] }, 'a vocabulary has 1 to 1048576 ids, not 0'],
  ['a size of gigabytes', { tokens: named('a'), size: 2 ** 31, ends: [] }, 'not 2147483648'],
])('%s is refused', (_what, parts, message) => {
  expect(() => createVocabulary(parts)).toThrow(RangeError);
  expect(() => createVocabulary(parts)).toThrow(message);
});
