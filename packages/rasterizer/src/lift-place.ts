// Turns a place of flat triangles into one of the round surface that they stand for, where they would shade themselves.
import type { SeenPlace } from './seen-place.ts';
import type { SeenTriangle } from './seen-triangle.ts';

/** Moves the place, by its weights. Hanika, "Hacking the shadow terminator", Ray Tracing Gems II, 2021. */
export function liftPlace(place: SeenPlace, triangle: SeenTriangle, matrices: Float64Array): void {
  const { a, b, c } = place;
  const { side, matrix: at } = triangle;
  const { positions, normals } = triangle.part;
  const first = 3 * triangle.first;
  const second = 3 * triangle.second;
  const third = 3 * triangle.third;
  const x = a * (positions[first] as number) + b * (positions[second] as number) + c * (positions[third] as number);
  const y =
    a * (positions[first + 1] as number) + b * (positions[second + 1] as number) + c * (positions[third + 1] as number);
  const z =
    a * (positions[first + 2] as number) + b * (positions[second + 2] as number) + c * (positions[third + 2] as number);
  let liftX = 0;
  let liftY = 0;
  let liftZ = 0;
  for (let corner = 0; corner < 3; corner += 1) {
    const vertex = corner === 0 ? first : corner === 1 ? second : third;
    const normalX = normals[vertex] as number;
    const normalY = normals[vertex + 1] as number;
    const normalZ = normals[vertex + 2] as number;
    const over =
      side *
      ((x - (positions[vertex] as number)) * normalX +
        (y - (positions[vertex + 1] as number)) * normalY +
        (z - (positions[vertex + 2] as number)) * normalZ);
    if (over >= 0) continue;
    const amount = side * over * (corner === 0 ? a : corner === 1 ? b : c);
    liftX -= amount * normalX;
    liftY -= amount * normalY;
    liftZ -= amount * normalZ;
  }
  place.x +=
    (matrices[at] as number) * liftX + (matrices[at + 1] as number) * liftY + (matrices[at + 2] as number) * liftZ;
  place.y +=
    (matrices[at + 4] as number) * liftX + (matrices[at + 5] as number) * liftY + (matrices[at + 6] as number) * liftZ;
  place.z +=
    (matrices[at + 8] as number) * liftX + (matrices[at + 9] as number) * liftY + (matrices[at + 10] as number) * liftZ;
}
