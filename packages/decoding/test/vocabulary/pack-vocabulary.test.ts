import { createVocabulary, packVocabulary, type Slot, UnusableVocabulary, unpackVocabulary } from '@diorama/decoding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashContent } from '../../src/vocabulary/pack-content.ts';
import { FIXTURE_SLOTS, FIXTURES } from '../tokenizers.ts';

const parts = fc.record({
  texts: fc.array(fc.uint8Array({ maxLength: 5 }), { minLength: 1, maxLength: 40 }),
  ends: fc.uniqueArray(fc.integer({ min: 40, max: 45 })),
  slots: fc.uniqueArray(fc.tuple(fc.integer({ min: 46, max: 49 }), fc.constantFrom<Slot>('$NUM', '$ROT', '$CLIP')), {
    selector: ([id]) => id,
  }),
  long: fc.boolean(),
});
const vocabularies = parts.map(({ texts, ends, slots, long }) =>
  createVocabulary({
    tokens: [...texts, Uint8Array.of(97), long ? new Uint8Array(300) : new Uint8Array(0)].entries(),
    size: 300,
    ends,
    slots,
  }),
);

test('what was packed comes back, byte for byte', () => {
  fc.assert(
    fc.property(vocabularies, fc.nat({ max: 7 }), (vocabulary, offset) => {
      // Bytes of a file need not begin where a number may.
      const packed = packVocabulary(vocabulary);
      const moved = new Uint8Array(packed.length + offset).subarray(offset);
      moved.set(packed);
      const { bytes, ...unpacked } = unpackVocabulary(moved);
      const { bytes: bytesBefore, ...before } = vocabulary;
      expect(unpacked).toEqual(before);
      for (let id = 0; id < before.size; id += 1) expect(bytes(id)).toEqual(bytesBefore(id));
    }),
  );
});

test('a packed vocabulary does not keep the bytes that it came from', () => {
  const packed = packVocabulary(FIXTURES['byte-level'].load());
  const { bytes } = unpackVocabulary(packed);
  const before = bytes(100).slice();
  packed.fill(0);
  expect(bytes(100)).toEqual(before);
});

describe('bytes that are no packed vocabulary', () => {
  const packed = packVocabulary(
    createVocabulary({
      tokens: ['a', 'ab', 'b', 'a', ''].map((text, id) => [id, new TextEncoder().encode(text)] as const),
      ends: [4],
      slots: [[5, '$CLIP']],
    }),
  );

  test('cut anywhere', () => {
    for (const length of packed.keys())
      expect(() => unpackVocabulary(packed.slice(0, length)), `${length} bytes`).toThrow(UnusableVocabulary);
  });

  test('with a bit changed, whichever it is', () => {
    for (let bit = 0; bit < 8 * packed.length; bit += 1) {
      const changed = packed.slice();
      changed[bit >> 3] = (changed[bit >> 3] as number) ^ (1 << (bit & 7));
      expect(() => unpackVocabulary(changed), `bit ${bit}`).toThrow(UnusableVocabulary);
    }
  });

  test.each([
    ['a byte too many', Uint8Array.of(...packed, 0), 'cut short or changed: its checksum is another'],
    ['another format', packed.with(8, 2), 'the packed vocabulary has format 2; 1 can be read'],
    ['another file', new TextEncoder().encode(`{"version": "1.0"}${' '.repeat(40)}`), 'no packed vocabulary'],
    ['a changed token', packed.with(packed.length - 1, 99), 'cut short or changed: its checksum is another'],
  ])('%s', (_what, bytes, message) => {
    expect(() => unpackVocabulary(bytes)).toThrow(message);
  });

  test('with parts that do not fit, and their right checksum', () => {
    let unpacked = 0;
    for (let at = 44; at < packed.length; at += 1) {
      for (const value of [0, 1, 2, 3, 4, 5, 97, 98, 127, 128, 255]) {
        const changed = packed.with(at, value);
        changed.set(new TextEncoder().encode(hashContent(changed.subarray(28))), 12);
        // What fits is a vocabulary, if another one: the checksum was against accidents.
        try {
          const { trie, size, bytes } = unpackVocabulary(changed);
          for (let id = 0; id < size; id += 1) bytes(id);
          expect(trie.size.every((nodes, node) => 0 < nodes && node + nodes <= trie.byte.length)).toBe(true);
          unpacked += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(UnusableVocabulary);
        }
      }
    }
    expect(unpacked).toBeGreaterThan(0);
  });
});

test('a vocabulary whose hash is another is not packed', () => {
  const vocabulary = FIXTURES['byte-level'].load();
  expect(() => packVocabulary({ ...vocabulary, hash: '0123456789abcdef' })).toThrow(RangeError);
});

test.each([
  ['byte-level', 'd1e3dad3f4819ece'],
  ['sentencepiece', 'caebc3586ba96da7'],
] as const)('the hash of %s stays: caches are found by it', (name, hash) => {
  expect(FIXTURES[name].load({ slots: FIXTURE_SLOTS }).hash).toBe(hash);
});
