// Turns a hierarchy of nodes into where each mesh stands; refuses circles and nodes with two parents.
import { LIMITS, require } from './gltf-fault.ts';
import { countOf, entryOf, isIndex, type JsonObject, listOf } from './json-access.ts';
import { IDENTITY, type Matrix, matrixOf, multiply } from './matrix.ts';
import type { NodeMotion } from './read-clips.ts';

/** A mesh at its place. */
export interface PlacedMesh {
  readonly mesh: number;
  readonly skin?: number;
  readonly matrix: Matrix;
}

export interface NodeTree {
  readonly meshes: readonly PlacedMesh[];
  /** The map of each node to the world, by its index; of those that the scene reaches. */
  readonly worlds: ReadonlyMap<number, Matrix>;
}

/** `motions` move nodes away from their rest. */
export function readNodes(json: JsonObject, motions: ReadonlyMap<number, NodeMotion> = AT_REST): NodeTree {
  const nodes = listOf(json, 'nodes');
  require(nodes.length <= LIMITS.nodes, () =>
    `it has ${nodes.length} nodes, more than the ${LIMITS.nodes} that are read`);
  const worlds = new Map<number, Matrix>();
  const meshes: PlacedMesh[] = [];
  const waiting = rootsOf(json, nodes)
    .map((node) => ({ node, parent: IDENTITY, depth: 0 }))
    .reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, parent, depth } = next;
    const entry = entryOf(nodes, node, 'node');
    const index = node as number;
    require(!worlds.has(index), () => `node ${index} is its own ancestor or has two parents`);
    require(depth <= LIMITS.depth, () => `its nodes are more than ${LIMITS.depth} deep`);
    const moved = motions.get(index);
    const matrix = multiply(parent, matrixOf(moved === undefined ? entry : { ...withoutMatrix(entry), ...moved }));
    worlds.set(index, matrix);
    if (entry.mesh !== undefined) {
      const mesh = countOf(entry, 'mesh');
      meshes.push(entry.skin === undefined ? { mesh, matrix } : { mesh, matrix, skin: countOf(entry, 'skin') });
    }
    const children = listOf(entry, 'children');
    for (let at = children.length - 1; at >= 0; at -= 1)
      waiting.push({ node: children[at], parent: matrix, depth: depth + 1 });
    require(waiting.length <= LIMITS.nodes, () => 'its nodes name more children than there are nodes');
  }
  return { meshes, worlds };
}

const AT_REST: ReadonlyMap<number, NodeMotion> = new Map();

/** A node that moves has no matrix (glTF 2.0 §3.5.3); one that has does not keep it. */
function withoutMatrix({ matrix: _, ...entry }: JsonObject): JsonObject {
  return entry;
}

/** Of the default scene, else of the first; without scenes, all nodes that are nobody's children. */
function rootsOf(json: JsonObject, nodes: readonly unknown[]): readonly unknown[] {
  const scenes = listOf(json, 'scenes');
  if (scenes.length > 0) return listOf(entryOf(scenes, json.scene ?? 0, 'scene'), 'nodes');
  const children = new Set(
    nodes.flatMap((_, index) => listOf(entryOf(nodes, index, 'node'), 'children').filter(isIndex)),
  );
  return nodes.flatMap((_, index) => (children.has(index) ? [] : [index]));
}
