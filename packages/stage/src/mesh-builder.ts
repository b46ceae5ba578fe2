// Collects vertices and triangles into a mesh.
import type { Mesh } from '@diorama/geometry';

/** Grows a mesh vertex by vertex. */
export interface MeshBuilder {
  /** Adds a vertex and gives its index; the normal has length 1. */
  vertex(position: readonly number[], normal: readonly number[], uv: readonly number[]): number;
  /** Counter-clockwise seen from outside. */
  triangle(a: number, b: number, c: number): void;
  /** Two triangles; corners counter-clockwise seen from outside. */
  quad(a: number, b: number, c: number, d: number): void;
  finish(): Mesh & { readonly uvs: Float32Array };
}

export function createMeshBuilder(): MeshBuilder {
  const positions: number[] = [];
  const normals: number[] = [];
  const uvs: number[] = [];
  const indices: number[] = [];
  const triangle = (a: number, b: number, c: number): void => {
    indices.push(a, b, c);
  };
  return {
    vertex([x = 0, y = 0, z = 0], [nx = 0, ny = 0, nz = 0], [u = 0, v = 0]) {
      positions.push(x, y, z);
      normals.push(nx, ny, nz);
      uvs.push(u, v);
      return positions.length / 3 - 1;
    },
    triangle,
    quad(a, b, c, d) {
      triangle(a, b, c);
      triangle(a, c, d);
    },
    finish: () => ({
      positions: Float32Array.from(positions),
      normals: Float32Array.from(normals),
      uvs: Float32Array.from(uvs),
      indices: Uint32Array.from(indices),
    }),
  };
}
