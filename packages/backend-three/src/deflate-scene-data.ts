// Turns scene data into the text that a page carries: `packSceneData` in pieces, each deflated (RFC 1951) and in base64.
import { deflateSync } from 'fflate';
import { base64, bytesOf } from './base64.ts';
import { layOut, padded } from './pack-scene-data.ts';
import type { SceneData } from './runtime/scene-data.ts';

/**
 * Pieces with spaces between them; inflated one by one and put together they are the packed data. A large array's piece is kept
 * for as long as the array is: from one compilation to the next meshes and images are the same arrays, and nobody changes them.
 */
export function deflateSceneData(data: SceneData): string {
  const { head, large } = layOut(data);
  return [deflated(head), ...large.map(pieceOf)].join(' ');
}

function pieceOf(array: ArrayBufferView): string {
  const known = KNOWN.get(array);
  if (known !== undefined) return known;
  const bytes = new Uint8Array(padded(array.byteLength));
  bytes.set(bytesOf(array));
  const made = deflated(bytes);
  KNOWN.set(array, made);
  return made;
}

const KNOWN = new WeakMap<ArrayBufferView, string>();

function deflated(bytes: Uint8Array): string {
  return base64(deflateSync(bytes, { level: 6 }));
}
