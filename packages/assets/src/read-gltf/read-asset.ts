// Turns the bytes of a glTF file into a model of height 1; whatever is wrong with them becomes a diagnostic.
import type { Diagnostic, FileId, Outcome } from '@diorama/diagnostics';
import type { Model, ModelPart, Vector3 } from '@diorama/geometry';
import { cross, dot } from '../build/vectors.ts';
import { heightOf, normalizeModel, type Standing } from '../normalize-model.ts';
import { assetNote } from '../problems/asset-note.ts';
import { unreadableAsset } from '../problems/unreadable-asset.ts';
import { type Buffers, openBuffers } from './buffers.ts';
import { GltfFault, LIMITS, require } from './gltf-fault.ts';
import { asObject, entryOf, type JsonObject, listOf } from './json-access.ts';
import { type Matrix, multiply } from './matrix.ts';
import { parseContainer } from './parse-container.ts';
import { sampleClip } from './read-clips.ts';
import { type PlacedMesh, readNodes } from './read-nodes.ts';
import { readPrimitive, type VertexMap, type Weights } from './read-primitive.ts';
import type { ReadResource } from './read-resource.ts';

/** How a file's axes lie; glTF says front +Z, up +Y. */
export interface Orientation {
  readonly front: Axis;
  readonly up: Axis;
  readonly standing: Standing;
}

export type Axis = '+X' | '-X' | '+Y' | '-Y' | '+Z' | '-Z';

export const ORIENTATION_DEFAULTS: Orientation = Object.freeze({ front: '+Z', up: '+Y', standing: 'whole' });

/** A model, and what its file says of itself. */
export interface ReadAsset {
  readonly model: Model;
  /** `asset.copyright` */
  readonly copyright?: string;
  /** `asset.generator` */
  readonly generator?: string;
}

/** A moment of one of a file's animations. */
export interface ClipMoment {
  /** Its index. */
  readonly clip: number;
  /** 0..1 */
  readonly phase: number;
}

/**
 * Reads glTF 2.0, binary or JSON, at its rest pose: nodes and skins applied, height 1, base at the origin. The value is undefined
 * where an error is reported. Never throws, and takes no more memory than the file's own bytes and `LIMITS` allow.
 */
export function readAsset(
  file: FileId,
  bytes: Uint8Array,
  read: ReadResource,
  orientation: Partial<Orientation> = {},
): Outcome<ReadAsset | undefined> {
  const { value, diagnostics } = readFigure(file, bytes, read, orientation);
  if (value === undefined) return { value, diagnostics };
  const model = normalizeModel(value.model, { ...ORIENTATION_DEFAULTS, ...orientation });
  if (isUpright(model)) return { value: { ...value, model }, diagnostics };
  return { value: undefined, diagnostics: [unreadableAsset(file, 'it has no height'), ...diagnostics] };
}

/** Like {@link readAsset}, in the size and at the place that the file has, and at a moment of a clip if one is given. */
export function readFigure(
  file: FileId,
  bytes: Uint8Array,
  read: ReadResource,
  orientation: Partial<Orientation> = {},
  moment?: ClipMoment,
): Outcome<ReadAsset | undefined> {
  const notes = new Set<string>();
  const told = (): Diagnostic[] => [...notes].map((fact) => assetNote(file, fact));
  try {
    const { json, binary } = parseContainer(bytes);
    const buffers = openBuffers(json, binary, read);
    const parts = readParts(json, buffers, read, (fact) => notes.add(fact), moment);
    require(parts.length > 0, () => 'there is no triangle with an area in it');
    const axes = { ...ORIENTATION_DEFAULTS, ...orientation };
    const model = { parts: parts.map((part) => turned(part, axes)) };
    const height = heightOf(model);
    require(height > 0 && Number.isFinite(height), () => 'it has no height');
    return { value: { model, ...saysOfItself(json) }, diagnostics: told() };
  } catch (error) {
    if (!(error instanceof GltfFault)) throw error;
    return { value: undefined, diagnostics: [unreadableAsset(file, error.message), ...told()] };
  }
}

function readParts(
  json: JsonObject,
  buffers: Buffers,
  read: ReadResource,
  note: (fact: string) => void,
  moment: ClipMoment | undefined,
): readonly ModelPart[] {
  const ctx = { json, buffers, read, note };
  const motions = moment && sampleClip(json, buffers, moment.clip, moment.phase);
  const { meshes, worlds } = readNodes(json, motions);
  const parts: ModelPart[] = [];
  let [primitives, vertices] = [0, 0];
  for (const placed of meshes) {
    const entry = entryOf(listOf(json, 'meshes'), placed.mesh, 'mesh');
    for (const primitive of listOf(entry, 'primitives')) {
      primitives += 1;
      require(primitives <= LIMITS.primitives, () => `it draws more than ${LIMITS.primitives} primitives`);
      const part = readPrimitive(ctx, asObject(primitive, 'primitive'), (weights) =>
        vertexMap(json, buffers, placed, worlds, weights),
      );
      if (part === undefined) continue;
      vertices += part.mesh.indices.length;
      require(vertices <= 3 * LIMITS.elements, () => `it draws more than ${LIMITS.elements} triangles`);
      parts.push(part);
    }
  }
  return parts;
}

/** A skinned vertex goes where its joints go (glTF 2.0 §3.7.3.3); the node of the mesh does not count then. */
function vertexMap(
  json: JsonObject,
  buffers: Buffers,
  { skin, matrix }: PlacedMesh,
  worlds: ReadonlyMap<number, Matrix>,
  weights: Weights | undefined,
): VertexMap {
  if (skin === undefined || weights === undefined) return () => matrix;
  const entry = entryOf(listOf(json, 'skins'), skin, 'skin');
  const joints = listOf(entry, 'joints');
  const inverse =
    entry.inverseBindMatrices === undefined
      ? undefined
      : buffers.numbers(entry.inverseBindMatrices, 'inverseBindMatrices');
  require(inverse === undefined || (inverse.width === 16 && inverse.count >= joints.length), () =>
    `skin ${skin} has not a matrix for each joint`);
  const maps = joints.map((joint, index) => {
    const world = worlds.get(joint as number);
    require(world !== undefined, () => `joint ${index} of skin ${skin} is no node of the scene`);
    return inverse === undefined ? world : multiply(world, [...inverse.values.subarray(16 * index, 16 * index + 16)]);
  });
  return (vertex) => {
    const sum = new Array<number>(16).fill(0);
    let total = 0;
    for (let slot = 0; slot < 4; slot += 1) {
      const weight = weights.weights[4 * vertex + slot]!;
      if (weight <= 0) continue;
      const joint = weights.joints[4 * vertex + slot]!;
      const map = maps[joint];
      require(map !== undefined, () => `joint ${joint} is out of the ${maps.length} of skin ${skin}`);
      for (let at = 0; at < 16; at += 1) sum[at]! += weight * map[at]!;
      total += weight;
    }
    return total > 0 ? sum.map((part) => part / total) : matrix;
  };
}

function turned(part: ModelPart, { front, up }: Orientation): ModelPart {
  if (front === '+Z' && up === '+Y') return part;
  const [z, y] = [AXES[front], AXES[up]];
  const x = cross(y, z);
  const turn = (numbers: Float32Array): Float32Array => {
    const out = new Float32Array(numbers.length);
    for (let at = 0; at < numbers.length; at += 3) {
      const one: Vector3 = [numbers[at]!, numbers[at + 1]!, numbers[at + 2]!];
      out.set([dot(one, x), dot(one, y), dot(one, z)], at);
    }
    return out;
  };
  const { mesh } = part;
  return { ...part, mesh: { ...mesh, positions: turn(mesh.positions), normals: turn(mesh.normals) } };
}

export const AXES: Readonly<Record<Axis, Vector3>> = {
  '+X': [1, 0, 0],
  '-X': [-1, 0, 0],
  '+Y': [0, 1, 0],
  '-Y': [0, -1, 0],
  '+Z': [0, 0, 1],
  '-Z': [0, 0, -1],
};

/** Finite everywhere, and of height 1: a flat sheet on the ground has no height to bring to 1. */
function isUpright({ parts }: Model): boolean {
  let top = -Infinity;
  for (const { mesh } of parts) {
    for (let at = 1; at < mesh.positions.length; at += 3) top = Math.max(top, mesh.positions[at]!);
    if (!mesh.positions.every(Number.isFinite)) return false;
  }
  return Math.abs(top - 1) < 1e-3;
}

/** What `asset` says. */
export function saysOfItself(json: JsonObject): { copyright?: string; generator?: string } {
  const asset = asObject(json.asset ?? {}, 'asset');
  const text = (name: string) => (typeof asset[name] === 'string' ? asset[name].slice(0, 400) : undefined);
  const [copyright, generator] = [text('copyright'), text('generator')];
  return { ...(copyright === undefined ? {} : { copyright }), ...(generator === undefined ? {} : { generator }) };
}
