// Turns a mesh into one of fewer triangles that looks the same from further away.
import { MeshoptSimplifier } from 'meshoptimizer/simplifier';
import { createMeshBuilder, type MeshBuilder } from './mesh-builder.ts';

// WebAssembly: once it has started, the same numbers on every engine. It takes a millisecond.
await MeshoptSimplifier.ready;

/**
 * Collapses edges until at most `triangles` are left, or no edge can go without changing what hangs together with what.
 * Shape, normals and colors are kept as well as may be; the lowest and the highest vertex stay where they are.
 */
export function simplifyMesh(mesh: MeshBuilder, triangles: number): MeshBuilder {
  if (mesh.indices.length <= 3 * triangles) return mesh;
  const count = mesh.positions.length / 3;
  const indices = new Uint32Array(mesh.indices);
  const positions = new Float32Array(mesh.positions);
  const attributes = attributesOf(mesh, count);
  const { lowest, highest, locked } = extremes(positions);
  const [least, greatest] = [positions[lowest]!, positions[highest]!];
  const [length] = MeshoptSimplifier.simplifyWithUpdate(
    indices,
    positions,
    3,
    attributes,
    ATTRIBUTES,
    WEIGHTS,
    locked,
    3 * Math.floor(triangles),
    1,
  );
  // What has moved may have moved beyond them.
  for (let at = 1; at < positions.length; at += 3) positions[at] = Math.max(least, Math.min(greatest, positions[at]!));
  return collect(indices.subarray(0, length), positions, attributes);
}

/** Normal and color. */
const ATTRIBUTES = 6;
/** What a change of a normal or of a color costs, against a move by the size of the whole mesh. */
const WEIGHTS = [0.12, 0.12, 0.12, 0.3, 0.3, 0.3];

function attributesOf({ normals, colors }: MeshBuilder, count: number): Float32Array {
  const attributes = new Float32Array(ATTRIBUTES * count);
  for (let vertex = 0; vertex < count; vertex += 1) {
    const from = 3 * vertex;
    const to = ATTRIBUTES * vertex;
    const x = normals[from]!;
    const y = normals[from + 1]!;
    const z = normals[from + 2]!;
    const length = Math.sqrt(x * x + y * y + z * z) || 1;
    attributes[to] = x / length;
    attributes[to + 1] = y / length;
    attributes[to + 2] = z / length;
    attributes[to + 3] = colors[from]!;
    attributes[to + 4] = colors[from + 1]!;
    attributes[to + 5] = colors[from + 2]!;
  }
  return attributes;
}

/** Where the heights of the lowest and the highest vertex are; `locked` is 1 for these two, which must not move. */
function extremes(positions: Float32Array): {
  readonly lowest: number;
  readonly highest: number;
  readonly locked: Uint8Array;
} {
  let lowest = 1;
  let highest = 1;
  for (let at = 1; at < positions.length; at += 3) {
    if (positions[at]! < positions[lowest]!) lowest = at;
    if (positions[at]! > positions[highest]!) highest = at;
  }
  const locked = new Uint8Array(positions.length / 3);
  locked[(lowest - 1) / 3] = 1;
  locked[(highest - 1) / 3] = 1;
  return { lowest, highest, locked };
}

/** The vertices that triangles still use, in the order in which they use them. */
function collect(indices: Uint32Array, positions: Float32Array, attributes: Float32Array): MeshBuilder {
  const made = createMeshBuilder();
  const places = new Int32Array(positions.length / 3).fill(-1);
  let count = 0;
  for (let corner = 0; corner < indices.length; corner += 1) {
    const vertex = indices[corner]!;
    if (places[vertex] === -1) {
      places[vertex] = count;
      count += 1;
      const at = ATTRIBUTES * vertex;
      made.positions.push(positions[3 * vertex]!, positions[3 * vertex + 1]!, positions[3 * vertex + 2]!);
      made.normals.push(attributes[at]!, attributes[at + 1]!, attributes[at + 2]!);
      made.colors.push(attributes[at + 3]!, attributes[at + 4]!, attributes[at + 5]!);
    }
    made.indices.push(places[vertex]!);
  }
  return made;
}
