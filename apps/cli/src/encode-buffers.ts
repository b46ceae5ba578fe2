// Turns id and depth pictures into files.
import { encodeGrayPng, encodePng } from '@diorama/images';

/** Which forms id and depth pictures can be written in, by the end of the file's name. */
export const BUFFER_SUFFIXES = ['.png', '.npy'] as const;

/** Ids: 24 bits as red + 256 · green + 65,536 · blue in a PNG, or a NumPy array of 32-bit integers. Top row first. */
export function encodeIds(path: string, ids: Uint32Array, width: number, height: number): Uint8Array {
  if (path.endsWith('.npy')) return encodeNpy('<u4', ids, width, height);
  const pixels = new Uint8Array(4 * ids.length);
  for (let index = 0; index < ids.length; index += 1) {
    const id = ids[index] as number;
    pixels.set([id & 255, (id >> 8) & 255, (id >> 16) & 255, 255], 4 * index);
  }
  return encodePng({ width, height, pixels });
}

/** Depth: centimetres in a 16-bit PNG, 65,535 from 655.35 m on; or a NumPy array of metres in single precision. */
export function encodeDepth(path: string, depth: Float32Array, width: number, height: number): Uint8Array {
  if (path.endsWith('.npy')) return encodeNpy('<f4', depth, width, height);
  const centimetres = Uint16Array.from(depth, (metres) => Math.min(65_535, Math.round(100 * metres)));
  return encodeGrayPng(centimetres, width, height);
}

/** NumPy's own format, version 1.0 (NEP 1). */
function encodeNpy(type: string, parts: Uint32Array | Float32Array, width: number, height: number): Uint8Array {
  const dictionary = `{'descr': '${type}', 'fortran_order': False, 'shape': (${height}, ${width}), }`;
  const length = Math.ceil((10 + dictionary.length + 1) / 64) * 64;
  const out = new Uint8Array(length + 4 * parts.length);
  out.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  const view = new DataView(out.buffer);
  view.setUint16(8, length - 10, true);
  out.set(new TextEncoder().encode(dictionary.padEnd(length - 11)), 10);
  out[length - 1] = 0x0a;
  for (let index = 0; index < parts.length; index += 1) {
    if (type === '<u4') view.setUint32(length + 4 * index, parts[index] as number, true);
    else view.setFloat32(length + 4 * index, parts[index] as number, true);
  }
  return out;
}
