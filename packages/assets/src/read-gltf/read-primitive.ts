// Turns a primitive of a mesh at its place into a part of a model.
import type { Mesh, ModelPart, Vector3 } from '@diorama/geometry';
import { cross, length, subtract, unit } from '../build/vectors.ts';
import type { Numbers } from './buffers.ts';
import { LIMITS, require } from './gltf-fault.ts';
import { asObject, type JsonObject, listOf, numberOf } from './json-access.ts';
import { applyToNormal, applyToPoint, determinant, type Matrix } from './matrix.ts';
import { type MaterialContext, type ReadMaterial, readMaterial } from './read-material.ts';

/** The map of each vertex to the world: one for all, or by its joints. */
export type VertexMap = (vertex: number) => Matrix;

/** Joints and weights, four a vertex, of one primitive. */
export interface Weights {
  readonly joints: Float64Array;
  readonly weights: Float64Array;
}

/** Undefined for what is not made of triangles. `mapOf` gives the maps of the primitive's vertices. */
export function readPrimitive(
  ctx: MaterialContext,
  primitive: JsonObject,
  mapOf: (weights: Weights | undefined) => VertexMap,
): ModelPart | undefined {
  const mode = numberOf(primitive, 'mode', 4);
  if (mode < 4 || mode > 6) {
    ctx.note('points and lines are left out');
    return undefined;
  }
  if (listOf(primitive, 'targets').length > 0) ctx.note('morph targets are left out');
  const attributes = asObject(primitive.attributes, 'attributes');
  const positions = attribute(ctx, attributes, 'POSITION', [3]);
  if (positions === undefined) {
    ctx.note('a primitive without positions is left out');
    return undefined;
  }
  const same = (numbers: Numbers | undefined, name: string) => {
    require(numbers === undefined || numbers.count === positions.count, () =>
      `${name} has ${numbers?.count} elements, and POSITION ${positions.count}`);
    return numbers;
  };
  const normals = same(attribute(ctx, attributes, 'NORMAL', [3]), 'NORMAL');
  const colors = same(attribute(ctx, attributes, 'COLOR_0', [3, 4]), 'COLOR_0');
  const joints = same(attribute(ctx, attributes, 'JOINTS_0', [4]), 'JOINTS_0');
  const weights = same(attribute(ctx, attributes, 'WEIGHTS_0', [4]), 'WEIGHTS_0');
  const look = readMaterial(ctx, primitive.material);
  const set = look.coordinates === undefined ? undefined : `TEXCOORD_${look.coordinates.set}`;
  const uvs = set === undefined ? undefined : same(attribute(ctx, attributes, set, [2]), set);
  const map = mapOf(
    joints === undefined || weights === undefined ? undefined : { joints: joints.values, weights: weights.values },
  );
  const corners = triangleCorners(ctx, primitive, mode, positions.count);
  const places = Array.from({ length: positions.count }, (_, vertex) =>
    applyToPoint(map(vertex), vectorAt(positions, vertex)),
  );
  for (const place of places)
    require(place.every((part) => Math.abs(part) < 1e15), () => 'a node moves a vertex out of all bounds');
  if (positions.count > 0 && determinant(map(0)) < 0) turnAround(corners);
  const kept = withoutFlat(corners, places);
  if (kept.length === 0) return undefined;
  const material = uvs === undefined ? withoutTexture(look.material) : look.material;
  const source = { places, normals, colors, uvs, look, map };
  const mesh = normals === undefined ? flatMesh(kept, source) : smoothMesh(kept, source);
  return { mesh, material };
}

interface Source {
  readonly places: readonly Vector3[];
  readonly normals: Numbers | undefined;
  readonly colors: Numbers | undefined;
  readonly uvs: Numbers | undefined;
  readonly look: ReadMaterial;
  readonly map: VertexMap;
}

function attribute(
  { buffers }: MaterialContext,
  attributes: JsonObject,
  name: string,
  widths: readonly number[],
): Numbers | undefined {
  if (attributes[name] === undefined) return undefined;
  const numbers = buffers.numbers(attributes[name], name);
  require(widths.includes(numbers.width), () => `${name} has ${numbers.width} numbers a vertex`);
  return numbers;
}

/** Three vertices a triangle; strips and fans are taken apart (glTF 2.0 §3.7.2.1). */
function triangleCorners(
  { buffers, note }: MaterialContext,
  primitive: JsonObject,
  mode: number,
  count: number,
): number[] {
  const indices = primitive.indices === undefined ? undefined : buffers.numbers(primitive.indices, 'an index list');
  require(indices === undefined || indices.width === 1, () => 'an index list is not made of single numbers');
  const total = indices?.count ?? count;
  require(total <= 3 * LIMITS.elements, () => `it has ${total} indices, more than are read`);
  const at = (place: number): number => {
    const index = indices === undefined ? place : indices.values[place]!;
    require(Number.isInteger(index) && 0 <= index && index < count, () =>
      `index ${index} is out of the ${count} vertices`);
    return index;
  };
  const corners: number[] = [];
  if (mode === 4) {
    if (total % 3 !== 0) note('a last triangle without all its corners is left out');
    for (let place = 0; place + 2 < total; place += 3) corners.push(at(place), at(place + 1), at(place + 2));
  } else {
    for (let place = 0; place + 2 < total; place += 1) {
      const isOdd = place % 2 === 1;
      if (mode === 6) corners.push(at(place + 1), at(place + 2), at(0));
      else corners.push(at(place), at(place + (isOdd ? 2 : 1)), at(place + (isOdd ? 1 : 2)));
    }
  }
  return corners;
}

/** A mirror turns the triangles' outside in. */
function turnAround(corners: number[]): void {
  for (let at = 0; at < corners.length; at += 3)
    [corners[at + 1], corners[at + 2]] = [corners[at + 2]!, corners[at + 1]!];
}

/** Triangles without any area show nothing and have no normal. */
function withoutFlat(corners: readonly number[], places: readonly Vector3[]): number[] {
  const kept: number[] = [];
  for (let at = 0; at < corners.length; at += 3) {
    const [a, b, c] = [corners[at]!, corners[at + 1]!, corners[at + 2]!];
    if (length(faceNormal(places, a, b, c)) > 0) kept.push(a, b, c);
  }
  return kept;
}

function faceNormal(places: readonly Vector3[], a: number, b: number, c: number): Vector3 {
  return unit(cross(subtract(places[b]!, places[a]!), subtract(places[c]!, places[a]!)));
}

/** The file's own vertices and normals. */
function smoothMesh(corners: readonly number[], source: Source): Mesh {
  const { places, normals, map } = source;
  return gather(
    places.map((_, vertex) => vertex),
    corners,
    source,
    (vertex) => {
      const normal = unit(applyToNormal(map(vertex), vectorAt(normals!, vertex)));
      return length(normal) === 0 ? [0, 1, 0] : normal;
    },
  );
}

/** Without normals each triangle is flat (glTF 2.0 §3.7.2.1), with vertices of its own. */
function flatMesh(corners: readonly number[], source: Source): Mesh {
  const own = corners.map((_, place) => place);
  return gather(corners, own, source, (_, place) => {
    const first = place - (place % 3);
    return faceNormal(source.places, corners[first]!, corners[first + 1]!, corners[first + 2]!);
  });
}

function gather(
  vertices: readonly number[],
  indices: readonly number[],
  { places, colors, uvs, look }: Source,
  normalOf: (vertex: number, place: number) => Vector3,
): Mesh {
  const count = vertices.length;
  const positions = new Float32Array(3 * count);
  const normals = new Float32Array(3 * count);
  const hasColors = colors !== undefined || (look.alpha < 1 && look.material.alphaCutoff !== undefined);
  const packed = hasColors ? new Uint16Array(4 * count) : undefined;
  const coordinates = uvs === undefined ? undefined : new Float32Array(2 * count);
  vertices.forEach((vertex, place) => {
    positions.set(places[vertex]!, 3 * place);
    normals.set(normalOf(vertex, place), 3 * place);
    if (packed !== undefined) packed.set(colorAt(colors, vertex, look.alpha), 4 * place);
    if (coordinates !== undefined && uvs !== undefined && look.coordinates !== undefined) {
      coordinates.set(look.coordinates.place(uvs.values[2 * vertex]!, uvs.values[2 * vertex + 1]!), 2 * place);
    }
  });
  return {
    positions,
    normals,
    ...(coordinates === undefined ? {} : { uvs: coordinates }),
    ...(packed === undefined ? {} : { colors: packed }),
    indices: Uint32Array.from(indices),
  };
}

function colorAt(colors: Numbers | undefined, vertex: number, alpha: number): readonly number[] {
  const part = (index: number) => (colors === undefined ? 1 : (colors.values[vertex * colors.width + index] ?? 1));
  const own = colors?.width === 4 ? part(3) : 1;
  return [part(0), part(1), part(2), own * alpha].map((value) => Math.round(65535 * Math.max(0, Math.min(1, value))));
}

function withoutTexture({ texture: _, ...material }: ReadMaterial['material']): ReadMaterial['material'] {
  return material;
}

function vectorAt({ values }: Numbers, vertex: number): Vector3 {
  return [values[3 * vertex]!, values[3 * vertex + 1]!, values[3 * vertex + 2]!];
}
