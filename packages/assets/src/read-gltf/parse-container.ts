// Turns the bytes of a .glb or .gltf file into its JSON and its binary part (glTF 2.0 §4).
import { GltfFault, LIMITS, require } from './gltf-fault.ts';
import { asObject, type JsonObject } from './json-access.ts';

export interface Container {
  readonly json: JsonObject;
  readonly binary?: Uint8Array;
}

/** `others` are extensions that the caller understands beside those of this folder. */
export function parseContainer(bytes: Uint8Array, others: readonly string[] = []): Container {
  require(bytes.length <= LIMITS.bytes, () =>
    `it has ${bytes.length} bytes, more than the ${LIMITS.bytes} that are read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isBinary = bytes.length >= 4 && view.getUint32(0, true) === MAGIC;
  const container = isBinary ? parseBinary(bytes, view) : { json: parseJson(bytes) };
  check(container.json, others);
  return container;
}

/** `glTF`, as a little-endian number. */
const MAGIC = 0x46546c67;
const JSON_CHUNK = 0x4e4f534a;
const BINARY_CHUNK = 0x004e4942;

function parseBinary(bytes: Uint8Array, view: DataView): Container {
  require(bytes.length >= 20, () => 'it is cut off within its header');
  const version = view.getUint32(4, true);
  require(version === 2, () => `it is of version ${version}, not 2`);
  const length = view.getUint32(8, true);
  require(length <= bytes.length, () => `it claims ${length} bytes and has ${bytes.length}`);
  let json: JsonObject | undefined;
  let binary: Uint8Array | undefined;
  for (let at = 12; at + 8 <= length; ) {
    const size = view.getUint32(at, true);
    const kind = view.getUint32(at + 4, true);
    require(at + 8 + size <= length, () => `a chunk claims ${size} bytes and has ${length - at - 8}`);
    const chunk = bytes.subarray(at + 8, at + 8 + size);
    if (json === undefined) {
      require(kind === JSON_CHUNK, () => 'its first chunk is not JSON');
      json = parseJson(chunk);
    } else if (kind === BINARY_CHUNK && binary === undefined) binary = chunk;
    at += 8 + size + ((4 - (size % 4)) % 4);
  }
  require(json !== undefined, () => 'it has no JSON chunk');
  return binary === undefined ? { json } : { json, binary };
}

function parseJson(bytes: Uint8Array): JsonObject {
  require(bytes.length <= LIMITS.jsonBytes, () =>
    `its JSON has ${bytes.length} bytes, more than the ${LIMITS.jsonBytes} that are read`);
  try {
    return asObject(JSON.parse(new TextDecoder().decode(bytes)), 'the whole');
  } catch (error) {
    if (error instanceof GltfFault) throw error;
    throw new GltfFault('it is neither a .glb file nor JSON');
  }
}

/** Only what all of glTF 2.0 shares, with the extensions that are understood. */
function check(json: JsonObject, others: readonly string[]): void {
  const version = String(asObject(json.asset ?? {}, 'asset').version ?? 'missing');
  require(/^2(\.|$)/.test(version), () => `its asset.version is ${version.slice(0, 20)}, not 2.0`);
  const required = json.extensionsRequired;
  for (const name of Array.isArray(required) ? required : []) {
    require(UNDERSTOOD.has(String(name)) || others.includes(String(name)), () =>
      `it requires the extension ${String(name).slice(0, 60)}, which is not read${ADVICE[String(name)] ?? ''}`);
  }
}

const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...['KHR_mesh_quantization', 'EXT_meshopt_compression', 'KHR_meshopt_compression', 'KHR_texture_transform'],
  ...['KHR_materials_unlit', 'EXT_texture_webp', 'KHR_materials_emissive_strength'],
]);

const ADVICE: Readonly<Record<string, string>> = {
  KHR_texture_basisu: ': save its textures as PNG or JPEG instead of KTX2',
  KHR_draco_mesh_compression: ': import the folder, which unpacks it',
};
