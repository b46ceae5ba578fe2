// Triangles over shared vertices: what every renderer draws.

/**
 * An indexed triangle mesh. Triangles are counter-clockwise seen from outside; rows of one vertex stand at the same index of
 * every array (glTF 2.0 §3.7.2).
 */
export interface Mesh {
  /** x, y, z of each vertex, metres (or shares of a height of 1, for what is scaled to its height). */
  readonly positions: Float32Array;
  /** x, y, z of each vertex, of length 1. */
  readonly normals: Float32Array;
  /** u, v of each vertex; (0, 0) is the top left of the image, as in glTF. There where the material has a texture. */
  readonly uvs?: Float32Array;
  /** Linear red, green, blue, alpha of each vertex, 65535 for 1; they multiply the material's color. */
  readonly colors?: Uint16Array;
  /** Three vertices a triangle, each less than the number of vertices. */
  readonly indices: Uint32Array;
}

/** The least and the greatest corner of what a mesh fills; undefined for a mesh without vertices. */
export function meshBounds({ positions }: Mesh): Bounds | undefined {
  if (positions.length === 0) return undefined;
  const least: [number, number, number] = [Infinity, Infinity, Infinity];
  const greatest: [number, number, number] = [-Infinity, -Infinity, -Infinity];
  for (let index = 0; index < positions.length; index += 3) {
    for (let axis = 0; axis < 3; axis += 1) {
      const part = positions[index + axis] as number;
      if (part < (least[axis] as number)) least[axis] = part;
      if (part > (greatest[axis] as number)) greatest[axis] = part;
    }
  }
  return { least, greatest };
}

/** An axis-aligned box by two corners. */
export interface Bounds {
  readonly least: readonly [x: number, y: number, z: number];
  readonly greatest: readonly [x: number, y: number, z: number];
}
