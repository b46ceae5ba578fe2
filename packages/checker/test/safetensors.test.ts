import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embeddingsOf, readSafetensorsHeader, safetensorsHeaderEnd } from '../src/safetensors.ts';

const TABLE = { dtype: 'F32', shape: [2, 3], data_offsets: [0, 24] };
const METADATA = { space: 'clip' };

/** The beginning of a file with this header, as JSON text or as data. */
function file(header: unknown, length?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + text.length);
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true);
  bytes.set(text, 8);
  return bytes;
}

describe('readSafetensorsHeader', () => {
  test('reads tensors in order of their places, and metadata', () => {
    const header = { b: { dtype: 'U8', shape: [4], data_offsets: [24, 28] }, a: TABLE, __metadata__: METADATA };
    const bytes = file(header);
    const start = bytes.length;
    expect(readSafetensorsHeader(bytes)).toEqual({
      tensors: [
        { name: 'a', dtype: 'F32', shape: [2, 3], begin: start, end: start + 24 },
        { name: 'b', dtype: 'U8', shape: [4], begin: start + 24, end: start + 28 },
      ],
      metadata: { space: 'clip' },
      byteLength: start + 28,
    });
  });

  test('needs the header only, wherever in memory it is', () => {
    const bytes = file({ a: TABLE });
    const larger = new Uint8Array(bytes.length + 16).fill(7);
    larger.set(bytes, 5);
    const part = larger.subarray(5, 5 + bytes.length);
    expect(safetensorsHeaderEnd(part.subarray(0, 8))).toBe(bytes.length);
    expect(readSafetensorsHeader(part)).toEqual(readSafetensorsHeader(bytes));
  });

  test.each([
    ['no tensor', {}],
    ['spaces after the JSON', `${JSON.stringify({ a: TABLE })}   `],
    ['a number alone', { a: { dtype: 'F64', shape: [], data_offsets: [0, 8] } }],
    ['empty tensors', { a: { dtype: 'F32', shape: [0, 9e15], data_offsets: [0, 0] }, b: TABLE }],
    ['half bytes', { a: { dtype: 'F4', shape: [2, 3], data_offsets: [0, 3] } }],
    ['names that objects have already', '{"__proto__": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]}}'],
    ['quotes and brackets in names', '{"a\\"{[": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]}}'],
    ['one name in several objects', { a: TABLE, __metadata__: { a: 'a', dtype: 'a' } }],
  ])('takes %s', (_, header) => {
    expect(readSafetensorsHeader(file(header))).not.toHaveProperty('problem');
  });

  test.each([
    ['it has only 0 of the 8 bytes that any has', new Uint8Array()],
    ['it has only 7 of the 8 bytes that any has', new Uint8Array(7)],
    ['its header would be 100000001 bytes long; 100 MB is the most', file('{}', 100_000_001n)],
    ['its header would be 18446744073709551615 bytes long; 100 MB is the most', file('{}', 2n ** 64n - 1n)],
    ['its header should end at byte 108, but only 10 bytes are there', file('{}', 100n)],
    ['its header does not begin with "{"', file('', 0n)],
    ['its header does not begin with "{"', file('[]')],
    ['its header does not begin with "{"', file(' {}')],
    ['its header does not begin with "{"', file('\ufeff{}')],
    ['its header is not in UTF-8', new Uint8Array([2, 0, 0, 0, 0, 0, 0, 0, 0x7b, 0xff])],
    ['its header is no JSON', file('{"a": }')],
    ['its header is no JSON', file('{} {}')],
    ['its header has "a" twice', file(`{"a": ${JSON.stringify(TABLE)}, "\\u0061": ${JSON.stringify(TABLE)}}`)],
    ['its header has "space" twice', file('{"__metadata__": {"space": "a", "space" : "b"}}')],
    [
      'its header has "dtype" twice',
      file('{"a": {"dtype": "F32", "dtype": "F64", "shape": [1], "data_offsets": [0, 8]}}'),
    ],
    ['its __metadata__ is no JSON object', file({ __metadata__: 'clip' })],
    ['its __metadata__ says of "rows" something else than a text', file({ __metadata__: { rows: 2 } })],
    ['its tensor "a" is described by no JSON object', file({ a: [1] })],
    ['its tensor "a" has the unknown field "name"', file({ a: { ...TABLE, name: 'a' } })],
    ['its tensor "a" has no dtype that is known', file({ a: { ...TABLE, dtype: 'F99' } })],
    ['its tensor "a" has no dtype that is known', file({ a: { shape: [], data_offsets: [0, 0] } })],
    ['the shape of its tensor "a" is no list of counts', file({ a: { ...TABLE, shape: [2, -3] } })],
    ['the shape of its tensor "a" is no list of counts', file({ a: { ...TABLE, shape: [1.5, 4] } })],
    ['the shape of its tensor "a" is no list of counts', file({ a: { ...TABLE, shape: '2x3' } })],
    ['the data_offsets of its tensor "a" are no two counts', file({ a: { ...TABLE, data_offsets: [0, 24, 48] } })],
    ['the data_offsets of its tensor "a" are no two counts', file({ a: { ...TABLE, data_offsets: [-24, 0] } })],
    [
      'the data_offsets of its tensor "a" are no two counts',
      file('{"a": {"dtype": "U8", "shape": [1], "data_offsets": [18446744073709551615, 18446744073709551616]}}'),
    ],
    [
      'its tensor "a" has a shape whose size is no whole number of bytes below 2^53',
      file({ a: { ...TABLE, shape: [2 ** 30, 2 ** 30] } }),
    ],
    [
      'its tensor "a" has a shape whose size is no whole number of bytes below 2^53',
      file({ a: { dtype: 'F4', shape: [3], data_offsets: [0, 2] } }),
    ],
    ['its tensor "a" has 20 bytes, but F32 of shape [2, 3] takes 24', file({ a: { ...TABLE, data_offsets: [0, 20] } })],
    [
      'its tensor "a" has -24 bytes, but F32 of shape [2, 3] takes 24',
      file({ a: { ...TABLE, data_offsets: [24, 0] } }),
    ],
    ['its tensor "a" does not begin where the one before ends', file({ a: { ...TABLE, data_offsets: [8, 32] } })],
    ['its tensor "b" does not begin where the one before ends', file({ a: TABLE, b: TABLE })],
    [
      'its tensor "b" does not begin where the one before ends',
      file({ a: TABLE, b: { ...TABLE, data_offsets: [28, 52] } }),
    ],
  ])('%s', (problem, bytes) => {
    expect(readSafetensorsHeader(bytes)).toEqual({ problem });
  });
});

describe('embeddingsOf', () => {
  const half = { dtype: 'BF16', shape: [4, 2], data_offsets: [24, 40] };
  const flat = { dtype: 'F32', shape: [6], data_offsets: [24, 48] };

  test.each([
    ['the only table', { vectors: TABLE, __metadata__: METADATA }, { space: 'clip', rows: 2, dimension: 3 }],
    [
      'the only table beside others',
      { a: TABLE, b: flat, __metadata__: METADATA },
      { space: 'clip', rows: 2, dimension: 3 },
    ],
    [
      'the one named embeddings',
      { a: TABLE, embeddings: half, __metadata__: METADATA },
      { space: 'clip', rows: 4, dimension: 2 },
    ],
    [
      'neither of two',
      { a: TABLE, b: half, __metadata__: METADATA },
      'none of its 2 two-dimensional tensors is named "embeddings"',
    ],
    ['no table', { __metadata__: METADATA }, 'it holds no two-dimensional tensor of F32, F16, BF16 or F64 numbers'],
    [
      'whole numbers',
      { a: { ...TABLE, dtype: 'I32' }, __metadata__: METADATA },
      'it holds no two-dimensional tensor of F32, F16, BF16 or F64 numbers',
    ],
    [
      'no rows',
      { a: { dtype: 'F32', shape: [0, 3], data_offsets: [0, 0] }, __metadata__: METADATA },
      'its tensor "a" is empty: 0 × 3',
    ],
    ['no metadata', { a: TABLE }, 'its metadata has no "space", the name of the embedding space'],
    [
      'a blank space',
      { a: TABLE, __metadata__: { space: ' ' } },
      'its metadata has no "space", the name of the embedding space',
    ],
  ])('%s', (_, header, expected) => {
    const read = readSafetensorsHeader(file(header));
    if ('problem' in read) throw new Error(read.problem);
    expect(embeddingsOf(read)).toMatchObject(typeof expected === 'string' ? { problem: expected } : expected);
  });
});

describe('bytes from a stranger', () => {
  test('are read or refused, never thrown at', { timeout: 60_000 }, () => {
    const valid = file({ __metadata__: METADATA, embeddings: TABLE });
    const mutated = fc
      .array(fc.tuple(fc.nat(valid.length - 1), fc.nat(255)), { maxLength: 6 })
      .map((changes) => changes.reduce((bytes, [at, byte]) => bytes.with(at, byte), valid));
    const strange = fc.jsonValue().map((header) => file(header));
    const described = fc
      .record({ dtype: fc.jsonValue(), shape: fc.jsonValue(), data_offsets: fc.jsonValue() }, { requiredKeys: [] })
      .map((tensor) => file({ a: tensor }));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), mutated, strange, described), (bytes) => {
        const header = readSafetensorsHeader(bytes);
        if ('problem' in header) return header.problem.length > 0;
        const table = embeddingsOf(header);
        return 'problem' in table || table.rows * table.dimension <= header.byteLength;
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['brackets', '{"a":'.repeat(300_000)],
    ['closed brackets', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['a long name', `{"${'\\"'.repeat(200_000)}": 1}`],
    ['a long shape', `{"a": {"dtype": "U8", "shape": [${'1,'.repeat(200_000)}1], "data_offsets": [0, 1]}}`],
    ['many names', JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`t${n}`, TABLE])))],
  ])('%s take less than a second', (_, header) => {
    const bytes = file(header);
    const start = performance.now();
    readSafetensorsHeader(bytes);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
