// Five tokenizers of large models beside the encoder of the Hugging Face library: what it encodes, our bytes spell.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packVocabulary, unpackVocabulary, type Vocabulary } from '@diorama/decoding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURES, loadEncoder, noEncoder, type TestTokenizer, TOKENIZERS } from '../tokenizers.ts';

const PROGRAM = readFileSync(join(import.meta.dirname, '../../../../examples/waterhole.dio'), 'utf8');

/** Not the letter for the space, which SentencePiece takes for one; composed, as Qwen composes. */
const texts = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '  ', '    ', '\n', '\n\n\n', '\t', '\r\n', '\0', '\x7f', '\u00a0', '\ufeff', '\u200d'),
      fc.constantFrom(
        'scene { name: "Waterhole" }',
        'at: view(-0.553, 12.5)',
        '🦌',
        '👨‍👩‍👧',
        '湖',
        'é',
        '{',
        '"',
        '1234567',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'binary-ascii', maxLength: 12 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll('\u2581', '').normalize('NFC'))
  .filter((text) => !/\p{Surrogate}/u.test(text));

const SIZES = {
  llama2: { size: 32_000, ends: [2], special: 2, markers: 0, unused: 0 },
  llama3: { size: 128_256, ends: [128_001], special: 255, markers: 0, unused: 0 },
  qwen3: { size: 151_669, ends: [151_645], special: 13, markers: 12, unused: 0 },
  gpt4o: { size: 200_019, ends: [199_999], special: 1, markers: 0, unused: 19 },
  gemma3: { size: 262_145, ends: [106], special: 8, markers: 6_244, unused: 0 },
} as const;

describe.each(Object.values(FIXTURES))('$name', (tokenizer) => {
  test.skipIf(noEncoder)('spells what the reference encodes', () => checkEncoded(tokenizer));
});

describe.each(Object.keys(SIZES) as (keyof typeof SIZES)[])('%s', (name) => {
  const tokenizer = TOKENIZERS[name];

  test.skipIf(tokenizer.skipped)('every id has text, ends, or is left out for a reason', () => {
    const { vocabulary, leftOut } = tokenizer.read();
    const { special, markers, unused, long } = leftOut;
    expect({
      size: vocabulary.size,
      ends: vocabulary.ends,
      special: special.length,
      markers: markers.length,
      unused: unused.length,
    }).toEqual(SIZES[name]);
    expect(long).toEqual([]);
    const inTrie = new Set(vocabulary.trie.token);
    for (const [id, twins] of vocabulary.trie.twins) for (const twin of inTrie.has(id) ? twins : []) inTrie.add(twin);
    inTrie.delete(-1);
    const textless = new Set([...vocabulary.ends, ...special, ...markers, ...unused]);
    for (let id = 0; id < vocabulary.size; id += 1)
      if (inTrie.has(id) === textless.has(id) || inTrie.has(id) !== 0 < vocabulary.bytes(id).length)
        expect.fail(`${id} is in two classes or none`);
  });

  test.skipIf(tokenizer.skipped ?? noEncoder)('spells what the reference encodes', () => checkEncoded(tokenizer));

  test.skipIf(tokenizer.skipped)('comes back when packed', () => {
    const { bytes, ...vocabulary } = tokenizer.load();
    const { bytes: bytesAfter, ...unpacked } = unpackVocabulary(packVocabulary({ bytes, ...vocabulary }));
    expect(unpacked.hash).toBe(vocabulary.hash);
    for (const part of ['byte', 'size', 'token', 'depth'] as const)
      expect(Buffer.compare(viewOf(unpacked.trie[part]), viewOf(vocabulary.trie[part])), part).toBe(0);
    expect(unpacked.trie.twins).toEqual(vocabulary.trie.twins);
    for (let id = 0; id < vocabulary.size; id += 1)
      if (Buffer.compare(bytes(id), bytesAfter(id)) !== 0) expect.fail(`the bytes of ${id} changed`);
  });
});

async function checkEncoded(tokenizer: TestTokenizer): Promise<void> {
  const encode = await loadEncoder(tokenizer);
  const { vocabulary, dropsFirstSpace } = tokenizer.read();
  const check = (text: string) => {
    const spelled = spell(vocabulary, encode(text));
    // Tokenizers that drop a space have prepended one, some only before a word.
    expect(dropsFirstSpace && spelled !== text ? spelled : ` ${spelled}`).toBe(` ${text}`);
  };
  check(PROGRAM);
  check(` ${PROGRAM}`);
  fc.assert(fc.property(texts, check), { numRuns: 150 });
}

function spell({ bytes }: Vocabulary, ids: readonly number[]): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(ids.map(bytes)));
}

function viewOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
