import { createVocabulary, tokenize, type Vocabulary } from '@diorama/decoding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURES } from '../tokenizers.ts';

const letters = fc.array(fc.constantFrom(97, 98), { maxLength: 8 }).map((bytes) => Uint8Array.from(bytes));
const small = fc
  .array(letters, { minLength: 1, maxLength: 6 })
  .map((tokens) => createVocabulary({ tokens: [...tokens, Uint8Array.of(97)].entries(), ends: [] }));

test('the tokens spell the bytes, with the fewest that can', () => {
  fc.assert(
    fc.property(small, letters, (vocabulary, bytes) => {
      const ids = tokenize(vocabulary, bytes);
      expect(ids?.length).toBe(fewest(vocabulary, [...bytes]));
      if (ids !== undefined) expect(spelled(vocabulary, ids)).toEqual(bytes);
    }),
  );
});

test('of equally few the first is the longest', () => {
  const vocabulary = createVocabulary({
    tokens: ['a', 'ab', 'abc', 'bc', 'c', 'cd', 'd'].map((text, id) => [id, encode(text)] as const),
    ends: [],
  });
  expect(tokenize(vocabulary, encode('abcd'))).toEqual(Uint32Array.of(2, 6));
});

describe.each(Object.values(FIXTURES))('$name', (tokenizer) => {
  const vocabulary = tokenizer.load();

  test('spells every byte, and every text', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(spelled(vocabulary, tokenize(vocabulary, bytes) ?? new Uint32Array())).toEqual(bytes);
      }),
    );
  });

  test('two texts together need no more than apart', () => {
    const text = fc.array(fc.constantFrom('tree', ' ', 'at: ', '(', '1', '2', '.', '\n', 'rock {'), { maxLength: 8 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const count = (parts: readonly string[]) => tokenize(vocabulary, encode(parts.join('')))?.length ?? Number.NaN;
        expect(count([...a, ...b])).toBeLessThanOrEqual(count(a) + count(b));
      }),
    );
  });
});

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function spelled({ bytes }: Vocabulary, ids: Uint32Array): Uint8Array {
  return Uint8Array.from([...ids].flatMap((id) => [...bytes(id)]));
}

/** Tries every token at every place. */
function fewest(vocabulary: Vocabulary, wanted: readonly number[]): number | undefined {
  const needed: (number | undefined)[] = [0];
  for (let end = 1; end <= wanted.length; end += 1) {
    for (let id = 0; id < vocabulary.size; id += 1) {
      const bytes = [...vocabulary.bytes(id)];
      const before = needed[end - bytes.length];
      if (bytes.length === 0 || before === undefined) continue;
      if (String(wanted.slice(end - bytes.length, end)) !== String(bytes)) continue;
      needed[end] = Math.min(needed[end] ?? Number.POSITIVE_INFINITY, before + 1);
    }
  }
  return needed[wanted.length];
}
