// Unpacks buffer views that are compressed with meshoptimizer (EXT_meshopt_compression).
import { MeshoptDecoder } from 'meshoptimizer/decoder';
import { GltfFault, require } from './gltf-fault.ts';
import { countOf, type JsonObject } from './json-access.ts';

let isReady = false;
const ready: Promise<void> = MeshoptDecoder.ready.then(() => {
  isReady = true;
});

/** The decoder is WebAssembly, which takes a moment to start: await this once before compressed files are read. */
export function prepareDecoders(): Promise<void> {
  return ready;
}

/** The size of what comes out has been checked. */
export function decodeMeshopt(extension: JsonObject, packed: Uint8Array, what: string): Uint8Array {
  require(isReady, () => `${what} is compressed, and the decoder has not started yet`);
  const [count, stride] = [countOf(extension, 'count'), countOf(extension, 'byteStride')];
  const [mode, filter] = [String(extension.mode), String(extension.filter ?? 'NONE')];
  require(1 <= stride && stride <= 256, () => `${what} has a stride of ${stride}`);
  require(MODES.has(mode), () => `${what} is compressed in the mode ${mode.slice(0, 20)}`);
  require(FILTERS.has(filter), () => `${what} has the filter ${filter.slice(0, 20)}`);
  require(mode === 'ATTRIBUTES' ? stride % 4 === 0 : stride === 2 || stride === 4, () =>
    `${what} has a stride of ${stride}`);
  require(mode !== 'TRIANGLES' || count % 3 === 0, () => `${what} has ${count} indices of triangles`);
  // A vertex that repeats still costs a byte for each 16 × 256 of them: more claims nothing that is there.
  require(count <= packed.length * 4096, () => `${what} claims ${count} elements in ${packed.length} bytes`);
  const unpacked = new Uint8Array(count * stride);
  try {
    MeshoptDecoder.decodeGltfBuffer(unpacked, count, stride, packed, mode, filter);
  } catch {
    throw new GltfFault(`${what} is compressed, and damaged`);
  }
  return unpacked;
}

const MODES: ReadonlySet<string> = new Set(['ATTRIBUTES', 'TRIANGLES', 'INDICES']);
const FILTERS: ReadonlySet<string> = new Set(['NONE', 'OCTAHEDRAL', 'QUATERNION', 'EXPONENTIAL', 'COLOR']);
