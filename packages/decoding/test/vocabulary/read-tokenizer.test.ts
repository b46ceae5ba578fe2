import { describeToken, type ReadTokenizer, readTokenizer, type TokenizerOptions } from '@diorama/decoding';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIXTURE_SLOTS, FIXTURES } from '../tokenizers.ts';

/** A file with the least that can be read; what is given replaces parts of it. */
function byteLevel(change: object = {}): object {
  return {
    model: { type: 'BPE', vocab: { a: 0, Ġa: 1, Ċ: 2, Ã: 3, '</s>': 4 }, merges: [] },
    decoder: { type: 'ByteLevel' },
    added_tokens: [added(4, '</s>', true)],
    ...change,
  };
}

function sentencePiece(change: object = {}): object {
  return {
    normalizer: { type: 'Replace', pattern: { String: ' ' }, content: '▁' },
    model: {
      type: 'BPE',
      vocab: { '<0x61>': 0, '▁a': 1, a: 2, é: 3, '</s>': 4, '<0x6>': 5 },
      merges: [],
      byte_fallback: true,
    },
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
      ],
    },
    added_tokens: [added(4, '</s>', true)],
    ...change,
  };
}

function added(id: number, content: string, special = false): object {
  return { id, content, special, normalized: false };
}

function read(file: unknown, options?: TokenizerOptions): ReadTokenizer {
  const reading = readTokenizer(file, options);
  if (!reading.ok) throw new Error(reading.reason);
  return reading;
}

function describeAll(file: unknown, options?: TokenizerOptions): string[] {
  const { vocabulary } = read(file, options);
  return Array.from({ length: vocabulary.size }, (_, id) => describeToken(vocabulary, id));
}

describe('bytes', () => {
  test('byte-level: each letter is a byte', () => {
    expect(describeAll(byteLevel())).toEqual(['0 "a"', '1 " a"', '2 "\\n"', '3 <C3>', '4 (ends the text)']);
  });

  test('byte-level: a piece with a letter that is no byte is taken as it is', () => {
    const model = { type: 'BPE', vocab: { '▁Ã': 0, '</s>': 1 }, merges: [] };
    expect(describeAll(byteLevel({ model, added_tokens: [] }))[0]).toBe('0 "▁Ã"');
  });

  test('byte-level: without a decoder, as the way in shows', () => {
    const way = { type: 'Sequence', pretokenizers: [{ type: 'Split' }, { type: 'ByteLevel' }] };
    expect(describeAll(byteLevel({ decoder: null, pre_tokenizer: way }))[1]).toBe('1 " a"');
  });

  test('SentencePiece: a letter is the space, names are bytes', () => {
    expect(describeAll(sentencePiece())).toEqual([
      '0 "a"',
      '1 " a"',
      '2 "a"',
      '3 "é"',
      '4 (ends the text)',
      '5 "<0x6>"',
    ]);
  });

  test('SentencePiece: what shares its bytes shares a node', () => {
    expect([...read(sentencePiece()).vocabulary.trie.twins]).toEqual([[0, [2]]]);
  });

  test('SentencePiece: names are text if there is no byte fallback', () => {
    const model = {
      type: 'Unigram',
      vocab: [
        ['<unk>', 0],
        ['▁a', -1],
        ['<0x61>', -2],
        ['</s>', 0],
      ],
      unk_id: 0,
    };
    const decoder = { type: 'Metaspace', replacement: '▁', prepend_scheme: 'always' };
    const file = sentencePiece({ model, decoder, added_tokens: [] });
    expect(describeAll(file)).toEqual(['0 (no text)', '1 " a"', '2 "<0x61>"', '3 (ends the text)']);
  });

  test.each([
    ['Metaspace', { type: 'Metaspace', replacement: '▁', add_prefix_space: true }, true],
    ['Metaspace that prepends nothing', { type: 'Metaspace', replacement: '▁', prepend_scheme: 'never' }, false],
    ['a sequence without Strip', undefined, false],
  ])('%s: whether the first space of a text is dropped', (_what, decoder, dropped) => {
    expect(read(sentencePiece(decoder === undefined ? {} : { decoder })).dropsFirstSpace).toBe(dropped);
  });

  test('a file may be given as bytes, as text or parsed', () => {
    const text = JSON.stringify(byteLevel());
    const hashes = [byteLevel(), text, new TextEncoder().encode(text)].map((file) => read(file).vocabulary.hash);
    expect(new Set(hashes).size).toBe(1);
  });
});

describe('added tokens', () => {
  test.each([
    ['▁▁', '5 "  "'],
    ['\n\n\n', '5 "\\n\\n\\n"'],
    ['<table>', '5 "<table>"'],
    ['</h1>', '5 "</h1>"'],
    ['scene', '5 "scene"'],
    ['<think>', '5 (no text)'],
    ['</tool_call>', '5 (no text)'],
    ['<|fim_prefix|>', '5 (no text)'],
    ['<unused7>', '5 (no text)'],
    ['[multimodal]', '5 (no text)'],
  ])('%j, not special, is text or a marker', (content, described) => {
    expect(describeAll(sentencePiece({ added_tokens: [added(4, '</s>', true), added(5, content)] }))[5]).toBe(
      described,
    );
  });

  test('are what they say, not what their letters stand for', () => {
    expect(describeAll(byteLevel({ added_tokens: [added(4, '</s>', true), added(5, 'é ')] }))[5]).toBe('5 "é "');
  });

  test('special ones are no text, even those that the model has as a piece', () => {
    expect(describeAll(byteLevel({ added_tokens: [added(0, 'a', true)] }), { ends: [4] })[0]).toBe('0 (no text)');
  });

  test('ids that are in no mask are told by class', () => {
    const file = byteLevel({
      model: {
        type: 'BPE',
        vocab: { a: 0, '<unk>': 1, [`${'a'.repeat(256)}`]: 2, '': 3 },
        merges: [],
        unk_token: '<unk>',
      },
      added_tokens: [added(5, '</s>', true), added(6, '<pad>', true), added(7, '<think>'), added(8, '$NUM', true)],
    });
    expect(read(file, { slots: [['$NUM', '$NUM']], size: 10 }).leftOut).toEqual({
      special: [1, 6],
      markers: [7],
      unused: [3, 4, 9],
      long: [2],
    });
  });
});

describe('the end of a text', () => {
  const vocab = { a: 0, '<eos>': 1, '<end_of_turn>': 2, '</s>': 3, b: 4 };
  const file = byteLevel({ model: { type: 'BPE', vocab, merges: [] }, added_tokens: [] });
  const template = {
    type: 'TemplateProcessing',
    single: [{ SpecialToken: { id: '<eos>' } }, { Sequence: { id: 'A' } }, { SpecialToken: { id: 'b' } }],
  };

  test.each<[string, object, TokenizerOptions, readonly number[]]>([
    ['as asked', file, { ends: [4, 'a'], config: { eos_token: '<eos>' } }, [0, 4]],
    [
      'as both files say',
      file,
      { config: { eos_token: '<eos>' }, generationConfig: { eos_token_id: [2, 3] } },
      [1, 2, 3],
    ],
    ['as a token with properties', file, { config: { eos_token: { content: '<eos>' } } }, [1]],
    ['as text', file, { generationConfig: '{"eos_token_id": 2}' }, [2]],
    ['as the post-processor appends', { ...file, post_processor: template }, { config: { eos_token: null } }, [4]],
    [
      'as one of several post-processors appends',
      { ...file, post_processor: { type: 'Sequence', processors: [{ type: 'ByteLevel' }, template] } },
      {},
      [4],
    ],
    ['by known names', file, {}, [1, 2, 3]],
  ])('%s', (_what, source, options, ends) => {
    expect(read(source, options).vocabulary.ends).toEqual(ends);
  });

  test.each<[TokenizerOptions, string]>([
    [
      { config: { eos_token: '<eot>' } },
      'tokenizer_config.json ends texts with "<eot>", which is no token of this tokenizer',
    ],
    [{ config: { eos_token: 7 } }, 'texts end with the id 7, but ids run from 0 to 4'],
    [{ generationConfig: { eos_token_id: [-1] } }, 'generation_config.json ends texts with -1'],
    [{ generationConfig: { eos_token_id: 99 } }, 'texts end with the id 99'],
    [{ config: '{' }, 'tokenizer_config.json is not JSON'],
    [{ generationConfig: [] }, 'generation_config.json is not an object but []'],
  ])('%j is refused', (options, reason) => {
    expect(readTokenizer(file, options)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});

test.each<[unknown, string]>([
  [undefined, 'tokenizer.json is not an object but undefined'],
  ['{"model": ', 'tokenizer.json is not JSON: '],
  [Uint8Array.of(0xff, 0xfe), 'tokenizer.json is not UTF-8'],
  [[], 'tokenizer.json is not an object but []'],
  [{}, 'model is missing'],
  [byteLevel({ model: { type: 'WordPiece', vocab: {} } }), 'model.type is "WordPiece": it drops white space'],
  [byteLevel({ model: { type: 'WordLevel', vocab: {} } }), 'model.type is "WordLevel"'],
  [byteLevel({ model: { vocab: {} } }), 'model.type is undefined'],
  [byteLevel({ model: { type: 'BPE', vocab: [] } }), 'model.vocab is not an object'],
  [byteLevel({ model: { type: 'BPE', vocab: { a: '0' } } }), 'model.vocab["a"] is "0", not an id'],
  [byteLevel({ model: { type: 'BPE', vocab: { a: -1 } } }), 'model.vocab["a"] is -1, not an id'],
  [byteLevel({ model: { type: 'BPE', vocab: { a: 0, b: 0 } } }), 'model.vocab["b"] is 0, the id of another token too'],
  [byteLevel({ model: { type: 'BPE', vocab: { a: 1e12 } } }), 'a vocabulary has at most 1048576 ids'],
  [byteLevel({ model: { type: 'BPE', vocab: { '\ud800': 0 } } }), 'is half a letter'],
  [byteLevel({ model: { type: 'BPE', vocab: {}, end_of_word_suffix: '</w>' } }), 'model.end_of_word_suffix is "</w>"'],
  [
    byteLevel({ model: { type: 'BPE', vocab: {}, continuing_subword_prefix: '##' } }),
    'model.continuing_subword_prefix',
  ],
  [byteLevel({ model: { type: 'BPE', vocab: {} } }), 'no token has text'],
  [byteLevel({ model: { type: 'Unigram', vocab: {} } }), 'model.vocab is not a list'],
  [byteLevel({ model: { type: 'Unigram', vocab: [['a', 0], 'b'] } }), 'model.vocab[1] is "b"'],
  [
    byteLevel({
      model: {
        type: 'Unigram',
        vocab: [
          ['a', 0],
          ['a', 1],
        ],
      },
    }),
    'model.vocab has "a" twice',
  ],
  [
    byteLevel({ normalizer: { type: 'Lowercase' } }),
    'normalizer has "Lowercase": it turns capitals into small letters',
  ],
  [
    byteLevel({ normalizer: { type: 'Sequence', normalizers: [{ type: 'NFC' }, { type: 'NFKC' }] } }),
    'normalizer has "NFKC": it replaces letters by others',
  ],
  [byteLevel({ normalizer: { type: 'Precompiled' } }), 'normalizer has "Precompiled"'],
  [byteLevel({ normalizer: { type: 'New' } }), 'normalizer has "New": it is not known to keep every letter'],
  [
    byteLevel({ normalizer: { type: 'Replace', pattern: { Regex: ' +' }, content: ' ' } }),
    'it replaces {"Regex":" +"} by " "',
  ],
  [byteLevel({ pre_tokenizer: { type: 'Whitespace' } }), 'pre_tokenizer has "Whitespace": it drops the white space'],
  [byteLevel({ pre_tokenizer: { type: 'Split', behavior: 'Removed' } }), 'pre_tokenizer has "Split"'],
  [byteLevel({ decoder: null }), 'decoder is missing'],
  [byteLevel({ decoder: { type: 'WordPiece' } }), 'decoder has the type "WordPiece"'],
  [byteLevel({ decoder: { type: 'Fuse' } }), 'decoder puts no spaces between words'],
  [
    byteLevel({ decoder: { type: 'Sequence', decoders: [{ type: 'ByteLevel' }, { type: 'CTC' }] } }),
    '"CTC" beside "ByteLevel"',
  ],
  [sentencePiece({ decoder: { type: 'Replace', pattern: { Regex: '.' }, content: ' ' } }), 'only a plain text'],
  [sentencePiece({ decoder: { type: 'Strip', content: ' ', start: 0, stop: 1 } }), 'only one space at the beginning'],
  [byteLevel({ added_tokens: {} }), 'added_tokens is not a list'],
  [byteLevel({ added_tokens: [{ id: 1 }] }), 'added_tokens[0] is {"id":1}, not a token'],
  [byteLevel({ added_tokens: [], model: { type: 'BPE', vocab: { a: 0 } } }), 'no token is known to end a text'],
])('%# is refused with the reason', (file, reason) => {
  expect(readTokenizer(file)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
});

test('a size below that of the tokenizer is refused', () => {
  expect(readTokenizer(byteLevel(), { size: 4 })).toEqual({
    ok: false,
    reason: 'a size of 4 was asked for, but the tokenizer has 5 ids',
  });
});

test('to name a token that is not there is a mistake of the caller', () => {
  expect(() => readTokenizer(byteLevel(), { slots: [['$NUM', '$NUM']] })).toThrow(
    '"$NUM" is no token of this tokenizer',
  );
  expect(() => readTokenizer(byteLevel(), { ends: [5] })).toThrow('5 is no token of this tokenizer');
});

test('whatever is in a file, it is read or refused', () => {
  const parts = fc.anything({ maxDepth: 3 });
  const file = fc.record(
    {
      model: fc.oneof(
        parts,
        fc.record({
          type: fc.constantFrom('BPE', 'Unigram'),
          vocab: fc.oneof(parts, fc.dictionary(fc.string(), fc.nat(9))),
        }),
      ),
      decoder: fc.oneof(parts, fc.constantFrom({ type: 'ByteLevel' }, { type: 'Metaspace' })),
      normalizer: parts,
      pre_tokenizer: parts,
      post_processor: parts,
      added_tokens: fc.oneof(
        parts,
        fc.array(fc.record({ id: fc.nat(9), content: fc.string(), special: fc.boolean() })),
      ),
    },
    { requiredKeys: ['model'] },
  );
  fc.assert(
    fc.property(file, parts, parts, (json, config, generationConfig) => {
      const reading = readTokenizer(json, { config, generationConfig });
      expect(reading.ok || reading.reason.length > 0).toBe(true);
    }),
    { numRuns: 500 },
  );
});

describe.each(Object.values(FIXTURES))('the fixture $name', ({ read, name }) => {
  test('has slots, an end, and every byte', () => {
    const { vocabulary, leftOut } = read({ slots: FIXTURE_SLOTS });
    expect([...vocabulary.slots.values()]).toEqual(['$NUM', '$ROT', '$CLIP']);
    expect(vocabulary.ends).toHaveLength(1);
    expect(vocabulary.trie.depth.filter((depth) => depth === 0)).toHaveLength(256);
    expect(leftOut.markers).toHaveLength(name === 'byte-level' ? 2 : 0);
  });
});
