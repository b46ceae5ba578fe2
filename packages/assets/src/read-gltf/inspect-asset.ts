// Turns the bytes of a glTF file into what an import wants to know of it: its shape in its own units, its joints, its clips.
import type { FileId, Outcome } from '@diorama/diagnostics';
import type { Model, Vector3 } from '@diorama/geometry';
import { unreadableAsset } from '../problems/unreadable-asset.ts';
import { openBuffers } from './buffers.ts';
import { GltfFault } from './gltf-fault.ts';
import { asObject, extensionOf, type JsonObject, listOf } from './json-access.ts';
import { parseContainer } from './parse-container.ts';
import { readFigure, saysOfItself } from './read-asset.ts';
import { type Clip, listClips } from './read-clips.ts';
import { readNodes } from './read-nodes.ts';
import type { ReadResource } from './read-resource.ts';

export interface AssetFacts {
  /** At rest, in the file's own units and axes. */
  readonly model: Model;
  readonly joints: readonly AssetJoint[];
  readonly clips: readonly Clip[];
  /** `asset.copyright` */
  readonly copyright?: string;
  /** `asset.extras`, where exporters and shops say who made a model, where it is from and what may be done with it. */
  readonly extras: { readonly author?: string; readonly licence?: string; readonly source?: string };
}

/** A bone of a skeleton, at rest. */
export interface AssetJoint {
  readonly name: string;
  /** In the file's own units and axes. */
  readonly position: Vector3;
}

/** The value is undefined where an error is reported. Never throws. */
export function inspectAsset(file: FileId, bytes: Uint8Array, read: ReadResource): Outcome<AssetFacts | undefined> {
  const { value, diagnostics } = readFigure(file, bytes, read);
  if (value === undefined) return { value, diagnostics };
  try {
    const { json, binary } = parseContainer(bytes);
    const { copyright } = saysOfItself(json);
    const facts: AssetFacts = {
      ...(copyright === undefined ? {} : { copyright }),
      model: value.model,
      joints: listJoints(json),
      clips: listClips(json, openBuffers(json, binary, read)),
      extras: readExtras(json),
    };
    return { value: facts, diagnostics };
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    return { value: undefined, diagnostics: [unreadableAsset(file, error.message), ...diagnostics] };
  }
}

/** What is in a file and is never drawn: `2 cameras`. Of packed files as well: only their JSON is looked at. */
export function unusedIn(bytes: Uint8Array): readonly string[] {
  try {
    return listUnused(parseContainer(bytes, ['KHR_draco_mesh_compression']).json);
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    return [];
  }
}

function listJoints(json: JsonObject): readonly AssetJoint[] {
  const nodes = listOf(json, 'nodes');
  const { worlds } = readNodes(json);
  const joints = new Set(listOf(json, 'skins').flatMap((skin) => listOf(asObject(skin, 'skin'), 'joints')));
  return [...joints].flatMap((joint) => {
    const world = worlds.get(joint as number);
    if (world === undefined) return [];
    const { name } = asObject(nodes[joint as number], 'joint');
    return [{ name: typeof name === 'string' ? name : '', position: [world[12]!, world[13]!, world[14]!] }];
  });
}

/** Of what materials leave out, and of points and morph targets, reading itself tells. */
function listUnused(json: JsonObject): readonly string[] {
  const unused: string[] = [];
  const cameras = listOf(json, 'cameras').length;
  if (cameras > 0) unused.push(cameras === 1 ? 'a camera' : `${cameras} cameras`);
  const lights = listOf(extensionOf(json, 'KHR_lights_punctual') ?? {}, 'lights').length;
  if (lights > 0) unused.push(lights === 1 ? 'a lamp' : `${lights} lamps`);
  const materials = listOf(json, 'materials').map((one) => asObject(one, 'material'));
  for (const [name, what] of Object.entries(SURFACES)) {
    const uses = (material: JsonObject) => material[name] !== undefined || surfaceOf(material)[name] !== undefined;
    if (materials.some(uses)) unused.push(what);
  }
  for (const name of listOf(json, 'extensionsUsed')) {
    if (typeof name === 'string' && !KNOWN.has(name)) unused.push(`the extension ${name.slice(0, 60)}`);
  }
  return unused;
}

function surfaceOf(material: JsonObject): JsonObject {
  return material.pbrMetallicRoughness === undefined ? {} : asObject(material.pbrMetallicRoughness, 'material');
}

const SURFACES: Readonly<Record<string, string>> = {
  normalTexture: 'textures of bumps',
  occlusionTexture: 'textures of shade',
  metallicRoughnessTexture: 'textures of roughness and metal',
};

/** Read, unpacked by the import, or told of elsewhere. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['KHR_mesh_quantization', 'EXT_meshopt_compression', 'KHR_meshopt_compression', 'KHR_texture_transform'],
  ...['KHR_materials_unlit', 'KHR_materials_emissive_strength', 'KHR_lights_punctual', 'KHR_draco_mesh_compression'],
]);

/** The words that Sketchfab writes, and others after it. */
function readExtras(json: JsonObject): AssetFacts['extras'] {
  const { extras } = asObject(json.asset ?? {}, 'asset');
  if (typeof extras !== 'object' || extras === null || Array.isArray(extras)) return {};
  const text = (...names: readonly string[]) => {
    const found = names.map((name) => (extras as JsonObject)[name]).find((value) => typeof value === 'string');
    return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, 400) : undefined;
  };
  const [author, licence, source] = [text('author', 'creator'), text('license', 'licence'), text('source', 'url')];
  return {
    ...(author === undefined ? {} : { author }),
    ...(licence === undefined ? {} : { licence }),
    ...(source === undefined ? {} : { source }),
  };
}
