// Turns a URI in a glTF file into bytes: embedded data, or a file in the same folder, and nothing else.
import { GltfFault, require } from './gltf-fault.ts';

/** The bytes of a file by its path relative to the glTF file's folder; undefined if it cannot be read. */
export type ReadResource = (path: string) => Uint8Array | undefined;

export function readResource(uri: unknown, read: ReadResource): Uint8Array {
  require(typeof uri === 'string', () => 'a uri is no text');
  if (/^data:/i.test(uri)) return decodeData(uri);
  const path = safePath(uri);
  const bytes = read(path);
  require(bytes !== undefined, () => `it names ${path.slice(0, 80)}, which cannot be read`);
  return bytes;
}

/** A path that stays in the folder, or a fault. Percent signs are undone first, so that they hide nothing. */
function safePath(uri: string): string {
  let path: string;
  try {
    path = decodeURIComponent(uri);
  } catch {
    throw new GltfFault(`it names ${uri.slice(0, 80)}, which is no URI`);
  }
  const isOutside =
    path === '' ||
    /^[a-z][a-z0-9+.-]*:/i.test(path) ||
    /[\\\0]/.test(path) ||
    path.startsWith('/') ||
    path.split('/').some((step) => step === '..' || step === '.' || step === '');
  require(!isOutside, () => `it names ${uri.slice(0, 80)}, which is not a file in its folder`);
  return path;
}

/** RFC 2397, base64 only, as glTF asks. */
function decodeData(uri: string): Uint8Array {
  const match = /^data:[^,]*;base64,/i.exec(uri.slice(0, 200));
  require(match !== null, () => 'an embedded buffer is not base64');
  try {
    const text = atob(uri.slice(match[0].length));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    throw new GltfFault('an embedded buffer is not base64');
  }
}
