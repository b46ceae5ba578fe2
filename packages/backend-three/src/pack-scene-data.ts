// Turns scene data into bytes that the runtime unpacks: a header in JSON, and the arrays behind it as they are.
import type { SceneData } from './runtime/scene-data.ts';

/**
 * The form: the header's length in bytes (uint32, little-endian), the header, then the arrays, each at a multiple of 8 bytes
 * from the end of the header's own padding. In the header an array is `{ "$": type, "at": offset, "length": items }`.
 */
export function packSceneData(data: SceneData): Uint8Array {
  const chunks: Uint8Array[] = [];
  let end = 0;
  const header = JSON.stringify(data, (_, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    const type = ARRAY_TYPES.find((name) => value.constructor.name === name);
    if (type === undefined) return value;
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const at = end;
    chunks.push(bytes);
    end = padded(end + bytes.length);
    return { $: type, at, length: (value as Uint8Array).length };
  });
  const text = new TextEncoder().encode(header);
  const start = padded(4 + text.length);
  const packed = new Uint8Array(start + end);
  new DataView(packed.buffer).setUint32(0, text.length, true);
  packed.set(text, 4);
  let at = start;
  for (const chunk of chunks) {
    packed.set(chunk, at);
    at = padded(at + chunk.length);
  }
  return packed;
}

const ARRAY_TYPES = ['Float32Array', 'Float64Array', 'Uint8Array', 'Uint16Array', 'Uint32Array'];

function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
