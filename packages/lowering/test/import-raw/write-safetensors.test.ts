import { embeddingsOf, readSafetensorsHeader } from '@diorama/checker';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeSafetensors } from '../../src/import-raw/index.ts';

test('the bytes are those of the format', () => {
  const bytes = writeSafetensors({ space: 'é', rows: [[1, -2]] });
  const header = '{"__metadata__":{"space":"é"},"embeddings":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}';
  const encoded = new TextEncoder().encode(header);
  const padding = (8 - (encoded.length % 8)) % 8;
  expect([...bytes.subarray(0, 8)]).toEqual([encoded.length + padding, 0, 0, 0, 0, 0, 0, 0]);
  expect(new TextDecoder().decode(bytes.subarray(8, -8))).toBe(header + ' '.repeat(padding));
  expect([...bytes.subarray(-8)]).toEqual([0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0]);
});

test('what is written is read', () => {
  const rows = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([count, dimension]) => {
    const row = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), {
      minLength: dimension,
      maxLength: dimension,
    });
    return fc.array(row, { minLength: count, maxLength: count });
  });
  const spaces = fc.string({ unit: 'binary', minLength: 1 }).filter((space) => space.trim() !== '');
  const property = fc.property(rows, spaces, (table, space) => {
    const bytes = writeSafetensors({ space, rows: table });
    const header = readSafetensorsHeader(bytes);
    if ('problem' in header) throw new Error(header.problem);
    expect(header.byteLength).toBe(bytes.length);
    const [tensor] = header.tensors;
    expect(embeddingsOf(header)).toEqual({ space, rows: table.length, dimension: table[0]?.length, table: tensor });
    const begin = tensor?.begin ?? 0;
    expect(begin % 8).toBe(0);
    expect([...new Float32Array(bytes.slice(begin).buffer)]).toEqual(table.flat());
  });
  fc.assert(property, { numRuns: 200 });
});

test('what is no table is our bug', () => {
  expect(() => writeSafetensors({ space: ' ', rows: [[1]] })).toThrow('an embedding space has a name');
  expect(() => writeSafetensors({ space: 'a', rows: [] })).toThrow('a row and a column');
  expect(() => writeSafetensors({ space: 'a', rows: [[1], [1, 2]] })).toThrow('one length');
  expect(() => writeSafetensors({ space: 'a', rows: [[1e39]] })).toThrow('finite');
});
