// Files to stages: what an asset library is asked.
import type { AssetLibrary, AssetRequest } from '@diorama/stage';
import { describe, expect, test } from 'vitest';
import { type Library, memoryWorld, stageFile } from '../src/index.ts';

/** A library that has one thing, and remembers what it was asked. */
function askedLibrary(): { readonly library: Library; readonly asked: AssetRequest[] } {
  const asked: AssetRequest[] = [];
  const model: ReturnType<AssetLibrary['placeholder']> = {
    parts: [
      {
        mesh: {
          positions: Float32Array.of(0, 0, 0, 1, 0, 0, 0, 1, 0),
          normals: Float32Array.of(0, 0, 1, 0, 0, 1, 0, 0, 1),
          indices: Uint32Array.of(0, 1, 2),
        },
        material: { name: 'plain', color: [1, 1, 1], roughness: 1, metallic: 0, doubleSided: true },
      },
    ],
  };
  const library: Library = {
    choose(request) {
      asked.push(request);
      return { kind: 'asset', id: 'tree/oak#0', key: 'tree/oak#0' };
    },
    build: () => model,
    chooseGround: () => ({ id: 'ground/plain', material: model.parts[0]!.material, tileSize: 1 }),
    placeholder: () => model,
    has: () => true,
    ids: () => [],
    spaces: [],
  };
  return { library, asked };
}

describe('embeddings', () => {
  const rows = [
    [1, -2.5, 0],
    [0.5, 65504, -0.000030517578125],
  ];
  const encoders: Readonly<
    Record<string, { readonly size: number; set(view: DataView, at: number, value: number): void }>
  > = {
    F64: { size: 8, set: (view, at, value) => view.setFloat64(at, value, true) },
    F32: { size: 4, set: (view, at, value) => view.setFloat32(at, value, true) },
    F16: { size: 2, set: (view, at, value) => view.setFloat16(at, value, true) },
    BF16: {
      size: 2,
      set(view, at, value) {
        const wide = new DataView(new ArrayBuffer(4));
        wide.setFloat32(0, value);
        view.setUint16(at, wide.getUint16(0), true);
      },
    },
  };

  test.each(Object.keys(encoders))('of %s numbers reach the library as vectors', (dtype) => {
    const { library, asked } = askedLibrary();
    const world = memoryWorld({ 'scenes/a.dio': TEXT, 'scenes/rows.safetensors': fileOf(dtype) });
    const staged = stageFile(world, 'scenes/a.dio', { library });
    expect(staged).toMatchObject({ value: { stage: {} }, diagnostics: [] });
    expect(asked.map(({ vector }) => vector?.space)).toEqual(['toy', 'toy']);
    const tolerance = dtype === 'BF16' ? 2 ** -8 : 0;
    asked.forEach(({ vector }, row) => {
      expect(vector?.values).toHaveLength(3);
      rows[row]!.forEach((value, index) => {
        expect(Math.abs(vector!.values[index]! - value)).toBeLessThanOrEqual(tolerance * Math.abs(value));
      });
    });
  });

  test('of a file that is cut off reach nobody, and the scene is staged all the same', () => {
    const { library, asked } = askedLibrary();
    const whole = fileOf('F32');
    const world = memoryWorld({ 'scenes/a.dio': TEXT, 'scenes/rows.safetensors': whole.subarray(0, whole.length - 5) });
    expect(stageFile(world, 'scenes/a.dio', { library })).toMatchObject({ value: { stage: {} } });
    expect(asked.map(({ vector }) => vector)).toEqual([undefined, undefined]);
  });

  const TEXT = `scene { embeddings: "rows.safetensors" }
tree { at: (0, -8), height: 5, appearance: embedding(0) }
tree { at: (2, -8), height: 5, appearance: embedding(1) }
`;

  function fileOf(dtype: string): Uint8Array {
    const { size, set } = encoders[dtype]!;
    const data = new Uint8Array(rows.flat().length * size);
    rows.flat().forEach((value, index) => {
      set(new DataView(data.buffer), index * size, value);
    });
    const header = new TextEncoder().encode(
      JSON.stringify({
        __metadata__: { space: 'toy' },
        embeddings: { dtype, shape: [2, 3], data_offsets: [0, data.length] },
      }),
    );
    const bytes = new Uint8Array(8 + header.length + data.length);
    new DataView(bytes.buffer).setBigUint64(0, BigInt(header.length), true);
    bytes.set(header, 8);
    bytes.set(data, 8 + header.length);
    return bytes;
  }
});

describe('detail', () => {
  test.each(['high', 'medium', 'low'] as const)('%s is asked for', (detail) => {
    const { library, asked } = askedLibrary();
    const world = memoryWorld({ 'a.dio': 'tree { at: (0, -8), height: 5 }\n' });
    stageFile(world, 'a.dio', { library, detail });
    expect(asked.map((request) => request.detail)).toEqual([detail]);
  });
});
