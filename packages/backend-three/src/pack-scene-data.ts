// Turns scene data into bytes that the runtime unpacks: a header in JSON, and the arrays behind it as they are.
import { bytesOf } from './base64.ts';
import type { SceneData } from './runtime/scene-data.ts';

/**
 * The form: the header's length in bytes (uint32, little-endian), the header, then the arrays, each at a multiple of 8 bytes
 * from the end of the header's own padding. In the header an array is `{ "$": type, "at": offset, "length": items }`.
 */
export function packSceneData(data: SceneData): Uint8Array {
  const { head, large } = layOut(data);
  const packed = new Uint8Array(large.reduce((total, { byteLength }) => total + padded(byteLength), head.length));
  packed.set(head);
  let at = head.length;
  for (const array of large) {
    packed.set(bytesOf(array), at);
    at += padded(array.byteLength);
  }
  return packed;
}

/** What `packSceneData` puts one after the other. */
export interface SceneLayout {
  /** Length, header and small arrays, with their padding: what changes whenever the program does. */
  readonly head: Uint8Array;
  /** Meshes and images, as a rule, in order and each once. Each is followed by zeros up to a multiple of 8 bytes. */
  readonly large: readonly ArrayBufferView[];
}

/** Arrays of fewer bytes are small: to compress each on its own would gain nothing. */
const LARGE = 4096;

export function layOut(data: SceneData): SceneLayout {
  const arrays = new Set<ArrayBufferView>();
  visitArrays(data, (array) => void arrays.add(array));
  const small = [...arrays].filter(({ byteLength }) => byteLength < LARGE);
  const large = [...arrays].filter(({ byteLength }) => byteLength >= LARGE);
  const places = new Map<ArrayBufferView, number>();
  let end = 0;
  for (const array of [...small, ...large]) {
    places.set(array, end);
    end += padded(array.byteLength);
  }
  const header = visitArrays(data, (array, type) => ({
    $: type,
    at: places.get(array),
    length: (array as Uint8Array).length,
  }));
  const text = new TextEncoder().encode(header);
  const start = padded(4 + text.length);
  const head = new Uint8Array(small.reduce((total, { byteLength }) => total + padded(byteLength), start));
  new DataView(head.buffer).setUint32(0, text.length, true);
  head.set(text, 4);
  for (const array of small) head.set(bytesOf(array), start + (places.get(array) as number));
  return { head, large };
}

/** The data as JSON, something else in place of each array. */
function visitArrays(data: SceneData, replace: (array: ArrayBufferView, type: string) => unknown): string {
  return JSON.stringify(data, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const type = ARRAY_TYPES.find((name) => value.constructor.name === name);
    return type === undefined ? value : replace(value, type);
  });
}

const ARRAY_TYPES = ['Float32Array', 'Float64Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'];

/** With the zeros that follow it. */
export function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
