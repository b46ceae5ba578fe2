// The upright cylinder and cone of radius 1 and height 1 on their base.
import { cosDegrees, type Mesh, sinDegrees } from '@diorama/geometry';
import { createMeshBuilder, type MeshBuilder } from '../mesh-builder.ts';

const SEGMENTS = 64;

/** A cylinder of radius 1 m and height 1 m, smooth around, with flat ends; its origin is the centre of its base. */
export function cylinderMesh(): Mesh {
  const builder = createMeshBuilder();
  const sides = ring((sine, cosine, share) => {
    const normal = [sine, 0, cosine];
    return [
      builder.vertex([sine, 0, cosine], normal, [share, 1]),
      builder.vertex([sine, 1, cosine], normal, [share, 0]),
    ];
  });
  for (const [index, [low = 0, high = 0]] of sides.slice(0, -1).entries()) {
    const [nextLow = 0, nextHigh = 0] = sides[index + 1] ?? [];
    builder.quad(low, nextLow, nextHigh, high);
  }
  addDisk(builder, 1, 1);
  addDisk(builder, 0, -1);
  return builder.finish();
}

/** A cone of radius 1 m and height 1 m, smooth around, with a flat base; its origin is the centre of its base. */
export function coneMesh(): Mesh {
  const builder = createMeshBuilder();
  const slope = Math.SQRT1_2;
  const sides = ring((sine, cosine, share) => [
    builder.vertex([sine, 0, cosine], [slope * sine, slope, slope * cosine], [share, 1]),
  ]);
  for (const [index, [low = 0]] of sides.slice(0, -1).entries()) {
    // The tip has a normal of its own in each segment: the middle one.
    const middle = (360 * (index + 0.5)) / SEGMENTS;
    const normal = [slope * sinDegrees(middle), slope, slope * cosDegrees(middle)];
    const tip = builder.vertex([0, 1, 0], normal, [(index + 0.5) / SEGMENTS, 0]);
    builder.triangle(low, sides[index + 1]?.[0] ?? 0, tip);
  }
  addDisk(builder, 0, -1);
  return builder.finish();
}

/** Calls `make` around the circle, anticlockwise seen from above, beginning at +Z and ending there again. */
function ring<T>(make: (sine: number, cosine: number, share: number) => T): T[] {
  return Array.from({ length: SEGMENTS + 1 }, (_, index) => {
    const degrees = (360 * index) / SEGMENTS;
    return make(sinDegrees(degrees), cosDegrees(degrees), index / SEGMENTS);
  });
}

/** A flat end at a height, facing up (1) or down (−1). */
function addDisk(builder: MeshBuilder, height: number, facing: 1 | -1): void {
  const normal = [0, facing, 0];
  const center = builder.vertex([0, height, 0], normal, [0.5, 0.5]);
  const rim = ring((sine, cosine) =>
    builder.vertex([sine, height, cosine], normal, [0.5 + 0.5 * sine, 0.5 + 0.5 * facing * cosine]),
  );
  for (const [index, from] of rim.slice(0, -1).entries()) {
    const to = rim[index + 1] ?? 0;
    if (facing === 1) builder.triangle(center, from, to);
    else builder.triangle(center, to, from);
  }
}
