// Turns the bytes of a glTF file into where each element is, by the specification alone.
import { invariant } from '@diorama/diagnostics';
import { BACKGROUND_ID } from '@diorama/stage';
import type { EmittedFile, FoundElement } from './backend-under-test.ts';
import { placeMatrix } from './place-matrix.ts';

/** What is read of a glTF file's JSON. */
interface Json {
  readonly nodes?: readonly JsonNode[];
  readonly accessors?: readonly { readonly bufferView: number; readonly byteOffset?: number; readonly count: number }[];
  readonly bufferViews?: readonly { readonly byteOffset?: number; readonly byteStride?: number }[];
}
interface JsonNode {
  readonly name?: string;
  readonly translation?: readonly number[];
  readonly rotation?: readonly number[];
  readonly scale?: readonly number[];
  readonly children?: readonly number[];
  readonly extras?: { readonly id?: number; readonly labels?: Readonly<Record<string, number>> };
  readonly extensions?: {
    readonly EXT_mesh_gpu_instancing?: { readonly attributes: Readonly<Record<string, number>> };
  };
}

/** The first file is a `.glb`, or a `.gltf` whose `.bin` is beside it. */
export function readGltfBack(files: readonly EmittedFile[]): ReadonlyMap<number, FoundElement> {
  const { json, binary } = splitGltf(files);
  const found = new Map<number, FoundElement>();
  const read = (accessor: number, width: number) => readFloats(json, binary, accessor, width);
  for (const {
    name,
    translation = [0, 0, 0],
    rotation = [0, 0, 0, 1],
    scale = [1, 1, 1],
    extras,
    extensions,
  } of json.nodes ?? []) {
    const attributes = extensions?.EXT_mesh_gpu_instancing?.attributes;
    if (attributes === undefined) {
      // The sky's dome has the id of nothing.
      if (extras?.id === undefined || extras.id === BACKGROUND_ID) continue;
      invariant(!found.has(extras.id), 'an id stands at one node');
      found.set(extras.id, { name: name ?? '', matrix: placeMatrix(translation, rotation, scale) });
      continue;
    }
    const [places, turns, sizes, elements] = [
      read(attributes.TRANSLATION ?? -1, 3),
      read(attributes.ROTATION ?? -1, 4),
      read(attributes.SCALE ?? -1, 3),
      read(attributes._ELEMENT ?? -1, 1),
    ];
    const names = new Map(Object.entries(extras?.labels ?? {}).map(([label, row]) => [row, label]));
    for (const [row, element] of elements.flat().entries()) {
      const label = names.get(row);
      const matrix = placeMatrix(places[row] ?? [], turns[row] ?? [], sizes[row] ?? []);
      found.set(element + 2, { matrix, ...(label !== undefined && { name: label }) });
    }
  }
  return found;
}

/** The JSON of a file and its binary buffer. */
export function splitGltf(files: readonly EmittedFile[]): { readonly json: Json; readonly binary: DataView } {
  const main = bytesOf(files[0]);
  if (files[0]?.name.endsWith('.gltf')) {
    const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(main)) as Json;
    return { json, binary: viewOf(bytesOf(files.find(({ name }) => name.endsWith('.bin')))) };
  }
  const view = viewOf(main);
  invariant(view.getUint32(0, true) === 0x46546c67, 'a GLB file begins with its magic number');
  invariant(view.getUint32(8, true) === main.length, 'a GLB file knows its length');
  const length = view.getUint32(12, true);
  const json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(main.subarray(20, 20 + length))) as Json;
  return { json, binary: viewOf(main.subarray(28 + length)) };
}

function readFloats(json: Json, binary: DataView, index: number, width: number): readonly (readonly number[])[] {
  const accessor = json.accessors?.[index];
  const view = json.bufferViews?.[accessor?.bufferView ?? -1];
  invariant(accessor !== undefined && view !== undefined, 'an attribute has its numbers');
  const start = (view.byteOffset ?? 0) + (accessor.byteOffset ?? 0);
  const stride = view.byteStride ?? 4 * width;
  return Array.from({ length: accessor.count }, (_, row) =>
    Array.from({ length: width }, (_, part) => binary.getFloat32(start + row * stride + 4 * part, true)),
  );
}

function bytesOf(file: EmittedFile | undefined): Uint8Array {
  invariant(file !== undefined && typeof file.content !== 'string', 'the file is there, in bytes');
  return file.content;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
