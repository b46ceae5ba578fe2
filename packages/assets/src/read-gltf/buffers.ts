// Turns accessors into numbers: every offset is held against the bytes that are there before any memory is taken.
import { LIMITS, require } from './gltf-fault.ts';
import { asObject, countOf, entryOf, extensionOf, type JsonObject, listOf } from './json-access.ts';
import { decodeMeshopt } from './meshopt.ts';
import { type ReadResource, readResource } from './read-resource.ts';

/** The binary parts of one file. */
export interface Buffers {
  /** The bytes of a buffer view, unpacked if it is compressed. */
  view(index: unknown): { readonly bytes: Uint8Array; readonly stride: number | undefined };
  /** The numbers of an accessor, normalized where it says so; all are finite. */
  numbers(index: unknown, what: string): Numbers;
}

export interface Numbers {
  readonly values: Float64Array;
  /** Of one element: 3 for a VEC3. */
  readonly width: number;
  readonly count: number;
}

export function openBuffers(json: JsonObject, binary: Uint8Array | undefined, read: ReadResource): Buffers {
  const view = openViews(json, openBytes(json, binary, read));
  const accessors = listOf(json, 'accessors');
  return { view, numbers: (index, what) => readAccessor(entryOf(accessors, index, 'accessor'), view, what) };
}

/** Bytes of a buffer view or of what describes one like it, as they are in the file. */
type Slice = (entry: JsonObject, what: string) => Uint8Array;

function openBytes(json: JsonObject, binary: Uint8Array | undefined, read: ReadResource): Slice {
  const buffers = listOf(json, 'buffers');
  const opened = new Map<number, Uint8Array>();
  const buffer = (index: unknown): Uint8Array => {
    const entry = entryOf(buffers, index, 'buffer');
    const known = opened.get(index as number);
    if (known !== undefined) return known;
    const bytes = entry.uri === undefined ? binary : readResource(entry.uri, read);
    require(bytes !== undefined, () => `buffer ${index} has no bytes`);
    const length = countOf(entry, 'byteLength');
    require(length <= bytes.length, () => `buffer ${index} claims ${length} bytes and has ${bytes.length}`);
    const own = bytes.subarray(0, length);
    opened.set(index as number, own);
    return own;
  };
  return (entry, what) => {
    const bytes = buffer(entry.buffer);
    const [offset, length] = [countOf(entry, 'byteOffset', 0), countOf(entry, 'byteLength')];
    require(offset + length <= bytes.length, () => `${what} reaches to byte ${offset + length} of ${bytes.length}`);
    return bytes.subarray(offset, offset + length);
  };
}

/** Unpacks what is compressed, once. */
function openViews(json: JsonObject, slice: Slice): Buffers['view'] {
  const views = listOf(json, 'bufferViews');
  const unpacked = new Map<number, Uint8Array>();
  let unpackedTotal = 0;
  return (index) => {
    const entry = entryOf(views, index, 'buffer view');
    const compressed = extensionOf(entry, 'EXT_meshopt_compression') ?? extensionOf(entry, 'KHR_meshopt_compression');
    const stride = entry.byteStride === undefined ? undefined : countOf(entry, 'byteStride');
    require(stride === undefined || (4 <= stride && stride <= 252), () =>
      `buffer view ${index} has a stride of ${stride}`);
    if (compressed === undefined) return { bytes: slice(entry, `buffer view ${index}`), stride };
    const known = unpacked.get(index as number);
    if (known !== undefined) return { bytes: known, stride };
    const size = countOf(compressed, 'count') * countOf(compressed, 'byteStride');
    unpackedTotal += size;
    require(unpackedTotal <= LIMITS.unpackedBytes, () =>
      `buffer view ${index} unpacks to ${size} bytes, more than are read`);
    const bytes = decodeMeshopt(compressed, slice(compressed, `buffer view ${index}`), `buffer view ${index}`);
    unpacked.set(index as number, bytes);
    return { bytes, stride };
  };
}

function readAccessor(entry: JsonObject, view: Buffers['view'], what: string): Numbers {
  const width = WIDTHS[String(entry.type)];
  require(width !== undefined, () => `${what} has the type ${String(entry.type).slice(0, 20)}`);
  const count = countOf(entry, 'count');
  require(count <= LIMITS.elements, () =>
    `${what} claims ${count} elements, more than the ${LIMITS.elements} that are read`);
  const component = componentOf(entry, what);
  const values =
    entry.bufferView === undefined
      ? zeros(entry, count * width, what)
      : readElements(view(entry.bufferView), countOf(entry, 'byteOffset', 0), count, width, component, what);
  if (entry.sparse !== undefined) {
    applySparse(asObject(entry.sparse, 'sparse'), { values, width, count }, view, component, what);
  }
  for (const value of values) require(Number.isFinite(value), () => `${what} has a number that is not finite`);
  return { values, width, count };
}

/** Replaces some elements. Changes the values. */
function applySparse(
  sparse: JsonObject,
  { values, width, count: total }: Numbers,
  view: Buffers['view'],
  component: Component,
  what: string,
): void {
  const count = countOf(sparse, 'count');
  require(count <= total, () => `${what} replaces ${count} of ${total} elements`);
  const [where, by] = [asObject(sparse.indices, 'indices'), asObject(sparse.values, 'values')];
  const kind = componentOf({ componentType: where.componentType }, what);
  const indices = readElements(view(where.bufferView), countOf(where, 'byteOffset', 0), count, 1, kind, what);
  const replaced = readElements(view(by.bufferView), countOf(by, 'byteOffset', 0), count, width, component, what);
  indices.forEach((index, place) => {
    require(index < total, () => `${what} replaces element ${index} of ${total}`);
    values.set(replaced.subarray(place * width, (place + 1) * width), index * width);
  });
}

/** An accessor without bytes is all zeros; only one that is then filled makes sense of many. */
function zeros(entry: JsonObject, length: number, what: string): Float64Array {
  require(length <= LIMITS.elements, () => `${what} has no bytes`);
  require(entry.sparse !== undefined || length === 0, () => `${what} has no bytes`);
  return new Float64Array(length);
}

interface Component {
  readonly size: number;
  readonly read: (view: DataView, at: number) => number;
}

function componentOf(entry: JsonObject, what: string): Component {
  const known = COMPONENTS[String(entry.componentType)];
  require(known !== undefined, () => `${what} has the component type ${String(entry.componentType).slice(0, 20)}`);
  const { size, most, read } = known;
  if (entry.normalized !== true || most === undefined) return { size, read };
  // glTF 2.0 §3.6.2.2: the least signed number is as good as −1.
  return { size, read: (view, at) => Math.max(-1, read(view, at) / most) };
}

function readElements(
  { bytes, stride }: { readonly bytes: Uint8Array; readonly stride: number | undefined },
  offset: number,
  count: number,
  width: number,
  { size, read }: Component,
  what: string,
): Float64Array {
  const step = stride ?? size * width;
  if (count === 0) return new Float64Array(0);
  const end = offset + step * (count - 1) + size * width;
  require(end <= bytes.length, () => `${what} reaches to byte ${end} of ${bytes.length}`);
  const values = new Float64Array(count * width);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let element = 0; element < count; element += 1) {
    for (let part = 0; part < width; part += 1) {
      values[element * width + part] = read(view, offset + element * step + part * size);
    }
  }
  return values;
}

const WIDTHS: Readonly<Record<string, number>> = { SCALAR: 1, VEC2: 2, VEC3: 3, VEC4: 4, MAT4: 16 };

const COMPONENTS: Readonly<
  Record<string, { readonly size: number; readonly most?: number; readonly read: Component['read'] }>
> = {
  5120: { size: 1, most: 127, read: (view, at) => view.getInt8(at) },
  5121: { size: 1, most: 255, read: (view, at) => view.getUint8(at) },
  5122: { size: 2, most: 32767, read: (view, at) => view.getInt16(at, true) },
  5123: { size: 2, most: 65535, read: (view, at) => view.getUint16(at, true) },
  5125: { size: 4, read: (view, at) => view.getUint32(at, true) },
  5126: { size: 4, read: (view, at) => view.getFloat32(at, true) },
};
