// Turns packed bytes back into scene data; the arrays are views of the bytes.
import type { SceneData } from './scene-data.ts';

/** The form is described where it is packed: a length, a header in JSON, arrays at multiples of 8 bytes. */
export function unpackSceneData(packed: Uint8Array): SceneData {
  // Views need a buffer that starts where they count from.
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const start = bytes.byteOffset + Math.ceil((4 + length) / 8) * 8;
  return JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)), (_, value) => {
    if (typeof value !== 'object' || value === null || typeof value.$ !== 'string') return value;
    const at = start + value.at;
    if (value.$ === 'Float32Array') return new Float32Array(bytes.buffer, at, value.length);
    if (value.$ === 'Float64Array') return new Float64Array(bytes.buffer, at, value.length);
    if (value.$ === 'Uint16Array') return new Uint16Array(bytes.buffer, at, value.length);
    if (value.$ === 'Uint32Array') return new Uint32Array(bytes.buffer, at, value.length);
    return new Uint8Array(bytes.buffer, at, value.length);
  });
}
