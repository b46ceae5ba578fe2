// Builds glTF files for tests: boxes at their places, with whatever else a test puts in.

export type Json = Record<string, unknown>;

/** A box by its middle and its sides. */
export interface Box {
  readonly at: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

/** An animal of boxes: four legs, a trunk, a raised head in front (+Z), a tail behind. One unit high. */
export const ANIMAL: readonly Box[] = [
  ...[-0.12, 0.12].flatMap((x) =>
    [-0.45, 0.45].map((z) => ({ at: [x, 0.25, z], size: [0.1, 0.5, 0.1] }) satisfies Box),
  ),
  { at: [0, 0.62, 0], size: [0.36, 0.3, 1.05] },
  { at: [0, 0.87, 0.62], size: [0.2, 0.26, 0.3] },
  { at: [0, 0.5, -0.6], size: [0.05, 0.3, 0.05] },
];

/** A tree of boxes: a trunk and a crown. One unit high. */
export const TREE: readonly Box[] = [
  { at: [0, 0.25, 0], size: [0.08, 0.5, 0.08] },
  { at: [0, 0.72, 0], size: [0.56, 0.56, 0.56] },
];

/** Where a point goes. */
export type Turn = (point: readonly [number, number, number]) => readonly [number, number, number];

export interface Geometry {
  readonly positions: Float32Array<ArrayBuffer>;
  readonly indices: Uint16Array<ArrayBuffer>;
}

export function boxes(list: readonly Box[], turn: Turn = (point) => point): Geometry {
  const positions: number[] = [];
  const indices: number[] = [];
  for (const { at, size } of list) {
    const first = positions.length / 3;
    for (let corner = 0; corner < 8; corner += 1) {
      const [x, y, z] = [0, 1, 2].map((axis) => at[axis]! + (((corner >> axis) & 1) - 0.5) * size[axis]!) as [
        number,
        number,
        number,
      ];
      positions.push(...turn([x, y, z]));
    }
    for (const [a, b, c, d] of FACES) for (const one of [a, b, c, a, c, d]) indices.push(first + one!);
  }
  return { positions: Float32Array.from(positions), indices: Uint16Array.from(indices) };
}

const FACES: readonly (readonly number[])[] = [
  [4, 5, 7, 6],
  [1, 0, 2, 3],
  [5, 1, 3, 7],
  [0, 4, 6, 2],
  [6, 7, 3, 2],
  [0, 1, 5, 4],
];

/** The JSON and the bytes of a file with one mesh; `change` makes it another. */
export function gltf(
  { positions, indices }: Geometry,
  // biome-ignore lint/suspicious/noExplicitAny: tests damage JSON in ways that no type allows
  change: (json: any) => void = () => {},
): { readonly json: Json; readonly binary: Uint8Array } {
  const binary = new Uint8Array(positions.byteLength + Math.ceil(indices.byteLength / 4) * 4);
  binary.set(new Uint8Array(positions.buffer), 0);
  binary.set(new Uint8Array(indices.buffer), positions.byteLength);
  const range = (axis: number, pick: (...numbers: number[]) => number) =>
    pick(...positions.filter((_, at) => at % 3 === axis));
  const json = {
    asset: { version: '2.0' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name: 'thing' }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0 }, indices: 1, material: 0 }] }],
    materials: [{ name: 'red', pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1], metallicFactor: 0 } }],
    accessors: [
      {
        bufferView: 0,
        componentType: 5126,
        count: positions.length / 3,
        type: 'VEC3',
        min: [0, 1, 2].map((axis) => range(axis, Math.min)),
        max: [0, 1, 2].map((axis) => range(axis, Math.max)),
      },
      { bufferView: 1, componentType: 5123, count: indices.length, type: 'SCALAR' },
    ],
    bufferViews: [
      { buffer: 0, byteOffset: 0, byteLength: positions.byteLength },
      { buffer: 0, byteOffset: positions.byteLength, byteLength: indices.byteLength },
    ],
    buffers: [{ byteLength: binary.length }],
  };
  change(json);
  return { json, binary };
}

/** A .glb file (glTF 2.0 §4.4). */
export function glb({ json, binary }: { readonly json: Json; readonly binary: Uint8Array }): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(json));
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20);
  padded.set(text);
  const bytes = new Uint8Array(28 + padded.length + binary.length);
  const view = new DataView(bytes.buffer);
  const words = [0x46546c67, 2, bytes.length, padded.length, 0x4e4f534a];
  for (const [index, word] of words.entries()) view.setUint32(4 * index, word, true);
  bytes.set(padded, 20);
  view.setUint32(20 + padded.length, binary.length, true);
  view.setUint32(24 + padded.length, 0x004e4942, true);
  bytes.set(binary, 28 + padded.length);
  return bytes;
}

/** A .gltf file, whole: its bytes are in a `data:` URI. */
export function embedded({ json, binary }: { readonly json: Json; readonly binary: Uint8Array }): Uint8Array {
  const uri = `data:application/octet-stream;base64,${Buffer.from(binary).toString('base64')}`;
  return new TextEncoder().encode(JSON.stringify({ ...json, buffers: [{ byteLength: binary.length, uri }] }));
}
