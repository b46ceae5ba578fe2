// Turns a model into points that are spread evenly over its surface: what all judgements by shape look at.
import type { Model } from '@diorama/geometry';

/** x, y, z of each point, in order of the model's triangles. The same model gives the same points. */
export function sampleSurface(model: Model, count: number): Float64Array {
  const triangles = listTriangles(model);
  const total = triangles.reduce((sum, { area }) => sum + area, 0);
  const points = new Float64Array(3 * count);
  if (!(total > 0)) return points;
  let [index, passed] = [0, 0];
  for (let place = 0; place < count; place += 1) {
    const wanted = ((place + 0.5) / count) * total;
    while (index < triangles.length - 1 && passed + triangles[index]!.area < wanted) {
      passed += triangles[index]!.area;
      index += 1;
    }
    // Two irrational steps fill a square evenly; its upper half is folded onto the triangle.
    let [u, v] = [(place * 0.7548776662466927) % 1, (place * 0.5698402909980532) % 1];
    if (u + v > 1) [u, v] = [1 - u, 1 - v];
    const { positions, corners } = triangles[index]!;
    const [a, b, c] = corners;
    for (let axis = 0; axis < 3; axis += 1) {
      const from = positions[3 * a + axis]!;
      points[3 * place + axis] = from + u * (positions[3 * b + axis]! - from) + v * (positions[3 * c + axis]! - from);
    }
  }
  return points;
}

interface Triangle {
  readonly positions: Float32Array;
  readonly corners: readonly [number, number, number];
  readonly area: number;
}

function listTriangles({ parts }: Model): readonly Triangle[] {
  return parts.flatMap(({ mesh: { positions, indices } }) => {
    const triangles: Triangle[] = [];
    for (let at = 0; at + 2 < indices.length; at += 3) {
      const corners = [indices[at]!, indices[at + 1]!, indices[at + 2]!] as const;
      triangles.push({ positions, corners, area: areaOf(positions, corners) });
    }
    return triangles;
  });
}

function areaOf(positions: Float32Array, [a, b, c]: readonly [number, number, number]): number {
  const side = (from: number, to: number, axis: number) => positions[3 * to + axis]! - positions[3 * from + axis]!;
  const [ux, uy, uz] = [side(a, b, 0), side(a, b, 1), side(a, b, 2)];
  const [vx, vy, vz] = [side(a, c, 0), side(a, c, 1), side(a, c, 2)];
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
  return Math.sqrt(x * x + y * y + z * z) / 2;
}
