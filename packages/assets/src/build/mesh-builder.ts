// Collects vertices and triangles, and turns them into a mesh.
import type { LinearColor, Mesh, Vector3 } from '@diorama/geometry';

/** A mesh that grows. Rows of one vertex stand at the same index of every list. */
export interface MeshBuilder {
  readonly positions: number[];
  readonly normals: number[];
  /** Linear red, green, blue: three a vertex. */
  readonly colors: number[];
  readonly indices: number[];
}

export function createMeshBuilder(): MeshBuilder {
  return { positions: [], normals: [], colors: [], indices: [] };
}

/** Adds a vertex and gives its index. The normal may have any length but 0. */
export function addVertex(mesh: MeshBuilder, position: Vector3, normal: Vector3, color: LinearColor): number {
  const index = mesh.positions.length / 3;
  mesh.positions.push(position[0], position[1], position[2]);
  mesh.normals.push(normal[0], normal[1], normal[2]);
  mesh.colors.push(color[0], color[1], color[2]);
  return index;
}

export function addTriangle(mesh: MeshBuilder, a: number, b: number, c: number): void {
  mesh.indices.push(a, b, c);
}

/** Two triangles; a, b, c, d counter-clockwise seen from outside. */
export function addQuad(mesh: MeshBuilder, a: number, b: number, c: number, d: number): void {
  mesh.indices.push(a, b, c, a, c, d);
}

/** How a point and a direction are moved. */
export interface Placement {
  point(position: Vector3): Vector3;
  direction(normal: Vector3): Vector3;
}

/** Adds a copy of a mesh, moved if asked. The placement must keep handedness. */
export function appendMesh(mesh: MeshBuilder, added: MeshBuilder, placement?: Placement): void {
  const base = mesh.positions.length / 3;
  const { positions, normals, colors, indices } = added;
  if (placement === undefined) {
    appendNumbers(mesh.positions, positions);
    appendNumbers(mesh.normals, normals);
  } else {
    for (let index = 0; index < positions.length; index += 3) {
      const point = placement.point([positions[index]!, positions[index + 1]!, positions[index + 2]!]);
      const normal = placement.direction([normals[index]!, normals[index + 1]!, normals[index + 2]!]);
      mesh.positions.push(point[0], point[1], point[2]);
      mesh.normals.push(normal[0], normal[1], normal[2]);
    }
  }
  appendNumbers(mesh.colors, colors);
  for (let at = 0; at < indices.length; at += 1) mesh.indices.push(base + indices[at]!);
}

/** Plain: spread arguments overflow the stack, and iterators are slow in a process that has just started. */
function appendNumbers(numbers: number[], added: readonly number[]): void {
  for (let at = 0; at < added.length; at += 1) numbers.push(added[at]!);
}

/** Turns what looks along x so that it looks along z. */
export function turnToFront({ positions, normals }: MeshBuilder): void {
  for (const numbers of [positions, normals]) {
    for (let index = 0; index < numbers.length; index += 3) {
      const x = numbers[index]!;
      numbers[index] = -numbers[index + 2]!;
      numbers[index + 2] = x;
    }
  }
}

/** The finished mesh: normals of length 1, colors clipped to 0..1, triangles without area left out. */
export function finishMesh({ positions, normals, colors, indices }: MeshBuilder): Mesh {
  const finished = new Float32Array(normals.length);
  for (let index = 0; index < normals.length; index += 3) {
    const x = normals[index]!;
    const y = normals[index + 1]!;
    const z = normals[index + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z);
    finished[index] = length === 0 ? 0 : x / length;
    finished[index + 1] = length === 0 ? 1 : y / length;
    finished[index + 2] = length === 0 ? 0 : z / length;
  }
  const count = positions.length / 3;
  const packed = new Uint16Array(4 * count);
  for (let vertex = 0; vertex < count; vertex += 1) {
    packed[4 * vertex] = pack(colors[3 * vertex]!);
    packed[4 * vertex + 1] = pack(colors[3 * vertex + 1]!);
    packed[4 * vertex + 2] = pack(colors[3 * vertex + 2]!);
    packed[4 * vertex + 3] = 65535;
  }
  const places = new Float32Array(positions);
  return { positions: places, normals: finished, colors: packed, indices: withoutSlivers(places, indices) };
}

function pack(part: number): number {
  return Math.round(65535 * Math.max(0, Math.min(1, part)));
}

/** Triangles whose corners coincide after rounding are no triangles. */
function withoutSlivers(positions: Float32Array, indices: readonly number[]): Uint32Array {
  const kept = new Uint32Array(indices.length);
  let count = 0;
  const same = (a: number, b: number) =>
    positions[3 * a] === positions[3 * b] &&
    positions[3 * a + 1] === positions[3 * b + 1] &&
    positions[3 * a + 2] === positions[3 * b + 2];
  for (let at = 0; at < indices.length; at += 3) {
    const a = indices[at]!;
    const b = indices[at + 1]!;
    const c = indices[at + 2]!;
    if (same(a, b) || same(b, c) || same(c, a)) continue;
    kept[count] = a;
    kept[count + 1] = b;
    kept[count + 2] = c;
    count += 3;
  }
  return kept.slice(0, count);
}
