// Shapes against the solids that they stand for.
import type { Mesh } from '@diorama/geometry';
import { describe, expect, test } from 'vitest';
import { boxMesh } from '../src/shapes/box-mesh.ts';
import { planeMesh } from '../src/shapes/plane-mesh.ts';
import { coneMesh, cylinderMesh } from '../src/shapes/round-mesh.ts';
import { sphereMesh } from '../src/shapes/sphere-mesh.ts';

/** Volumes of regular prisms and pyramids of 64 sides; the ball's is a little less than 4π/3. */
const POLYGON = 32 * Math.sin((2 * Math.PI) / 64);
const SHAPES: readonly [name: string, mesh: Mesh, volume: number, least: number[], greatest: number[]][] = [
  ['box', boxMesh(), 1, [-0.5, 0, -0.5], [0.5, 1, 0.5]],
  ['sphere', sphereMesh(), 4.17, [-1, 0, -1], [1, 2, 1]],
  ['cylinder', cylinderMesh(), POLYGON, [-1, 0, -1], [1, 1, 1]],
  ['cone', coneMesh(), POLYGON / 3, [-1, 0, -1], [1, 1, 1]],
];

describe.each(SHAPES)('%s', (_, mesh, volume, least, greatest) => {
  test('is closed, and its faces look outwards', () => {
    // The signed volumes of the tetrahedra on the origin add up only then.
    let sum = 0;
    const edges = new Map<string, number>();
    for (const [a, b, c] of triangles(mesh)) {
      sum +=
        (a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0])) /
        6;
      for (const [from, to] of [
        [a, b],
        [b, c],
        [c, a],
      ] as const) {
        const [p, q] = [from.map(round).join(), to.map(round).join()];
        if (p !== q)
          edges.set(
            p < q ? `${p} ${q}` : `${q} ${p}`,
            (edges.get(p < q ? `${p} ${q}` : `${q} ${p}`) ?? 0) + (p < q ? 1 : -1),
          );
      }
    }
    expect(sum).toBeCloseTo(volume, 2);
    expect([...edges.values()].every((count) => count === 0)).toBe(true);
  });

  test('fills its box', () => {
    for (const axis of [0, 1, 2]) {
      const parts = [...mesh.positions].filter((_, index) => index % 3 === axis);
      expect(Math.min(...parts)).toBeCloseTo(least[axis] ?? NaN, 6);
      expect(Math.max(...parts)).toBeCloseTo(greatest[axis] ?? NaN, 6);
    }
  });
});

const MESHES = [...SHAPES.map(([name, mesh]) => [name, mesh] as const), ['plane', planeMesh()] as const];

test.each(MESHES)('%s has normals of length 1 on the side of its faces', (_, mesh) => {
  for (const [a, b, c, normals] of triangles(mesh)) {
    const [u, v] = [minus(b, a), minus(c, a)];
    const face = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    for (const normal of normals) {
      expect(Math.hypot(...normal)).toBeCloseTo(1, 6);
      expect(normal.reduce((sum, part, axis) => sum + part * (face[axis] ?? 0), 0)).toBeGreaterThan(0);
    }
  }
});

type Point = [number, number, number];

function triangles({ positions, normals, indices }: Mesh): [Point, Point, Point, Point[]][] {
  const row = (parts: Float32Array, vertex: number): Point => [
    parts[3 * vertex] ?? NaN,
    parts[3 * vertex + 1] ?? NaN,
    parts[3 * vertex + 2] ?? NaN,
  ];
  return Array.from({ length: indices.length / 3 }, (_, triangle) => {
    const corners = [...indices.subarray(3 * triangle, 3 * triangle + 3)];
    const [a, b, c] = corners.map((vertex) => row(positions, vertex)) as [Point, Point, Point];
    return [a, b, c, corners.map((vertex) => row(normals, vertex))];
  });
}

function minus(a: Point, b: Point): Point {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function round(part: number): number {
  return Math.round(part * 1e5) / 1e5 + 0;
}
