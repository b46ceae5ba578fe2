// Turns the parts of a model into one mesh with a material for each stretch of triangles: what Blender calls a mesh.
import type { Material, ModelPart } from '@diorama/geometry';
import { allToBlender } from './axes.ts';

/** A mesh in Blender's axes. Rows of one vertex stand at the same index of every array. */
export interface JoinedMesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** (0, 0) is the bottom left of the image, as in Blender. */
  readonly uvs?: Float32Array;
  /** Linear red, green, blue, alpha; 65535 for 1. */
  readonly colors?: Uint16Array;
  readonly indices: Uint32Array;
  /** In the order of the triangles. */
  readonly stretches: readonly Stretch[];
}

/** Triangles of one material. */
export interface Stretch {
  readonly material: Material;
  /** Whether the vertex colors count. */
  readonly hasColors: boolean;
  readonly triangles: number;
}

export function joinParts(parts: readonly ModelPart[]): JoinedMesh {
  const vertices = sum(parts, ({ mesh }) => mesh.positions.length / 3);
  const hasUvs = parts.some(({ mesh }) => mesh.uvs !== undefined);
  const hasColors = parts.some(({ mesh }) => mesh.colors !== undefined);
  const positions = new Float32Array(3 * vertices);
  const normals = new Float32Array(3 * vertices);
  const uvs = new Float32Array(hasUvs ? 2 * vertices : 0);
  const colors = new Uint16Array(hasColors ? 4 * vertices : 0).fill(65535);
  const indices: Uint32Array[] = [];
  const stretches: Stretch[] = [];
  let first = 0;
  for (const { mesh, material } of parts) {
    positions.set(allToBlender(mesh.positions), 3 * first);
    normals.set(allToBlender(mesh.normals), 3 * first);
    if (mesh.uvs !== undefined) uvs.set(flipped(mesh.uvs), 2 * first);
    if (mesh.colors !== undefined) colors.set(mesh.colors, 4 * first);
    const triangles = trueTriangles(mesh.indices, first);
    indices.push(triangles);
    stretches.push({ material, hasColors: mesh.colors !== undefined, triangles: triangles.length / 3 });
    first += mesh.positions.length / 3;
  }
  return {
    positions,
    normals,
    ...(hasUvs && { uvs }),
    ...(hasColors && { colors }),
    indices: concatenated(indices),
    stretches,
  };
}

/** Blender counts v from the bottom of the image. */
function flipped(uvs: Float32Array): Float32Array {
  return uvs.map((part, index) => (index % 2 === 0 ? part : 1 - part));
}

/** Triangles over three different vertices: Blender refuses others. Indices are counted from `first`. */
function trueTriangles(indices: Uint32Array, first: number): Uint32Array {
  const kept = new Uint32Array(indices.length);
  let length = 0;
  for (let index = 0; index + 2 < indices.length; index += 3) {
    const a = indices[index] as number;
    const b = indices[index + 1] as number;
    const c = indices[index + 2] as number;
    if (a === b || b === c || c === a) continue;
    kept[length] = first + a;
    kept[length + 1] = first + b;
    kept[length + 2] = first + c;
    length += 3;
  }
  return kept.subarray(0, length);
}

function concatenated(arrays: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(sum(arrays, ({ length }) => length));
  let at = 0;
  for (const array of arrays) {
    all.set(array, at);
    at += array.length;
  }
  return all;
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}
